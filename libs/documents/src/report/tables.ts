import { defects, defectTexts, indicators, type Defect, type Numbers, type PublicReport, type Report, type ReportLine, type Split } from '@forlop/compliance';
import type { Column, Table, Value } from '../document.js';
import { causeWord, hidden, reasonWord, signalWord, splitWords, verdictWord } from './words.js';

type Line = Report['lines'][number] | PublicReport['lines'][number];
type Names = ReadonlyMap<string, string>;
/** Counts that everybody may be shown. */
type Shown = Omit<Numbers, 'excludedBy' | 'delay'>;

const text = (label: string): Column => ({ label, kind: 'text' });
const count = (label: string): Column => ({ label, kind: 'count' });
const share = (label: string): Column => ({ label, kind: 'share' });
const days = (label: string): Column => ({ label, kind: 'days' });

/** What says which line a row is of. */
interface Where {
  readonly columns: readonly Column[];
  readonly of: (line: Pick<Line, 'organisation' | 'definition' | 'clock' | 'split'>) => readonly Value[];
}

/** The full name of a line: organisation, definition, clock and split. */
export const whole = (splitBy: readonly Split[], names: Names): Where => ({
  columns: [text('Virksomhet'), text('Definisjon'), text('Frist'), ...splitBy.map((by) => text(splitWords[by]))],
  of: ({ organisation, definition, clock, split }) => [names.get(organisation) ?? organisation, definition, clock, ...splitBy.map((by) => split[by] ?? null)],
});

/** What is left to say where definition and clock stand in the heading. */
export const withinClock = (splitBy: readonly Split[], names: Names): Where => ({
  columns: [text('Virksomhet'), ...splitBy.map((by) => text(splitWords[by]))],
  of: ({ organisation, split }) => [names.get(organisation) ?? organisation, ...splitBy.map((by) => split[by] ?? null)],
});

/** As registered; null: hidden. */
export const numbersOf = (line: Line): Shown | null => ('numbers' in line ? line.numbers : line.asRegistered);
const fullLines = (lines: readonly Line[]): readonly ReportLine[] => lines.filter((line): line is ReportLine => !('numbers' in line));

/** The six outcomes and the share in time. */
export function outcomeTable(lines: readonly Line[], where: Where): Table {
  const columns = [count('Startet'), count('Møtt i tide'), count('Møtt for sent'), count('Brutt'), count('Løper'), count('I fare'), count('Utenfor'), share('Andel innen frist'), share('Nedre 95 %-grense'), share('Øvre 95 %-grense')];
  return tableOf('Tall', where, columns, lines, (line) => {
    const n = numbersOf(line);
    return n === null ? columns.map(() => hidden) : [n.started, n.met, n.metLate, n.broken, n.running, n.atRisk, n.excluded, ...shareOf(n.compliance)];
  });
}

/** Waiting times in calendar days. */
export function waitTable(lines: readonly Line[], where: Where): Table {
  const columns = ['Møtt', 'Venter'].flatMap((of) => [count(`${of}: antall`), days(`${of}: snitt dager`), days(`${of}: median`), days(`${of}: 90-persentil`)]);
  return tableOf('Ventetid', where, columns, lines, (line) => {
    const n = numbersOf(line);
    return n === null ? columns.map(() => hidden) : [n.waited, n.stillWaiting].flatMap(({ n: of, mean, median, p90 }) => [of, mean, median, p90]);
  });
}

/** Why frister are outside, and whose the delay is: a row for each reason. */
export function reasonTable(lines: readonly Line[], where: Where): Table {
  const rows = fullLines(lines).flatMap((line) => [
    ...Object.entries(line.asRegistered.excludedBy).map(([reason, n]): Value[] => [...where.of(line), 'Utenfor', reasonWord(reason), n]),
    ...Object.entries(line.asRegistered.delay).map(([cause, n]): Value[] => [...where.of(line), 'Ikke i tide', causeWord(cause), n]),
  ]);
  return { title: 'Grunner', columns: [...where.columns, text('Hva'), text('Grunn'), count('Antall')], rows };
}

/** As registered and quality-assured side by side. */
export function assuredTable(lines: readonly Line[], where: Where): Table {
  return tableOf('Kvalitetssikret', where, [count('Registrert: startet'), share('Registrert: andel innen frist'), count('Kvalitetssikret: startet'), share('Kvalitetssikret: andel innen frist'), count('Utelatt')], fullLines(lines), ({ asRegistered, qualityAssured }) => [
    asRegistered.started, asRegistered.compliance?.rate ?? null, qualityAssured.started, qualityAssured.compliance?.rate ?? null, asRegistered.started - qualityAssured.started,
  ]);
}

/** What the quality-assured number leaves out, with what puts it right and what the share would become. */
export function defectTable(lines: readonly Line[], where: Where): Table {
  const rows = fullLines(lines).flatMap((line) =>
    defects.filter((defect) => line.leftOut[defect] !== undefined).map((defect: Defect): Value[] => [
      ...where.of(line), defectTexts[defect].title.nb, line.leftOut[defect]!, line.wouldBe[defect]?.rate ?? null, defectTexts[defect].remedy.nb,
    ]));
  return { title: 'Kvalitet', columns: [...where.columns, text('Hva som forvrenger tallet'), count('Antall'), share('Andel innen frist uten dem'), text('Hva som retter det')], rows };
}

/** The control chart of the share in time, as numbers; no rows where it was not asked for. */
export function shareByMonthTable(lines: readonly Line[], where: Where): Table {
  const rows = fullLines(lines).flatMap((line) => (line.detail?.shareByMonth?.points ?? []).map(({ period, n, value, low, high, signals }): Value[] => [...where.of(line), period, n, value, low, high, signals.map(signalWord).join(', ')]));
  return { title: 'Andel per måned', columns: [...where.columns, text('Måned'), count('Bedømt'), share('Andel innen frist'), share('Nedre grense'), share('Øvre grense'), text('Utslag')], rows };
}

/** The control chart of the mean wait, as numbers. */
export function waitByMonthTable(lines: readonly Line[], where: Where): Table {
  const rows = fullLines(lines).flatMap((line) => (line.detail?.waitByMonth?.points ?? []).map(({ period, n, value, low, high, signals }): Value[] => [...where.of(line), period, n, value, low, high, signals.map(signalWord).join(', ')]));
  return { title: 'Ventetid per måned', columns: [...where.columns, text('Måned'), count('Møtt'), days('Snitt dager'), days('Nedre grense'), days('Øvre grense'), text('Utslag')], rows };
}

/** Year beside year. */
export function yearTable(lines: readonly Line[], where: Where): Table {
  const rows = fullLines(lines).flatMap((line) => (line.detail?.years ?? []).map(({ year, started, met, judged, compliance, waited }): Value[] => [...where.of(line), year, started, met, judged, compliance?.rate ?? null, waited.mean, waited.median]));
  return { title: 'År', columns: [...where.columns, text('År'), count('Startet'), count('Møtt i tide'), count('Bedømt'), share('Andel innen frist'), days('Ventetid: snitt'), days('Ventetid: median')], rows };
}

/** Units of one kind beside each other, with the limits that chance sets. */
export function funnelTable({ funnels }: Pick<Report, 'funnels'>, names: Names): Table {
  const rows = funnels.flatMap(({ definition, clock, target, points }) =>
    points.map(({ unit, n, rate, low95, high95, low998, high998, verdict }): Value[] => [names.get(unit) ?? unit, definition, clock, n, rate, target, low95, high95, low998, high998, verdictWord(verdict)]));
  return {
    title: 'Enheter',
    columns: [text('Virksomhet'), text('Definisjon'), text('Frist'), count('Bedømt'), share('Andel innen frist'), share('Samlet andel'), share('95 %: nedre'), share('95 %: øvre'), share('99,8 %: nedre'), share('99,8 %: øvre'), text('Forskjellen')],
    rows,
  };
}

/** Every number written out. */
export const indicatorTable = (): Table => ({
  title: 'Indikatorer',
  columns: [text('Tall'), text('Teller'), text('Nevner'), text('Holdt utenfor'), text('Kilde')],
  rows: indicators.map(({ name, numerator, denominator, exclusions, source }) => [name.nb, numerator.nb, denominator?.nb ?? null, exclusions.nb, source]),
});

function tableOf<L extends Line>(title: string, where: Where, columns: readonly Column[], lines: readonly L[], values: (line: L) => readonly Value[]): Table {
  return { title, columns: [...where.columns, ...columns], rows: lines.map((line) => [...where.of(line), ...values(line)]) };
}

const shareOf = (proportion: Shown['compliance']): Value[] => (proportion === null ? [null, null, null] : [proportion.rate, proportion.low, proportion.high]);

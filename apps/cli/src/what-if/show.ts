import type { LoadedRules } from '@forlop/definitions';
import type { Organisation } from '@forlop/ledger';
import type { BothExplanations, Change, Compared, Flip, Side, WhatIfResult } from '@forlop/what-if';
import { columns, counted, section } from '../layout.js';

/** What an outcome is called. */
const outcomeWords: Readonly<Record<Side['outcome'] | 'absent', string>> = {
  met: 'holdt', 'met-late': 'holdt for sent', broken: 'brutt', running: 'løper', 'at-risk': 'i fare', excluded: 'regnes ikke med', absent: 'finnes ikke',
};

const mostShown = 20;

/** The result as people read it. */
export function shown(result: WhatIfResult, rules: LoadedRules, organisations: readonly Organisation[]): string {
  const { pathways, asOf, knownAt, change, clocks, flips } = result;
  const titles = new Map(rules.definitions().flatMap((definition) => definition.clocks.map(({ id, title }) => [id, title.nb])));
  return [
    `Hva om: ${change.title ?? what(result)}`,
    `Per ${asOf}, med alt som var registrert til og med posisjon ${knownAt}. Endringen er regnet som om den hadde vært der hele tiden.`,
    `${counted(pathways.read, 'forløp', 'forløp')} lest, ${pathways.followed} følger en definisjon som er endret, ${pathways.changed} får et annet utfall.`,
    ...(pathways.unreadable === 0 ? [] : [`${counted(pathways.unreadable, 'forløp', 'forløp')} kunne ikke leses og er ikke med i noe tall. «npx forlop verify» sier hvorfor.`]),
    ...clocks.flatMap((clock) => ['', `${clock.clock}  ${titles.get(clock.clock) ?? ''}`.trimEnd(), ...clockLines(clock), ...unitLines(clock.clock, result, organisations)]),
    ...(clocks.length === 0 ? ['', 'Ingenting blir annerledes.'] : []),
    ...section(flips.total > mostShown ? `Annet utfall (de ${mostShown} første av ${flips.total}; --json gir flere):` : 'Annet utfall:', flips.listed.slice(0, mostShown).flatMap(flipLines)),
    '',
    `SHA-256 ${result.sha256}`,
  ].join('\n');
}

function what({ change: { clocks, calendar, parameters } }: WhatIfResult): string {
  return [...clocks, ...(calendar === null ? [] : [`kalenderen ${calendar.id} ${calendar.version}`]), ...Object.entries(parameters).map(([name, value]) => `${name}=${String(value)}`)].join(', ');
}

const percent = (share: number | null): string => (share === null ? '–' : `${(share * 100).toFixed(1).replace('.', ',')} %`);

function clockLines({ before, after, changes, moved }: Compared): string[] {
  const kinds = ['met', 'met-late', 'broken', 'running', 'at-risk', 'excluded'] as const;
  return [
    ...columns([['', 'nå', 'endret'], ...kinds.map((kind) => [outcomeWords[kind], String(before[kind]), String(after[kind])]), ['overholdt', percent(before.compliance), percent(after.compliance)]], '  '),
    ...(moved === 0 ? [] : [`  ${counted(moved, 'frist får', 'frister får')} en annen dato.`]),
    ...Object.entries(changes).sort(([, a], [, b]) => b - a).map(([change, n]) => `  ${changeWords(change as Change)}: ${n}`),
  ];
}

function changeWords(change: Change): string {
  return change.split(' > ').map((kind) => outcomeWords[kind as Side['outcome']]).join(' → ');
}

/** Where there are several organisations, each on its own line. */
function unitLines(clock: string, { cells }: WhatIfResult, organisations: readonly Organisation[]): string[] {
  const mine = cells.filter((cell) => cell.clock === clock);
  if (new Set(mine.map(({ organisationId }) => organisationId)).size < 2) return [];
  const names = new Map(organisations.map(({ id, name }) => [id, name]));
  const several = (id: string): boolean => mine.filter(({ organisationId }) => organisationId === id).length > 1;
  const rows = mine.map((cell) => [`${names.get(cell.organisationId) ?? cell.organisationId}${several(cell.organisationId) ? `, ${cell.definition}` : ''}`, `${percent(cell.before.compliance)} → ${percent(cell.after.compliance)}`, `${Object.values(cell.changes).reduce((sum, n) => sum + n, 0)} får et annet utfall`]);
  return ['  Per enhet:', ...columns(rows, '    ')];
}

function flipLines({ pathwayId, key, before, after }: Flip): string[] {
  return [`  ${pathwayId}  ${key}: ${side(before)} → ${side(after)}`];
}

function side(one: Side | null): string {
  if (one === null) return outcomeWords.absent;
  const dates = [...(one.dueOn === null ? [] : [`frist ${one.dueOn}`]), ...(one.metOn === null ? [] : [`oppfylt ${one.metOn}`]), ...(one.endedOn === null || one.metOn !== null ? [] : [`avsluttet ${one.endedOn}`])];
  return `${outcomeWords[one.outcome]}${dates.length === 0 ? '' : ` (${dates.join(', ')})`}`;
}

/** Both explanations of one occurrence. */
export function explained(key: string, { before, after }: BothExplanations): string[] {
  const lines = (title: string, one: BothExplanations['before']): string[] => [`  ${title}:`, ...(one === null ? ['Klokken finnes ikke etter disse reglene.'] : one.sentences).map((sentence) => `    ${sentence}`)];
  return ['', key, ...lines('Slik reglene er', before), ...lines('Etter endringen', after)];
}

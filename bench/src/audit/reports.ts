import type { OsloDate } from '@forlop/calendar';
import type { Waiting } from '@forlop/compliance';
import { actorText, type Ledger, type SealedReport } from '@forlop/ledger';
import type { Country } from './country.js';
import { handWritten, type AuditedNumber, type AuditedRow } from './hand-written.js';

/** What a question took, in milliseconds: as a report, and by hand from the rows and from the sums. */
export interface Timed {
  readonly report: number[];
  readonly byHand: number[];
  readonly overSums: number[];
}

/**
 * A number as the API's report and by hand, from the rows and from the sums, taking turns. The report is the whole call as the API makes it, on behalf of an auditor of those organisations, with row-level security:
 * the day, the report and its hash. All must say the same of every department and clock.
 */
export async function inTurn(country: Country, questions: readonly AuditedNumber[], warmUps: number): Promise<Timed> {
  const ledger = await country.openLedger({ role: 'api', poolSize: 2 });
  const timed: Timed = { report: [], byHand: [], overSums: [] };
  try {
    for (const [n, question] of [...questions.slice(0, warmUps), ...questions].entries()) {
      const [{ report }, took] = await clocked(() => reportOf(ledger, country, question));
      const [rows, byHand] = await clocked(() => handWritten(country.database, question, 'rows'));
      const [sums, overSums] = await clocked(() => handWritten(country.database, question, 'sums'));
      same(report, rows);
      same(report, sums);
      if (n < Math.min(warmUps, questions.length)) continue;
      timed.report.push(took);
      timed.byHand.push(byHand);
      timed.overSums.push(overSums);
    }
  } finally {
    await ledger.close();
  }
  return timed;
}

async function reportOf(ledger: Ledger, { departments }: Country, { clock, year, organisationIds }: AuditedNumber): Promise<SealedReport> {
  const own = organisationIds ?? departments.map(({ id }) => id);
  const above = departments.filter(({ id }) => own.includes(id)).map(({ hospitalId }) => hospitalId);
  const eyes = ledger.as({ kind: 'actor', actor: actorText({ kind: 'person', id: 'bench' }), organisationIds: [...new Set([...above, ...own])], personHashes: [] });
  const asOf = await eyes.complianceDay();
  const clocks = clock === null ? null : [clock];
  return eyes.complianceReport({ from: `${year}-01-01` as OsloDate, to: `${year}-12-31` as OsloDate, asOf, knownAt: null, cohort: 'started', organisation: organisationIds === null ? null : above[0]!, definition: null, clocks, splitBy: [] });
}

function same({ lines }: SealedReport['report'], rows: readonly AuditedRow[]): void {
  if (rows.length === 0) throw new Error('Nothing was counted.');
  const told = new Map(lines.map(({ organisation, clock, asRegistered: { started, met, metLate, broken, waited, stillWaiting } }) => [`${organisation} ${clock}`, [started, met, metLate, broken, ...lengths(waited), ...lengths(stillWaiting)].join()]));
  for (const { organisation_id: organisation, clock, started, met, late, broken, ...row } of rows) {
    const byHand = [started, met, late, broken, row.met_n ?? 0, row.met_median, row.met_p90, row.open_n ?? 0, row.open_median, row.open_p90].join();
    const report = told.get(`${organisation} ${clock}`);
    if (report !== byHand) throw new Error(`The report and the statement by hand say otherwise of ${clock} at ${organisation}: ${report} and ${byHand}.`);
  }
}

const lengths = ({ n, median, p90 }: Waiting): (number | null)[] => [n, median, p90];

async function clocked<T>(work: () => Promise<T>): Promise<[T, number]> {
  const began = performance.now();
  const result = await work();
  return [result, performance.now() - began];
}

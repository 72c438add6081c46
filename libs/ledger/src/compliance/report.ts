import { createHash } from 'node:crypto';
import type { OsloDate } from '@forlop/calendar';
import { cellsOf, isChosen, reportOf, suppress, type ComplianceQuery, type PublicReport, type Report, type Stamp, type TallyRow } from '@forlop/compliance';
import { canonicalJson, KERNEL_VERSION } from '@forlop/pathway';
import type { LedgerContext } from '../context.js';
import { snapshot } from '../database/read.js';
import type { Transaction } from '../database/transaction.js';
import type { SealedReport } from '../types/compliance.js';
import { scopeOf, type Scope } from './scope.js';
import { isOfNow, talliesIn, talliesNow } from './tallies.js';

/** @throws LedgerError `unknown-organisation`. */
export async function complianceReport(context: LedgerContext, query: ComplianceQuery, { withDetail = false } = {}): Promise<SealedReport> {
  return sealed(await madeOf(context, query, await scopeOf(context, query), withDetail));
}

/**
 * For eyes of the kind `statistics`, and the engine.
 * @throws RangeError when numbers could be had by subtracting this report from another (see `suppress`).
 */
export async function publicComplianceReport(context: LedgerContext, query: ComplianceQuery): Promise<SealedReport<PublicReport>> {
  const scope = await scopeOf(context, query);
  return sealed(suppress(await madeOf(context, query, scope, false), scope.tree));
}

async function madeOf(context: LedgerContext, query: ComplianceQuery, scope: Scope, withDetail: boolean): Promise<Report> {
  const { tallies, ledger } = scope.tables !== '' || (await isOfNow(context, query)) ? await readNow(context, query, scope, withDetail) : await readThen(context, query, scope);
  const chosen = query.only === undefined ? tallies : tallies.filter(({ cell }) => isChosen(cell, query.only));
  return reportOf(chosen, { query, stamp: stampOf(context, chosen, ledger), tree: scope.tree, withDetail });
}

interface Read {
  readonly tallies: readonly TallyRow[];
  readonly ledger: Stamp['ledger'];
}

/** The numbers and the ledger's state at one moment. */
const readNow = ({ database }: LedgerContext, query: ComplianceQuery, scope: Scope, withDetail: boolean): Promise<Read> =>
  snapshot(database, async (reader) => {
    // Months are for charts, steps and variants for a report that is split by them or of one: fewer rows to fetch and add up without.
    const apart = { month: withDetail, place: [...query.splitBy, ...Object.keys(query.only ?? {})].some((by) => by !== 'version') };
    const [tallies, ledger] = await Promise.all([talliesNow(reader, query, scope, apart), ledgerState(reader, null)]);
    return { tallies, ledger };
  });

/** What is recorded while the pathways are gone through is left out. */
async function readThen(context: LedgerContext, query: ComplianceQuery, scope: Scope): Promise<Read> {
  const ledger = await snapshot(context.database, (reader) => ledgerState(reader, query.knownAt));
  return { tallies: await talliesIn(context, { ...query, knownAt: ledger.position }, scope), ledger };
}

/** A report with the hash of its canonical JSON. */
export function sealed<R extends Report | PublicReport>(report: R): SealedReport<R> {
  return { report, sha256: createHash('sha256').update(canonicalJson(report), 'utf8').digest('hex') };
}

function stampOf({ rules }: LedgerContext, tallies: readonly TallyRow[], ledger: Stamp['ledger']): Stamp {
  const calendars = new Map<string, { id: string; version: string }>();
  const versions = new Set([...cellsOf(tallies)].map(({ definition, version }) => `${definition}\u0000${version}`));
  for (const one of versions) {
    const [definition, version] = one.split('\u0000') as [string, string];
    const { id, version: of } = rules.definition(definition, version).source.calendar;
    calendars.set(`${id}\u0000${of}`, { id, version: of });
  }
  return { kernel: KERNEL_VERSION, calendars: [...calendars].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, calendar]) => calendar), ledger };
}

interface State {
  readonly place: number;
  readonly root_day: OsloDate | null;
  readonly root_hash: string | null;
  readonly since: string | null;
}

async function ledgerState(reader: Pick<Transaction, 'query'>, knownAt: number | null): Promise<Stamp['ledger']> {
  const [state] = await reader.query<State>('select place, root_day, root_hash, since from compliance_state($1)', [knownAt]);
  const { place, root_day: day, root_hash: hash, since } = state!;
  return { position: place, root: day === null || hash === null ? null : { day, hash }, since };
}

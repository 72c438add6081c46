import type { LedgerContext } from '../context.js';
import { checkSums, resetSums, sumSettled } from '../compliance/summing.js';
import { isUuid } from '../core/event-id.js';
import { openPathway, unknownPathway } from '../core/open-pathway.js';
import { writePathway } from '../core/write-pathway.js';
import { snapshot } from '../database/read.js';
import { inTransaction, type Transaction } from '../database/transaction.js';
import type { Difference, RebuildReport, VerifyReport } from '../types/reading.js';
import { auditedOne, auditedPage, type AuditedPathway } from './audited.js';
import { checkChain } from './check-chain.js';
import { markWritten } from './read-tables.js';
import { compareRows } from './compare-rows.js';

const pageSize = 100;
const beforeAll = '00000000-0000-0000-0000-000000000000';

/** Recomputes hash chains and compares the read tables with the events, and of all pathways the sums with the read tables. Changes nothing; pathways are read a page at a time. */
export async function verify(context: LedgerContext, pathwayId?: string): Promise<VerifyReport> {
  const report = { pathways: 0, events: 0, differences: [] as Difference[] };
  for await (const pathway of auditedPathways(context, pathwayId)) {
    report.pathways += 1;
    report.events += pathway.events.length;
    report.differences.push(...checkChain(pathway, pathway.events), ...comparedRows(context, pathway));
  }
  if (pathwayId === undefined) report.differences.push(...(await checkSums(context)));
  return report;
}

async function* auditedPathways(context: LedgerContext, pathwayId: string | undefined): AsyncGenerator<AuditedPathway, void, void> {
  if (pathwayId !== undefined) {
    const one = isUuid(pathwayId) ? await snapshot(context.database, (reader) => auditedOne(context, reader, pathwayId)) : null;
    if (one === null) throw unknownPathway();
    yield one;
    return;
  }
  for (let after = beforeAll; ; ) {
    const page = await snapshot(context.database, (reader) => auditedPage(context, reader, after, pageSize));
    yield* page;
    if (page.length < pageSize) return;
    after = page.at(-1)!.id;
  }
}

/** A pathway whose events the kernel cannot read is a finding, not the end of the check. */
function comparedRows(context: LedgerContext, pathway: AuditedPathway): Difference[] {
  try {
    return compareRows(context, pathway);
  } catch (error) {
    return [{ pathwayId: pathway.id, what: 'unreadable', at: null, sentence: `Forløpet kan ikke evalueres: ${(error as Error).message}` }];
  }
}

/**
 * Throws the read tables away and writes them anew from the events, a pathway at a time, each under its lock. When all are, that is kept, so that
 * a later version knows that they are its own or not; and the sums are made anew too. @param told how far it has come.
 */
export async function rebuild(context: LedgerContext, pathwayId?: string, told: (done: number, of: number) => void = () => undefined): Promise<RebuildReport> {
  const report = { pathways: 0, changed: 0 };
  if (pathwayId === undefined) await resetSums(context);
  const of = pathwayId === undefined ? await inTransaction(context.database, async (transaction) => (await transaction.query<{ n: number }>('select count(*)::int as n from pathway'))[0]!.n) : 1;
  for await (const { id } of auditedPathways(context, pathwayId)) {
    report.pathways += 1;
    if (await rebuildOne(context, id)) report.changed += 1;
    told(report.pathways, of);
  }
  if (pathwayId === undefined) {
    await sumSettled(context);
    await inTransaction(context.database, (transaction) => markWritten(transaction, 'Lesetabellene er laget på nytt'));
  }
  return report;
}

/** True when what stood there was not what the events say. */
function rebuildOne(context: LedgerContext, id: string): Promise<boolean> {
  return inTransaction(context.database, async (transaction) => {
    const pathway = await openPathway(context, transaction, id);
    const before = await auditedOne(context, transaction, id);
    const differs = before === null || comparedRows(context, before).length > 0;
    await deleteRows(transaction, id);
    await writePathway(context, transaction, { ...pathway, digests: null }, [], { tell: false });
    return differs;
  });
}

async function deleteRows(transaction: Transaction, id: string): Promise<void> {
  for (const table of ['clock_row', 'obligation_row', 'finding_row', 'pathway_access']) await transaction.query(`delete from ${table} where pathway_id = $1`, [id]);
}

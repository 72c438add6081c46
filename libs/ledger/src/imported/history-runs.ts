import type { LedgerContext } from '../context.js';
import { newEventId } from '../core/event-id.js';
import { ledgerNow } from '../core/today.js';
import { read } from '../database/read.js';
import { inTransaction } from '../database/transaction.js';
import type { BegunHistoryRun, EndedHistoryRun, HistoryRun, HistoryRuns } from '../types/history-runs.js';

const standardPage = 100;
const mostOnPage = 500;

/** The calls of `HistoryRuns`. */
export function historyRunsOf(context: LedgerContext): HistoryRuns {
  return {
    beginHistoryRun: (run) => begin(context, run),
    endHistoryRun: (id, ended) => end(context, id, ended),
    historyRuns: (query = {}) => list(context, query),
  };
}

function begin(context: LedgerContext, { kind, operator, extract }: BegunHistoryRun): Promise<string> {
  return inTransaction(context.database, async (transaction) => {
    const now = await ledgerNow(context, transaction);
    const id = newEventId(now, 0);
    await transaction.query(
      'insert into history_run (id, kind, begun_at, operator, system, file_name_sha256, file_sha256, mapping_sha256) values ($1, $2, $3, $4, $5, $6, $7, $8)',
      [id, kind, now, operator, extract?.system ?? null, extract?.fileNameSha256 ?? null, extract?.fileSha256 ?? null, extract?.mappingSha256 ?? null],
    );
    return id;
  });
}

async function end(context: LedgerContext, id: string, { outcome, problem, counts, organisationIds }: EndedHistoryRun): Promise<void> {
  await inTransaction(context.database, async (transaction) => {
    const now = await ledgerNow(context, transaction);
    await transaction.query(
      'insert into history_run_end (run_id, ended_at, outcome, problem, counts, organisation_ids) values ($1, $2, $3, $4, $5, $6)',
      [id, now, outcome, problem, JSON.stringify(counts), organisationIds],
    );
  });
}

interface Row {
  readonly id: string;
  readonly kind: BegunHistoryRun['kind'];
  readonly begunAt: Date;
  readonly operator: string;
  readonly system: string | null;
  readonly fileNameSha256: string;
  readonly fileSha256: string;
  readonly mappingSha256: string;
  readonly endedAt: Date | null;
  readonly outcome: EndedHistoryRun['outcome'];
  readonly problem: string | null;
  readonly counts: EndedHistoryRun['counts'];
  readonly organisationIds: readonly string[];
}

async function list({ database }: LedgerContext, { before, limit = standardPage }: { readonly before?: string; readonly limit?: number }): Promise<readonly HistoryRun[]> {
  const rows = await read<Row>(
    database,
    `select r.id, r.kind, r.begun_at as "begunAt", r.operator, r.system, r.file_name_sha256 as "fileNameSha256", r.file_sha256 as "fileSha256", r.mapping_sha256 as "mappingSha256",
            e.ended_at as "endedAt", e.outcome, e.problem, e.counts, e.organisation_ids as "organisationIds"
       from history_run r left join history_run_end e on e.run_id = r.id
      where $1::timestamptz is null or r.begun_at < $1 order by r.begun_at desc, r.id limit $2`,
    [before ?? null, Math.min(limit, mostOnPage)],
  );
  return rows.map(shown);
}

function shown({ id, kind, begunAt, operator, system, fileNameSha256, fileSha256, mappingSha256, endedAt, outcome, problem, counts, organisationIds }: Row): HistoryRun {
  return {
    id, kind, begunAt: begunAt.toISOString(), operator,
    extract: system === null ? null : { system, fileNameSha256, fileSha256, mappingSha256 },
    ended: endedAt === null ? null : { at: endedAt.toISOString(), outcome, problem, counts, organisationIds },
  };
}

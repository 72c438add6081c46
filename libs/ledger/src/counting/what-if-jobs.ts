import type { Json } from '@forlop/pathway';
import type { LedgerContext } from '../context.js';
import { isUuid } from '../core/event-id.js';
import { read } from '../database/read.js';
import { inTransaction } from '../database/transaction.js';
import type { BegunWhatIf, EndedWhatIf, StoredWhatIf, WhatIfJobs } from '../types/what-if-jobs.js';

/** Whoever works on one moves it every second; so long without is a process that is gone. */
const goneAfterSeconds = 30;
const keptHours = 1;

const open = `state in ('waiting', 'running')`;
const gone = `${open} and beat_at < clock_timestamp() - make_interval(secs => ${goneAfterSeconds})`;
const kept = `asked_at > clock_timestamp() - make_interval(hours => ${keptHours})`;
const interrupted = 'Beregningen ble avbrutt da tjenesten som regnet, stanset. Spør igjen.';
const columns = `id, title, request, asked_at as "askedAt", case when ${gone} then 'cancelled' else state end as state, read, total, case when ${gone} then '${interrupted}' else problem end as problem`;

/** The calls of `WhatIfJobs`. Row-level security gives each their own. */
export function whatIfJobsOf(context: LedgerContext): WhatIfJobs {
  return {
    beginWhatIf: (job) => begin(context, job),
    moveWhatIf: (id, state, n) => changed(context, `update what_if_job set state = $2, read = $3, beat_at = clock_timestamp() where id = $1 and ${open} returning 1`, [id, state, n]),
    endWhatIf: (id, ended) => end(context, id, ended),
    whatIf: (id) => one(context, id),
    whatIfResult: (id) => resultOf(context, id),
    whatIfs: () => all(context),
  };
}

function begin(context: LedgerContext, { id, title, request, total }: BegunWhatIf): Promise<boolean> {
  return inTransaction(context.database, async (transaction) => {
    await transaction.query(`delete from what_if_job where not (${kept})`);
    await transaction.query(`update what_if_job set state = 'cancelled', problem = $1 where ${gone}`, [interrupted]);
    const rows = await transaction.query(
      `insert into what_if_job (id, actor, title, request, state, total) values ($1, app_actor(), $2, $3, 'waiting', $4) on conflict (actor) where ${open} do nothing returning 1`,
      [id, title, JSON.stringify(request), total],
    );
    return rows.length === 1;
  });
}

function end(context: LedgerContext, id: string, { state, read: n, problem, result }: EndedWhatIf): Promise<boolean> {
  return changed(context, `update what_if_job set state = $2, read = $3, problem = $4, result = $5 where id = $1 and ${open} returning 1`, [id, state, n, problem, result === null ? null : JSON.stringify(result)]);
}

function changed({ database }: LedgerContext, statement: string, parameters: readonly unknown[]): Promise<boolean> {
  return inTransaction(database, async (transaction) => (await transaction.query(statement, parameters)).length === 1);
}

async function one({ database }: LedgerContext, id: string): Promise<StoredWhatIf | null> {
  if (!isUuid(id)) return null;
  const [row] = await read<Row>(database, `select ${columns} from what_if_job where id = $1 and ${kept}`, [id]);
  return row === undefined ? null : shown(row);
}

async function resultOf({ database }: LedgerContext, id: string): Promise<Json | null> {
  if (!isUuid(id)) return null;
  const [row] = await read<{ result: Json | null }>(database, `select result from what_if_job where id = $1 and ${kept}`, [id]);
  return row?.result ?? null;
}

async function all({ database }: LedgerContext): Promise<readonly StoredWhatIf[]> {
  return (await read<Row>(database, `select ${columns} from what_if_job where ${kept} order by asked_at desc, id`)).map(shown);
}

type Row = Omit<StoredWhatIf, 'askedAt'> & { readonly askedAt: Date };

const shown = (row: Row): StoredWhatIf => ({ ...row, askedAt: row.askedAt.toISOString() });

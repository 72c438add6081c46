import type { LedgerContext } from '../context.js';
import { snapshot } from '../database/read.js';
import type { AccessLogReport } from '../types/access-log.js';

interface Checked {
  readonly chain: string;
  readonly id: number;
  readonly seq: number;
  readonly changed: boolean;
  readonly unlinked: boolean;
  readonly misplaced: boolean;
}

const faults: readonly (readonly [keyof Checked, (row: Checked) => string])[] = [
  ['changed', ({ seq }) => `Rad ${seq} er endret etter at den ble skrevet.`],
  ['unlinked', ({ seq }) => `Rad ${seq} peker ikke på den foregående.`],
  ['misplaced', ({ seq }) => `Rad ${seq} står ikke på plassen sin: noe mangler eller er lagt inn.`],
];

/** Recomputes every chain of the access log and compares its end with the kept head. Changes nothing. */
export function verifyAccessLog(context: LedgerContext): Promise<AccessLogReport> {
  return snapshot(context.database, async (reader) => {
    const [counts] = await reader.query<{ entries: number; chains: number }>('select (select count(*)::int from access_log) as entries, (select count(*)::int from access_log_head) as chains');
    const wrong = await reader.query<Checked>(
      `select * from (
         select l.chain, l.id, l.seq, l.hash is distinct from access_log_hash(l) as changed,
                l.prev_hash is distinct from lag(l.hash) over w as unlinked, l.seq <> row_number() over w as misplaced
           from access_log l window w as (partition by l.chain order by l.seq)) checked
        where changed or unlinked or misplaced order by id`,
    );
    const cut = await reader.query<{ chain: string; seq: number; found: number }>(
      `select coalesce(h.chain, l.chain) as chain, coalesce(h.seq, 0) as seq, coalesce(l.seq, 0) as found
         from access_log_head h
         full join (select distinct on (chain) chain, seq, hash from access_log order by chain, seq desc) l on l.chain = h.chain
        where h.seq is distinct from l.seq or h.hash is distinct from l.hash order by 1`,
    );
    return {
      ...counts!,
      differences: [
        ...wrong.flatMap((row) => faults.filter(([fault]) => row[fault] === true).map(([, sentence]) => ({ chain: row.chain, at: row.id, sentence: sentence(row) }))),
        ...cut.map(({ chain, seq, found }) => ({ chain, at: null, sentence: `Kjeden skal ende med rad ${seq}, men ender med rad ${found}.` })),
      ],
    };
  });
}

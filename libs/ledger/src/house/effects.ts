import type { LedgerContext } from '../context.js';
import { read } from '../database/read.js';
import { inTransactionOf, type Transaction } from '../database/transaction.js';
import { isRestored, release } from '../erasure/restored.js';
import { actorText, type Actor } from '../types/actor.js';
import { LedgerError } from '../types/errors.js';
import type { EffectsSetting } from '../types/reading.js';

const name = 'effects';
const restoredWhy = 'Databasen er gjenopprettet fra en kopi. Spill av slettelisten («npx forlop erasures replay»), og slå så utsendinger på.';

/** Whether anything may be sent to anybody. Without a word on it, no; nor from a restored copy, until it is released. */
export async function effectsOn(transaction: Transaction): Promise<boolean> {
  const [row] = await transaction.query<{ value: boolean }>('select value from setting where name = $1 order by id desc limit 1', [name]);
  return row?.value === true && !(await isRestored(transaction));
}

/** The switch, and who set it last, when and why. */
export async function effects(context: LedgerContext): Promise<EffectsSetting> {
  const [latest] = await read<{ value: unknown; actor: string; at: Date; why: string }>(context.database, 'select value, actor, at, why from setting where name = $1 order by id desc limit 1', [name]);
  if (latest === undefined) throw new LedgerError('setup', 'Bryteren for utsendinger mangler. Kjør migreringen.');
  const setting = { by: latest.actor, at: latest.at.toISOString() };
  const restored = await isRestored({ query: (sql, parameters) => read(context.database, sql, parameters) });
  return restored ? { ...setting, on: false, why: restoredWhy } : { ...setting, on: latest.value === true, why: latest.why };
}

/** Sets the switch. The change is kept with who, when and why. @throws LedgerError `bad-data`, `restored`. */
export async function setEffects(context: LedgerContext, on: boolean, why: string, actor: Actor, within?: Transaction): Promise<EffectsSetting> {
  if (why.trim() === '') throw new LedgerError('bad-data', 'Skriv hvorfor utsendinger slås av eller på.');
  return inTransactionOf(context.database, within, async (transaction) => {
    if (on) await release(transaction, actorText(actor), why);
    const [row] = await transaction.query<{ at: Date }>(
      'insert into setting (name, value, actor, why) values ($1, $2, $3, $4) returning at',
      [name, JSON.stringify(on), actorText(actor), why],
    );
    return { on, by: actorText(actor), at: row!.at.toISOString(), why };
  });
}

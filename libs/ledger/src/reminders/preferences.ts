import type { LedgerContext } from '../context.js';
import { isUuid } from '../core/event-id.js';
import { asAddressing, inTransaction, inTransactionOf, type Transaction } from '../database/transaction.js';
import { hprHash } from '../tenancy/holder.js';
import { LedgerError } from '../types/errors.js';
import type { PreferencesGiven, Receiver, ReceiverPreferences, StandIn } from '../types/reminders.js';
import { addressOf, type ReceiverRow } from './receiver.js';

/** Those whom one may see: oneself (`mine`), and whom one's patients' reminders go to. */
export async function receivers(context: LedgerContext, { ids, mine = false }: { readonly ids?: readonly string[]; readonly mine?: boolean }): Promise<readonly Receiver[]> {
  return inTransaction(context.database, async (transaction) => {
    const rows = await transaction.query<ReceiverRow>(
      `select * from receiver where ($1::uuid[] is null or id = any($1)) and (not $2 or person = any((select app_persons())::bytea[])) order by id limit 500`,
      [ids?.filter(isUuid) ?? null, mine]);
    return Promise.all(rows.map(async (row) => shown(row, await addressOf(context, row, transaction))));
  });
}

const columns = { channel: 'channel', frequency: 'frequency', maxPerWeek: 'max_per_week', language: 'language', awayFrom: 'away_from', awayTo: 'away_to', standInId: 'stand_in' } as const satisfies Record<keyof ReceiverPreferences, string>;

/** Sets what is given, and nothing else. @throws LedgerError `bad-data`. */
export async function setPreferences(context: LedgerContext, receiverId: string, { standIn, ...rest }: PreferencesGiven, within?: Transaction): Promise<Receiver> {
  return inTransactionOf(context.database, within, async (transaction) => {
    const preferences: Partial<ReceiverPreferences> = standIn === undefined ? rest : { ...rest, standInId: await standInIdOf(context, transaction, receiverId, standIn) };
    const given = Object.entries(columns).filter(([name]) => preferences[name as keyof ReceiverPreferences] !== undefined);
    const values = given.map(([name]) => preferences[name as keyof ReceiverPreferences]);
    // Whoever chooses a digest wants them again.
    const wantsDigests = preferences.frequency === 'daily' || preferences.frequency === 'weekly';
    const set = ['updated_at = now()', ...(wantsDigests ? ['undigested_at = null'] : []), ...given.map(([, column], i) => `${column} = $${i + 2}`)].join(', ');
    const [row] = isUuid(receiverId) ? await transaction.query<ReceiverRow>(`update receiver set ${set} where id = $1 returning *`, [receiverId, ...values]) : [];
    if (row === undefined) throw new LedgerError('bad-data', 'Mottakeren finnes ikke, eller er ikke din å endre.');
    return shown(row, await addressOf(context, row, transaction));
  });
}

/** The receiver who stands in. One who stands in already may stay, though whoever chooses does not see them. @throws LedgerError `bad-data`. */
async function standInIdOf(context: LedgerContext, transaction: Transaction, receiverId: string, standIn: StandIn | null): Promise<string | null> {
  if (standIn === null) return null;
  const [found] = await ('id' in standIn
    ? transaction.query<{ id: string }>('select $1::uuid as id where exists (select from receiver where id = $1) or exists (select from receiver where id = $2 and stand_in = $1)', [standIn.id, receiverId])
    : asAddressing(transaction, () => transaction.query<{ id: string }>(`select id from receiver where person = decode($1, 'hex')`, [hprHash(context.searchKey, standIn.hprNumber)])));
  if (found === undefined) throw new LedgerError('bad-data', 'Vikaren er ikke kjent her. Oppgi HPR-nummeret til en som Forløp har som kontakt for en pasient.');
  if (found.id === receiverId) throw new LedgerError('bad-data', 'Ingen kan være sin egen vikar.');
  return found.id;
}

function shown(row: ReceiverRow, address: Receiver['address']): Receiver {
  const { id, channel, frequency, language, unreachable } = row;
  return { id, address, channel, frequency, maxPerWeek: row.max_per_week, language, awayFrom: row.away_from, awayTo: row.away_to, standInId: row.stand_in, unreachable, undigestedAt: row.undigested_at?.toISOString() ?? null };
}

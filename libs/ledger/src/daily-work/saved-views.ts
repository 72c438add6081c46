import { randomUUID } from 'node:crypto';
import type { LedgerContext } from '../context.js';
import { isUuid } from '../core/event-id.js';
import { read } from '../database/read.js';
import { inTransactionOf, type Transaction } from '../database/transaction.js';
import { LedgerError } from '../types/errors.js';
import type { SavedView, SavedViewInput } from '../types/daily-work.js';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly settings: SavedView['settings'];
  readonly organisation_id: string | null;
  readonly mine: boolean;
}

const columns = 'v.id, v.name, v.settings, v.organisation_id, v.owner = app_actor() as mine';
/** More would be a list to search in. */
const most = 200;

const shown = ({ id, name, settings, organisation_id: organisationId, mine }: Row): SavedView => ({ id, name, settings, organisationId, mine });

/** One's own views and those shared with one's units, by name. */
export async function savedViews(context: LedgerContext): Promise<readonly SavedView[]> {
  const rows = await read<Row>(context.database, `select ${columns} from saved_view v order by v.owner <> app_actor(), lower(v.name), v.id limit ${most}`);
  return rows.map(shown);
}

/** Adds a view, or changes one's own. @throws LedgerError `bad-data` for a name that one has already, or a unit that is not one's own. */
export function saveView(context: LedgerContext, id: string | null, { name, settings, organisationId }: SavedViewInput, within?: Transaction): Promise<SavedView | null> {
  if (id !== null && !isUuid(id)) return Promise.resolve(null);
  return inTransactionOf(context.database, within, async (transaction) => {
    await checkFree(transaction, id, name);
    await checkUnit(transaction, organisationId);
    const values = [name, JSON.stringify(settings), organisationId];
    const rows = id === null
      ? await transaction.query<Row>(`insert into saved_view as v (id, owner, name, settings, organisation_id) values ($4, app_actor(), $1, $2, $3) returning ${columns}`, [...values, randomUUID()])
      : await transaction.query<Row>(`update saved_view v set name = $1, settings = $2, organisation_id = $3, updated_at = now() where v.id = $4 and v.owner = app_actor() returning ${columns}`, [...values, id]);
    return rows[0] === undefined ? null : shown(rows[0]);
  });
}

async function checkFree(transaction: Transaction, id: string | null, name: string): Promise<void> {
  const [taken] = await transaction.query('select from saved_view where owner = app_actor() and name = $1 and id is distinct from $2::uuid', [name, id]);
  if (taken !== undefined) throw new LedgerError('bad-data', `Du har en visning som heter «${name}» fra før.`);
}

async function checkUnit(transaction: Transaction, organisationId: string | null): Promise<void> {
  if (organisationId === null) return;
  const [row] = await transaction.query<{ mine: boolean | null }>('select $1::uuid = any((select app_organisations())::uuid[]) as mine', [organisationId]);
  if (row?.mine !== true) throw new LedgerError('bad-data', 'En visning kan bare deles med en enhet du selv handler for.');
}

/** Removes one's own. */
export function removeView(context: LedgerContext, id: string, within?: Transaction): Promise<boolean> {
  if (!isUuid(id)) return Promise.resolve(false);
  return inTransactionOf(context.database, within, async (transaction) => (await transaction.query('delete from saved_view where id = $1 and owner = app_actor() returning id', [id])).length > 0);
}

import { canonicalSystem, systems } from '@forlop/contracts';
import type { Transaction } from '../database/transaction.js';
import type { Actor } from '../types/actor.js';
import { LedgerError } from '../types/errors.js';
import type { Mirrored } from '../types/mirrored-calendar.js';

const columns: Readonly<Record<string, string>> = { [systems.reshId]: 'resh_id', [systems.organisasjonsnummer]: 'org_number', [systems.herId]: 'her_id' };

/** Whom a system that sends calendars acts for. @throws LedgerError `bad-data`: one that acts for nobody has no calendar. */
export function senderOf({ organisationId }: Actor): string {
  if (organisationId === undefined) throw new LedgerError('bad-data', 'Avsenderen handler ikke for noen virksomhet her, og har derfor ingen timebok å speile.');
  return organisationId;
}

/** The clinic, if it is the sender's own or below it; null otherwise, whether or not there is such a clinic. */
export async function clinicOf(transaction: Transaction, { system, value }: Mirrored['organisation'], sender: string): Promise<string | null> {
  const column = columns[canonicalSystem(system)];
  if (column === undefined) return null;
  const [row] = await transaction.query<{ id: string }>(
    `with recursive up as (
       select id, id as clinic, parent_id from organisation where ${column} = $1
       union select o.id, up.clinic, o.parent_id from organisation o join up on o.id = up.parent_id)
     select clinic as id from up where id = $2`,
    [value, sender],
  );
  return row?.id ?? null;
}

/** One at a time may tell of the same thing; held until the transaction ends. */
export async function lockMirrored(transaction: Transaction, sender: string, { source, externalId }: Mirrored): Promise<void> {
  await transaction.query('select pg_advisory_xact_lock(hashtextextended($1, 7))', [JSON.stringify([sender, source, externalId])]);
}

/** How what is told stands to what is known of it. */
export function newness(known: { readonly version: string; readonly version_at: Date }, told: Mirrored): 'same' | 'older' | 'newer' {
  if (known.version === told.version) return 'same';
  return Date.parse(told.versionAt) < known.version_at.getTime() ? 'older' : 'newer';
}

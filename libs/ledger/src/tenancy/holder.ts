import { checkPersonIdentifier, systems } from '@forlop/contracts';
import type { SearchKey } from '@forlop/crypto';
import type { Json } from '@forlop/pathway';
import type { LedgerContext } from '../context.js';
import { isUuid } from '../core/event-id.js';
import type { Transaction } from '../database/transaction.js';
import { LedgerError } from '../types/errors.js';
import type { AccessHolder } from '../types/tenancy.js';

/** How an event names who holds an access: an organisation's id, or a person's keyed hashes in hexadecimal. */
export type HolderData = { readonly organisasjon: string } | { readonly person: readonly string[] };

/** Whether a text can be an HPR number: up to nine digits, and not only zeros. */
export const isHprNumber = (text: string): boolean => /^(?=.*[1-9])\d{1,9}$/.test(text);

/** Keyed hash of a number in the register of health personnel, hexadecimal. */
export const hprHash = (key: SearchKey, number: string): string => key.hash('hpr', number.replace(/^0+/, '')).toString('hex');

/** Keyed hash of the number of a person who is not the patient, hexadecimal. */
export const personNumberHash = (key: SearchKey, number: string): string => key.hash('person-number', number).toString('hex');

/** The person's hashes; empty when no number is given. @throws LedgerError `bad-data` when one cannot be a number. */
export function personHashes(key: SearchKey, { hprNumber: hpr, personNumber }: { readonly [K in 'hprNumber' | 'personNumber']?: string | undefined }): string[] {
  const clean = { hpr: hpr?.replace(/\s/g, ''), person: personNumber?.replace(/\s/g, '') };
  if (clean.hpr !== undefined && !isHprNumber(clean.hpr)) throw new LedgerError('bad-data', 'HPR-nummeret må være et tall med høyst ni sifre.');
  if (clean.person !== undefined && !isPersonNumber(clean.person)) throw new LedgerError('bad-data', 'Nummeret er ikke et gyldig fødselsnummer eller D-nummer.');
  return [
    ...(clean.hpr === undefined ? [] : [hprHash(key, clean.hpr)]),
    ...(clean.person === undefined ? [] : [personNumberHash(key, clean.person)]),
  ];
}

const isPersonNumber = (text: string): boolean => [systems.fodselsnummer, systems.dNummer].some((system) => checkPersonIdentifier(system, text).ok);

/** The holder as an event's data. @throws LedgerError `bad-data`, `unknown-organisation`. */
export async function holderData(context: LedgerContext, transaction: Transaction, holder: AccessHolder): Promise<HolderData & Record<string, Json>> {
  const persons = personHashes(context.searchKey, holder);
  if ((holder.organisationId === undefined) === (persons.length === 0)) {
    throw new LedgerError('bad-data', 'Oppgi enten en virksomhet eller en person med HPR-nummer eller fødselsnummer, ikke begge.');
  }
  if (holder.organisationId === undefined) return { person: persons };
  await mustKnow(transaction, holder.organisationId);
  return { organisasjon: holder.organisationId };
}

/** @throws LedgerError `unknown-organisation`. */
export async function mustKnow(transaction: Transaction, organisationId: string): Promise<void> {
  const found = isUuid(organisationId) ? await transaction.query('select from organisation where id = $1', [organisationId]) : [];
  if (found.length === 0) throw new LedgerError('unknown-organisation', 'Virksomheten finnes ikke.');
}

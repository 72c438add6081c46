import { randomUUID } from 'node:crypto';
import { canonicalSystem, checkPersonIdentifier, type Referral } from '@forlop/contracts';
import type { LedgerContext } from '../context.js';
import { birthDateOf, sealDemographics, type Demographics } from '../core/demographics.js';
import { openPatient, type OpenPatient } from '../core/open-pathway.js';
import type { Transaction } from '../database/transaction.js';

/** A person's number in the one form that is hashed, whichever way a sender wrote it. */
export function canonicalIdentifier(identifier: { readonly system: string; readonly value: string }): { readonly system: string; readonly value: string } {
  const check = checkPersonIdentifier(identifier.system, identifier.value);
  return check.ok ? { system: check.system, value: check.value } : { system: canonicalSystem(identifier.system), value: identifier.value.replace(/\s/g, '') };
}

/** The patient's part of a referral, with the birth date that the number tells where none was given. */
export function demographicsOf(patient: Referral['patient']): Demographics {
  if (patient.identifier === undefined) return patient;
  const check = checkPersonIdentifier(patient.identifier.system, patient.identifier.value);
  const birthDate = patient.birthDate ?? (check.ok ? check.birthDate : undefined);
  return { ...patient, identifier: canonicalIdentifier(patient.identifier), ...(birthDate && { birthDate }) };
}

/** Keyed hash of the number; null without one. */
export function identifierHash(context: LedgerContext, demographics: Demographics): Buffer | null {
  const { identifier } = demographics;
  return identifier === undefined ? null : context.searchKey.identifier(identifier.system, identifier.value);
}

/** One at a time may look for and make the patient of a number; held until the transaction ends. */
export async function lockIdentity(transaction: Transaction, hash: Buffer): Promise<void> {
  await transaction.query('select pg_advisory_xact_lock(hashtextextended($1, 2))', [hash.toString('hex')]);
}

interface PatientRow {
  readonly id: string;
  readonly wrapped_key: Buffer | null;
  readonly sealed_demographics: Buffer | null;
}

/** The patient whose checked number this is; null when nobody has it. Call it under {@link lockIdentity}. */
export async function findVerified(context: LedgerContext, transaction: Transaction, hash: Buffer): Promise<OpenPatient | null> {
  const [row] = await transaction.query<PatientRow>(
    'select id, wrapped_key, sealed_demographics from patient where identifier_hash = $1 and verified and erased_at is null for no key update',
    [hash],
  );
  return row === undefined ? null : openPatient(context, row.id, row.wrapped_key, row.sealed_demographics);
}

/** A new patient under a new key. */
export async function createPatient(context: LedgerContext, transaction: Transaction, demographics: Demographics, verified: boolean): Promise<OpenPatient> {
  const id = randomUUID();
  const { key, wrapped } = await context.keys.create(id);
  await transaction.query(
    'insert into patient (id, wrapped_key, sealed_demographics, identifier_hash, verified) values ($1, $2, $3, $4, $5)',
    [id, wrapped, sealDemographics(key, id, demographics), identifierHash(context, demographics), verified],
  );
  await addNameTokens(context, transaction, id, demographics);
  return { id, key, demographics, birthDate: birthDateOf(demographics) };
}

/** Writes newer demographics over the old ones; what the newer do not say stays. */
export async function updatePatient(context: LedgerContext, transaction: Transaction, patient: OpenPatient, newer: Demographics, verified: boolean): Promise<OpenPatient> {
  if (patient.key === null) return patient;
  const demographics: Demographics = { ...patient.demographics, ...definedParts(newer) };
  await transaction.query(
    'update patient set sealed_demographics = $2, identifier_hash = $3, verified = verified or $4 where id = $1',
    [patient.id, sealDemographics(patient.key, patient.id, demographics), identifierHash(context, demographics), verified],
  );
  await addNameTokens(context, transaction, patient.id, demographics);
  return { ...patient, demographics, birthDate: birthDateOf(demographics) };
}

const definedParts = (demographics: Demographics): Demographics =>
  Object.fromEntries(Object.entries(demographics).filter(([, value]) => value !== undefined));

/** Earlier names stay: whoever asks for a former name must find her. */
async function addNameTokens(context: LedgerContext, transaction: Transaction, patientId: string, { name }: Demographics): Promise<void> {
  if (name === undefined) return;
  const tokens = context.searchKey.nameTokens(`${name.given} ${name.family}`);
  await transaction.query('insert into patient_name_token (patient_id, token) select $1, unnest($2::bytea[]) on conflict do nothing', [patientId, tokens]);
}

import type { DataSource } from 'typeorm';
import { databaseClock, type LedgerClock } from '../clock.js';
import { isUuid } from '../core/event-id.js';
import { LedgerError } from '../types/errors.js';
import type { Access } from '../types/access.js';

/** The database as somebody sees it. */
export interface Database {
  readonly dataSource: DataSource;
  /** Whose eyes each transaction has; null: only the connection's own role speaks (the engine sees all, an api nothing). */
  readonly access: Access | null;
  readonly clock: LedgerClock;
}

/** The settings that row-level security reads. A transaction has them until it ends; the pool's next user finds none. */
const settings = { actor: 'app.actor', organisations: 'app.orgs', persons: 'app.persons', parts: 'app.parts', purpose: 'app.purpose', reminder: 'app.reminder', now: 'app.now' } as const;

/** What a transaction begins with: one round trip, whoever looks. */
export function beginning({ access, clock }: Database, begin = 'begin'): string {
  if (access === null) return begin;
  const values: [string, string][] = [[settings.actor, access.actor], [settings.purpose, access.kind]];
  if (access.kind === 'actor') {
    values.push([settings.organisations, uuidArray(access.organisationIds)], [settings.persons, byteaArray(access.personHashes)], [settings.parts, access.wholePathwaysOnly === true ? 'none' : 'any']);
  }
  if (access.kind === 'answer') values.push([settings.reminder, uuidOf(access.reminderId)]);
  // The database's own clock says which day it is, unless the ledger lives at another time (a rehearsal).
  if (clock !== databaseClock) values.push([settings.now, clock.now(new Date()).toISOString()]);
  return [begin, ...values.map(([name, value]) => setLocal(name, value))].join('; ');
}

/**
 * What a transaction is for. `erasure`: decides over all records of one person, wherever they are, and answers ids and obstacles only; the
 * ledger sets it for its own calls, and nobody is given eyes of that kind. `addressing`: finds or makes the receiver that a contact names.
 */
export type Purpose = Access['kind'] | 'erasure' | 'addressing';

/** What lets a transaction do an intake's or an erasure's work, and what ends that. Nothing for the engine, which may. */
export function purposeStatement(access: Access | null, purpose: Purpose): string | null {
  return access === null || access.kind !== 'actor' ? null : setLocal(settings.purpose, purpose);
}

const setLocal = (name: string, value: string): string => `set local ${name} = ${quoted(value)}`;

/** A text as an SQL literal. Statements with parameters cannot be joined in one round trip, so the value stands in the text. */
function quoted(text: string): string {
  if (text.includes('\0')) throw notValid();
  return text.includes('\\') ? `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'` : `'${text.replaceAll("'", "''")}'`;
}

function uuidOf(id: string): string {
  if (!isUuid(id)) throw notValid();
  return id;
}

function uuidArray(ids: readonly string[]): string {
  return `{${ids.map(uuidOf).join(',')}}`;
}

function byteaArray(hashes: readonly string[]): string {
  if (!hashes.every((hash) => /^([0-9a-f]{2})+$/.test(hash))) throw notValid();
  return `{${hashes.map((hash) => `"\\\\x${hash}"`).join(',')}}`;
}

const notValid = (): LedgerError => new LedgerError('bad-data', 'Tilgangen har en id som ikke er gyldig.');

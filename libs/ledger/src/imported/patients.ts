import type { OsloDate } from '@forlop/calendar';
import type { LedgerContext } from '../context.js';
import { birthDateOf, sealDemographics, type Demographics } from '../core/demographics.js';
import { newEventId } from '../core/event-id.js';
import { openPatient, type OpenPatient } from '../core/open-pathway.js';
import type { Transaction } from '../database/transaction.js';
import { demographicsOf, identifierHash } from '../intake/patients.js';
import type { ImportedPathway } from '../types/importing.js';

/** The patients of referrals that are imported together: those who were known, and new ones that are yet to be written. */
export class ImportedPatients {
  private readonly known = new Map<string, OpenPatient>();
  private readonly fresh: NewPatient[] = [];
  private readonly told = new Map<ImportedPathway['patient'], ToldPatient>();

  constructor(private readonly context: LedgerContext, private readonly now: Date) {}

  /** Locks the numbers until the transaction ends and finds who has them; the order is the same for everybody who locks several. */
  async find(transaction: Transaction, pathways: readonly ImportedPathway[]): Promise<void> {
    const hashes = [...new Set(pathways.flatMap(({ patient }) => this.toldOf(patient).hash ?? []))].sort();
    if (hashes.length === 0) return;
    await transaction.query('select pg_advisory_xact_lock(hashtextextended(h, 2)) from unnest($1::text[]) h', [hashes]);
    const rows = await transaction.query<{ id: string; wrapped_key: Buffer | null; sealed_demographics: Buffer | null; identifier_hash: Buffer }>(
      'select id, wrapped_key, sealed_demographics, identifier_hash from patient where identifier_hash = any($1) and verified and erased_at is null for no key update',
      [hashes.map((hash) => Buffer.from(hash, 'hex'))],
    );
    for (const row of rows) this.known.set(row.identifier_hash.toString('hex'), await openPatient(this.context, row.id, row.wrapped_key, row.sealed_demographics));
  }

  /** Who the referral is about; known by number, or new. Without a number everybody is somebody else. */
  async of({ patient }: ImportedPathway): Promise<OpenPatient> {
    const { demographics, hash } = this.toldOf(patient);
    const found = hash === null ? undefined : this.known.get(hash);
    if (found !== undefined) return found;
    const id = newEventId(this.now, this.fresh.length);
    const { key, wrapped } = await this.context.keys.create(id);
    this.fresh.push({ id, wrapped, sealed: sealDemographics(key, id, demographics), hash, demographics });
    const made = { id, key, demographics, birthDate: birthDateOf(demographics) };
    if (hash !== null) this.known.set(hash, made);
    return made;
  }

  /** The birth date that dates are held against: the known patient's, or the one that the import tells. */
  birthDateOf({ patient }: ImportedPathway): OsloDate | null {
    const { demographics, hash } = this.toldOf(patient);
    const found = hash === null ? undefined : this.known.get(hash);
    return found === undefined ? birthDateOf(demographics) : found.birthDate;
  }

  /** Writes the new ones. */
  async write(transaction: Transaction): Promise<void> {
    if (this.fresh.length === 0) return;
    const bytes = (hash: string | null): Buffer | null => (hash === null ? null : Buffer.from(hash, 'hex'));
    await transaction.query(
      `insert into patient (id, wrapped_key, sealed_demographics, identifier_hash, verified)
       select id, wrapped, sealed, hash, hash is not null from unnest($1::uuid[], $2::bytea[], $3::bytea[], $4::bytea[]) as p (id, wrapped, sealed, hash)`,
      [this.fresh.map(({ id }) => id), this.fresh.map(({ wrapped }) => wrapped), this.fresh.map(({ sealed }) => sealed), this.fresh.map(({ hash }) => bytes(hash))],
    );
    const tokens = this.fresh.flatMap(({ id, demographics: { name } }) =>
      name === undefined ? [] : this.context.searchKey.nameTokens(`${name.given} ${name.family}`).map((token) => ({ id, token })));
    if (tokens.length === 0) return;
    await transaction.query('insert into patient_name_token (patient_id, token) select * from unnest($1::uuid[], $2::bytea[]) on conflict do nothing', [tokens.map(({ id }) => id), tokens.map(({ token }) => token)]);
  }

  /** Worked out once: a number is checked and hashed. */
  private toldOf(patient: ImportedPathway['patient']): ToldPatient {
    const known = this.told.get(patient);
    if (known !== undefined) return known;
    const demographics = demographicsOf(patient);
    const told = { demographics, hash: identifierHash(this.context, demographics)?.toString('hex') ?? null };
    this.told.set(patient, told);
    return told;
  }
}

/** A patient as an import tells of her. */
interface ToldPatient {
  readonly demographics: Demographics;
  /** Keyed hash of the number, hex; null without one. */
  readonly hash: string | null;
}

interface NewPatient {
  readonly id: string;
  readonly wrapped: Buffer;
  readonly sealed: Buffer;
  /** Keyed hash of the number, hex. */
  readonly hash: string | null;
  readonly demographics: Demographics;
}

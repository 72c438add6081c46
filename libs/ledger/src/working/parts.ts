import { osloDateOf, type OsloDate } from '@forlop/calendar';
import { open, seal } from '@forlop/crypto';
import type { Definition, Json, WorkCommand } from '@forlop/pathway';
import { command } from '../commands/command.js';
import { CommandNotDone } from '../commands/not-done.js';
import type { LedgerContext } from '../context.js';
import type { ObservationType } from '../core/observation-types.js';
import { openPathway, openPatient, type OpenPathway, type OpenPatient } from '../core/open-pathway.js';
import { writePathway } from '../core/write-pathway.js';
import type { Transaction } from '../database/transaction.js';
import { actorText, type Actor } from '../types/actor.js';
import { LedgerError } from '../types/errors.js';
import type { WorkEntry, WorkInput, Worked } from '../types/working.js';

type Reader = Pick<Transaction, 'query'>;

/** Opens a pathway to work on it. What waits in quarantine may turn out to be another's, and an erased patient has nothing to seal under. */
export async function openForWork(context: LedgerContext, transaction: Transaction, pathwayId: string): Promise<OpenPathway & { readonly key: Buffer; readonly definition: Definition }> {
  const pathway = await openPathway(context, transaction, pathwayId);
  if (pathway.quarantined) throw new LedgerError('not-now', 'Henvisningen er i karantene. Den må avklares før noe kan avtales.');
  const { key } = pathway.patient;
  if (key === null) throw new LedgerError('erased', 'Pasientens opplysninger er slettet.');
  return { ...pathway, key, definition: context.rules.definition(pathway.head.definitionId, pathway.head.definitionVersion).source };
}

const contextOf = (patientId: string, about: string) => ({ owner: patientId, purpose: `work/${about}` });

export const sealWork = (key: Buffer, patientId: string, about: string, value: Json): Buffer => seal(key, value, contextOf(patientId, about));

/** Null after erasure, and where nothing was sealed. */
export function openWork<T>(patient: Pick<OpenPatient, 'key'>, patientId: string, about: string, sealed: Buffer | null): T | null {
  return patient.key === null || sealed === null ? null : (open(patient.key, sealed, contextOf(patientId, about)) as T);
}

const nothing = { warnings: [], recorded: null } as const;

/** Gives the command that a piece of work ends in, with its own data and what the work adds. @throws CommandNotDone. */
export async function give(context: LedgerContext, transaction: Transaction, pathwayId: string, work: WorkCommand | undefined, input: WorkInput & { readonly on: OsloDate; readonly data?: Readonly<Record<string, Json>> }, actor: Actor): Promise<Pick<Worked, 'warnings' | 'recorded'>> {
  if (work === undefined) return nothing;
  const { on, text, actingAs, data } = input;
  const result = await command(context, pathwayId, {
    command: work.command, occurredOn: on, data: { ...work.data, ...data },
    ...(text !== undefined && { text }), ...(actingAs !== undefined && { actingAs }),
  }, actor, transaction);
  if (result.outcome !== 'done') throw new CommandNotDone(result);
  return { warnings: result.warnings, recorded: { pathwayId, position: result.position, eventIds: result.eventIds } };
}

/** Puts what no definition has an event for on the pathway's timeline. Codes and days only. */
export async function observe(context: LedgerContext, transaction: Transaction, pathwayId: string, type: ObservationType, data: Readonly<Record<string, Json>>, actor: Actor): Promise<void> {
  const pathway = await openPathway(context, transaction, pathwayId);
  await writePathway(context, transaction, pathway, [{ kind: 'observation', type, occurredOn: pathway.today, data, actor: actorText(actor) }], { tell: false });
}

/** Adds to the history of an offer, a meeting or a plan. */
export async function addEntry(transaction: Transaction, { head, now, patient }: Pick<OpenPathway, 'head' | 'now' | 'patient'>, about: string, what: string, actor: Actor, detail: Readonly<Record<string, Json>> = {}, text?: string): Promise<void> {
  const sealed = text === undefined || text.trim() === '' || patient.key === null ? null : sealWork(patient.key, patient.id, `entry/${about}`, text);
  await transaction.query('insert into work_entry (pathway_id, patient_id, about, what, detail, sealed, actor, at) values ($1, $2, $3, $4, $5, $6, $7, $8)', [
    head.id, patient.id, about, what, JSON.stringify(detail), sealed, actorText(actor), now,
  ]);
}

interface EntryRow {
  readonly about: string;
  readonly patient_id: string;
  readonly what: string;
  readonly detail: Record<string, Json>;
  readonly sealed: Buffer | null;
  readonly actor: string;
  readonly at: Date;
}

/** What happened with each of these, the oldest first. */
export async function historiesOf(reader: Reader, keys: ReadonlyMap<string, Buffer | null>, abouts: readonly string[]): Promise<ReadonlyMap<string, readonly WorkEntry[]>> {
  const histories = new Map<string, WorkEntry[]>();
  if (abouts.length === 0) return histories;
  const rows = await reader.query<EntryRow>('select about, patient_id, what, detail, sealed, actor, at from work_entry where about = any($1) order by id', [abouts]);
  for (const { about, patient_id: patientId, what, detail, sealed, actor, at } of rows) {
    const text = openWork<string>({ key: keys.get(patientId) ?? null }, patientId, `entry/${about}`, sealed);
    histories.set(about, [...(histories.get(about) ?? []), { at: at.toISOString(), what, detail, text, actor }]);
  }
  return histories;
}

/** Patients with their keys, by id. */
export async function patientsOf(context: LedgerContext, reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, OpenPatient>> {
  const rows = await reader.query<{ id: string; wrapped_key: Buffer | null; sealed_demographics: Buffer | null }>('select id, wrapped_key, sealed_demographics from patient where id = any($1)', [[...new Set(ids)]]);
  const patients = await Promise.all(rows.map((row) => openPatient(context, row.id, row.wrapped_key, row.sealed_demographics)));
  return new Map(patients.map((patient) => [patient.id, patient]));
}

export const keysOf = (patients: ReadonlyMap<string, OpenPatient>): ReadonlyMap<string, Buffer | null> => new Map([...patients].map(([id, { key }]) => [id, key]));

/** Whose it is, as a list shows it. */
export const nameOf = (id: string, patients: ReadonlyMap<string, OpenPatient>): { readonly id: string; readonly name: { readonly given: string; readonly family: string } | null } => ({
  id, name: patients.get(id)?.demographics?.name ?? null,
});

export const dayOfInstant = (instant: Date | string): OsloDate => osloDateOf(typeof instant === 'string' ? instant : instant.getTime());

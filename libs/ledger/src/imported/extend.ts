import { canonicalJson, type Json } from '@forlop/pathway';
import type { LedgerContext } from '../context.js';
import { openPathway, type OpenPathway } from '../core/open-pathway.js';
import { writePathway, type EventDraft } from '../core/write-pathway.js';
import type { Transaction } from '../database/transaction.js';
import { demographicsOf, identifierHash } from '../intake/patients.js';
import type { ImportAnswer, ImportedFact, ImportedPathway, ImportRefusal } from '../types/importing.js';
import { importErrors } from './check.js';
import { importIds, type ImportIds } from './event-ids.js';
import { refusedAs } from './refused.js';

/**
 * What a later extract says of a referral that was imported before: facts that were not there, and those that it tells otherwise than the
 * last import did, as corrections. What has gone from the extract stays, and what a person has put right here is not undone by an
 * extract that says what it always said.
 */
export async function extendHistory(context: LedgerContext, transaction: Transaction, pathwayId: string, imported: ImportedPathway, actor: string): Promise<ImportAnswer> {
  const pathway = await openPathway(context, transaction, pathwayId);
  const refusal = refusalOf(context, pathway, imported);
  if (refusal !== null) return refusedAs(refusal, [], pathwayId);
  const errors = importErrors(context, imported, pathway.today, pathway.patient.birthDate);
  if (errors.length > 0) return refusedAs('invalid', errors, pathwayId);
  const ids = importIds(context, imported.source);
  const drafts = imported.facts.flatMap((fact) => newlyTold(fact, ids, pathway.events, actor) ?? []);
  if (drafts.length === 0) return { outcome: 'same', pathwayId, events: 0, corrections: 0, refusal: null, errors: [] };
  await writePathway(context, transaction, pathway, drafts, { tell: false });
  return { outcome: 'extended', pathwayId, events: drafts.length, corrections: drafts.filter(({ corrects }) => corrects !== undefined).length, refusal: null, errors: [] };
}

function refusalOf(context: LedgerContext, { head, patient }: OpenPathway, imported: ImportedPathway): ImportRefusal | null {
  if (patient.key === null) return 'erased';
  if (head.mode !== 'historical') return 'not-historical';
  const [before, now] = [patient.demographics ?? {}, demographicsOf(imported.patient)].map((demographics) => identifierHash(context, demographics));
  return before?.toString('hex') === now?.toString('hex') ? null : 'other-patient';
}

/** What an event must say of itself to be compared with a fact. */
export interface ToldEvent {
  readonly id: string;
  readonly occurredOn: string;
  readonly data: Json;
  readonly corrects?: string | null;
}

/** Whether imports have told all of it before, just so. */
export function isTold(context: LedgerContext, { source, facts }: ImportedPathway, events: readonly ToldEvent[]): boolean {
  const ids = importIds(context, source);
  return facts.every((fact) => newlyTold(fact, ids, events, '') === null);
}

/** The fact as it is to be recorded; null when an import has said just this last. */
function newlyTold({ key, type, occurredOn, data }: ImportedFact, ids: ImportIds, events: readonly ToldEvent[], actor: string): EventDraft | null {
  const root = ids.of(key);
  const draft = { kind: 'fact' as const, type, occurredOn, data, actor };
  const told = toldByImports(events, ids, key);
  const last = told.at(-1);
  if (last === undefined) return { ...draft, id: root };
  if (last.occurredOn === occurredOn && canonicalJson(last.data) === canonicalJson(data)) return null;
  return { ...draft, id: ids.of(key, told.length), corrects: root };
}

/** The fact and its corrections as imports recorded them, told from a person's corrections by their ids. */
function toldByImports(events: readonly ToldEvent[], ids: ImportIds, key: string): ToldEvent[] {
  const root = ids.of(key);
  const about = events.filter(({ id, corrects }) => id === root || corrects === root);
  const mine = new Set(about.map((_, nth) => ids.of(key, nth)));
  return about.filter(({ id }) => mine.has(id));
}

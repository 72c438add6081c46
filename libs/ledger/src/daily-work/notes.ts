import { isRole } from '@forlop/access';
import type { LedgerContext } from '../context.js';
import { textOf } from '../commands/command.js';
import { observations } from '../core/observation-types.js';
import type { OpenPathway, StoredEvent } from '../core/open-pathway.js';
import type { Transaction } from '../database/transaction.js';
import { loadPathway, type LoadedEvent } from '../reads/load.js';
import { sealingKeys, textOf as openedText } from '../reads/timeline.js';
import { actorText, type Actor } from '../types/actor.js';
import { LedgerError } from '../types/errors.js';
import type { NoteInput, NoteShown } from '../types/daily-work.js';
import type { Recorded } from '../types/writing.js';
import { recordObservation } from './observe.js';

const bad = (sentence: string): LedgerError => new LedgerError('bad-data', sentence);

/** Notes in their latest version, those that were struck out too; the latest first. Whom each is for is for the caller to heed. */
export async function notes(context: LedgerContext, pathwayId: string): Promise<readonly NoteShown[]> {
  const loaded = await loadPathway(context, pathwayId);
  const written = loaded.events.filter(({ type }) => type === observations.note);
  const keys = await sealingKeys(context, loaded, written);
  return written
    .filter(({ corrects, retracts }) => corrects === undefined && retracts === undefined)
    .map((first) => noteShown(first, written, (event) => openedText(event, keys.get(event.sealedFor))))
    .reverse();
}

function noteShown(first: LoadedEvent, written: readonly LoadedEvent[], open: (event: LoadedEvent) => string | null): NoteShown {
  const versions = [first, ...written.filter(({ corrects }) => corrects === first.id)];
  const latest = versions.at(-1)!;
  const end = written.find(({ retracts }) => retracts === first.id);
  return {
    id: first.id,
    text: open(latest),
    writtenBy: first.actor,
    writtenAt: first.recordedAt,
    changedAt: versions.length === 1 ? null : latest.recordedAt,
    versions: versions.length,
    visibleTo: latest.data['synligFor'] as readonly string[],
    struckOut: end === undefined ? null : { by: end.actor, at: end.recordedAt, why: open(end) },
  };
}

/** Writes a note; its text is sealed under the patient's key. @throws LedgerError `bad-data`, `erased`. */
export function addNote(context: LedgerContext, pathwayId: string, note: NoteInput, actor: Actor, within?: Transaction): Promise<Recorded> {
  return recordObservation(context, pathwayId, () => draftOf(note), actor, within);
}

/** A new version of one's own note; the old ones stay on record. @throws LedgerError `bad-data`, `unknown-event`. */
export function rewriteNote(context: LedgerContext, pathwayId: string, noteId: string, note: NoteInput, actor: Actor, within?: Transaction): Promise<Recorded> {
  return recordObservation(context, pathwayId, (pathway) => {
    const { id, actor: author } = standing(pathway, noteId);
    if (author !== actorText(actor)) throw bad('Bare den som skrev notatet, kan skrive det om. Skriv heller et nytt.');
    return { ...draftOf(note), corrects: id };
  }, actor, within);
}

/** Strikes a note out; it stays on record with who and why. @throws LedgerError `bad-data`, `unknown-event`. */
export function strikeOutNote(context: LedgerContext, pathwayId: string, noteId: string, why: string, actor: Actor, within?: Transaction): Promise<Recorded> {
  return recordObservation(context, pathwayId, (pathway) => {
    if (textOf(why) === undefined) throw bad('Skriv hvorfor notatet strykes.');
    return { type: observations.note, data: {}, text: why, retracts: standing(pathway, noteId).id };
  }, actor, within);
}

function draftOf({ text, visibleTo }: NoteInput) {
  if (textOf(text) === undefined) throw bad('Notatet er tomt.');
  const unknown = visibleTo.find((role) => !isRole(role));
  if (unknown !== undefined) throw bad(`Rollen «${unknown}» finnes ikke.`);
  return { type: observations.note, data: { synligFor: [...new Set(visibleTo)].sort() }, text };
}

/** The note's first version, of one that was not struck out. */
function standing({ events }: OpenPathway, noteId: string): StoredEvent {
  const first = events.find(({ id, type, corrects, retracts }) => id === noteId && type === observations.note && corrects === undefined && retracts === undefined);
  if (first === undefined) throw new LedgerError('unknown-event', 'Notatet finnes ikke.');
  if (events.some(({ retracts }) => retracts === first.id)) throw bad('Notatet er strøket.');
  return first;
}

import type { CompiledDefinition } from '@forlop/pathway';
import type { LedgerContext } from '../context.js';
import { openEventText } from '../core/demographics.js';
import { recordedEvent } from '../core/open-pathway.js';
import { observations } from '../core/observation-types.js';
import { read } from '../database/read.js';
import type { TimelineEntry } from '../types/reading.js';
import type { LoadedEvent, LoadedPathway } from './load.js';
import { withheld } from './protection.js';
import { ownTitle } from './observation-titles.js';

/** All events in order of recording, with their free texts. */
export async function timelineOf(context: LedgerContext, loaded: LoadedPathway, definition: CompiledDefinition, knownAt: number): Promise<TimelineEntry[]> {
  const events = loaded.events.filter((event) => event.position <= knownAt);
  const keys = await sealingKeys(context, loaded, events);
  const superseded = supersededBy(events);
  const hidden = hiddenFields(context, loaded);
  return events.map((event) => ({
    ...recordedEvent(event),
    data: dataShown(event, hidden),
    title: definition.source.events[event.type]?.title.nb ?? ownTitle(event.type),
    // Whom a note is for is asked where notes are read.
    text: event.type === observations.note ? null : textOf(event, keys.get(event.sealedFor)),
    supersededBy: superseded.get(event.id) ?? null,
  }));
}

/** Fields that say who follows the patient up: nobody needs a person's hash, and organisations tell where a protected patient lives. */
function hiddenFields({ database }: LedgerContext, { patient }: LoadedPathway): readonly string[] {
  if (database.access === null) return [];
  return withheld(database.access, patient.demographics).whereabouts ? ['person', 'organisasjon'] : ['person'];
}

function dataShown({ kind, data }: LoadedEvent, hidden: readonly string[]): TimelineEntry['data'] {
  if (kind !== 'observation' || hidden.length === 0) return data;
  return Object.fromEntries(Object.entries(data).filter(([field]) => !hidden.includes(field)));
}

export function textOf({ id, sealed, sealedFor }: LoadedEvent, key: Buffer | undefined): string | null {
  if (sealed === null || key === undefined) return null;
  return openEventText(key, sealedFor, id, Buffer.from(sealed, 'base64')).text;
}

/** Mostly the patient's own; a released quarantine has events under the key of the record that it began on. */
export async function sealingKeys(context: LedgerContext, { patient }: LoadedPathway, events: readonly LoadedEvent[]): Promise<ReadonlyMap<string, Buffer>> {
  const keys = new Map<string, Buffer>(patient.key === null ? [] : [[patient.id, patient.key]]);
  const others = [...new Set(events.filter((e) => e.sealed !== null).map((e) => e.sealedFor))].filter((id) => id !== patient.id);
  if (others.length === 0) return keys;
  const rows = await read<{ id: string; wrapped_key: Buffer }>(context.database, 'select id, wrapped_key from patient where id = any($1) and wrapped_key is not null', [others]);
  for (const row of rows) keys.set(row.id, await context.keys.of(row.id, row.wrapped_key));
  return keys;
}

/** For each event the latest one that corrected or retracted it. */
function supersededBy(events: readonly LoadedEvent[]): ReadonlyMap<string, string> {
  const versions = new Map<string, string[]>();
  const latest = new Map<string, string>();
  for (const event of events) {
    const root = event.corrects ?? event.retracts;
    if (root === undefined) continue;
    const earlier = versions.get(root) ?? [root];
    for (const id of earlier) latest.set(id, event.id);
    versions.set(root, [...earlier, event.id]);
  }
  return latest;
}

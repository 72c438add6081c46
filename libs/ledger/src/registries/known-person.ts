import type { KnownPerson } from '@forlop/registries';
import type { OpenPathway, StoredEvent } from '../core/open-pathway.js';
import { actorText, systemActor } from '../types/actor.js';
import type { StoredLooks } from './stored-looks.js';

/** Who records what the registries say. */
export const registryWatcher = systemActor('registervakt');

/** A death on record: the event that first told it, and how it is told now. */
export interface DeathOnRecord {
  readonly root: StoredEvent;
  readonly last: StoredEvent;
}

/** The death that is on record; null when there is none, or when it was taken back. */
export function deathOnRecord(events: readonly StoredEvent[]): DeathOnRecord | null {
  for (const root of events.filter(({ type, corrects, retracts }) => type === 'pasientDod' && corrects === undefined && retracts === undefined)) {
    const last = events.findLast(({ id, corrects, retracts }) => root.id === (corrects ?? retracts ?? id))!;
    if (last.retracts === undefined) return { root, last };
  }
  return null;
}

/** What is on record of a pathway's patient, as a look is compared with it. */
export function knownPerson({ head, patient, events }: OpenPathway, { person, gp }: StoredLooks): KnownPerson {
  const death = deathOnRecord(events);
  const told = patient.demographics?.protection;
  return {
    since: head.receivedOn,
    death: death && { on: death.last.occurredOn, byRegistry: death.last.actor === actorText(registryWatcher) },
    fastlege: gp?.value.known ?? null,
    protection: person?.value.protection ?? (told === undefined || told === 'ingen' ? 'ugradert' : told),
    address: person?.value.address,
    asOf: { ...(person && { persontjenesten: person.asOf }), ...(gp && { fastlegeregisteret: gp.asOf }) },
  };
}

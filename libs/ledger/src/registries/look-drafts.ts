import { dateInWords, osloDateOf } from '@forlop/calendar';
import type { RegistryFact, RegistryName } from '@forlop/registries';
import { observations } from '../core/observation-types.js';
import type { OpenPathway } from '../core/open-pathway.js';
import type { EventDraft } from '../core/write-pathway.js';
import { actorText } from '../types/actor.js';
import { deathOnRecord, registryWatcher } from './known-person.js';

const names: Readonly<Record<RegistryName, string>> = { persontjenesten: 'Persontjenesten', fastlegeregisteret: 'Fastlegeregisteret', adresseregisteret: 'Adresseregisteret' };

/**
 * The event that says it. Its text is the sentence and where it is from, save about the fastlege: doctors' names tell where somebody lives whose
 * address is protected, and stand with the contact, where they are withheld from those who must not know.
 */
export function draftOfFact(pathway: OpenPathway, fact: RegistryFact): EventDraft {
  const actor = actorText(registryWatcher);
  const text = fact.kind === 'fastlege' ? sourceOf(fact) : `${fact.sentence} ${sourceOf(fact)}`;
  switch (fact.kind) {
    case 'death':
      return { kind: 'fact', type: fact.event, occurredOn: fact.on, data: {}, text, actor };
    case 'death-corrected':
    case 'death-withdrawn': {
      // Facts of these kinds are made only where a death is on record.
      const { root, last } = deathOnRecord(pathway.events)!;
      const change = fact.kind === 'death-corrected' ? { occurredOn: fact.on, corrects: root.id } : { occurredOn: last.occurredOn, retracts: root.id };
      return { kind: root.kind, type: root.type, data: {}, text, actor, ...change };
    }
    case 'fastlege':
      return { kind: 'fact', type: fact.event, occurredOn: fact.on, data: { status: fact.status }, text, actor };
    case 'protection':
      return { kind: 'observation', type: observations.registryTold, occurredOn: pathway.today, data: { what: 'adressebeskyttelse' }, text, actor };
    case 'moved':
      return { kind: 'observation', type: observations.registryTold, occurredOn: fact.on, data: { what: 'bosted' }, text, actor };
  }
}

const timeOfDay = new Intl.DateTimeFormat('nb-NO', { timeZone: 'Europe/Oslo', hour: '2-digit', minute: '2-digit' });

/** Who said it and when, in Oslo's time. */
function sourceOf({ source, asOf }: Pick<RegistryFact, 'source' | 'asOf'>): string {
  const instant = Date.parse(asOf);
  return `Kilde: ${names[source]}, ${dateInWords(osloDateOf(instant))} kl. ${timeOfDay.format(instant)}.`;
}

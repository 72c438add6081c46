import { osloDateOf } from '@forlop/calendar';
import { engineEvents } from '@forlop/pathway';
import type { LedgerContext } from '../context.js';
import { newEventId } from '../core/event-id.js';
import type { OpenPathway, OpenPatient } from '../core/open-pathway.js';
import { prepareWrite, type EventDraft, type PathwayWrite } from '../core/write-pathway.js';
import { regimeOf } from '../intake/new-pathway.js';
import type { ImportedPathway } from '../types/importing.js';
import { importIds } from './event-ids.js';

/** A historical pathway that is yet to be written. */
export interface NewHistory {
  readonly id: string;
  readonly patientId: string;
  readonly imported: ImportedPathway;
  readonly write: PathwayWrite;
}

/** Under this key the pathway's own first event has its id. */
const createdKey = 'forlopOpprettet';

/** What a referral comes to as a pathway of its own: chained, judged by the kernel, and with its read rows. `nth`: its place among those of this instant. */
export function newHistory(context: LedgerContext, imported: ImportedPathway, patient: OpenPatient, now: Date, nth: number, actor: string): NewHistory {
  const id = newEventId(now, nth);
  const definition = context.rules.definition(imported.definition.id, imported.definition.version).source;
  const ids = importIds(context, imported.source);
  const firstDay = imported.facts.reduce((first, { occurredOn }) => (occurredOn < first ? occurredOn : first), imported.receivedOn);
  const created: EventDraft = { id: ids.of(createdKey), kind: 'fact', type: engineEvents.created, occurredOn: firstDay, data: regimeOf(definition), actor };
  const facts = imported.facts.map((fact): EventDraft => ({ id: ids.of(fact.key), kind: 'fact', type: fact.type, occurredOn: fact.occurredOn, data: fact.data, actor }));
  const { write } = prepareWrite(context, emptyPathway(id, imported, patient, now), [created, ...facts], { tell: false });
  return { id, patientId: patient.id, imported, write };
}

function emptyPathway(id: string, { definition, organisationId, receivedOn }: ImportedPathway, patient: OpenPatient, now: Date): OpenPathway {
  return {
    head: {
      id, patientId: patient.id, organisationId, mode: 'historical', definitionId: definition.id, definitionVersion: definition.version,
      receivedOn, headHash: null, headPosition: 0, eventCount: 0, lastRecordedAt: null, advancedPosition: 0, nextWakeAt: null, finished: false, liveFrom: null,
    },
    patient, events: [], digests: null, quarantined: false, now, today: osloDateOf(now.getTime()),
  };
}

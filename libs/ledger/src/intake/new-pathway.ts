import { randomUUID } from 'node:crypto';
import { osloDateOf, type OsloDate } from '@forlop/calendar';
import { engineEvents, type Definition, type Json, type Regime } from '@forlop/pathway';
import type { LedgerContext } from '../context.js';
import type { OpenPathway, OpenPatient } from '../core/open-pathway.js';
import { writePathway, type EventDraft, type Written } from '../core/write-pathway.js';
import type { Transaction } from '../database/transaction.js';

/** What a pathway begins with. */
export interface NewPathway {
  readonly patient: OpenPatient;
  readonly organisationId: string;
  readonly referrerOrganisationId: string | null;
  readonly definition: Definition;
  readonly receivedOn: OsloDate;
  readonly quarantined: boolean;
  readonly facts: readonly EventDraft[];
  readonly actor: string;
}

/** Creates a live pathway with its first events. */
export async function createPathway(context: LedgerContext, transaction: Transaction, start: NewPathway): Promise<Written> {
  const { patient, definition, receivedOn } = start;
  const id = randomUUID();
  const [row] = await transaction.query<{ now: Date }>(
    `insert into pathway (id, patient_id, organisation_id, referrer_organisation_id, mode, definition_id, definition_version, received_on)
     values ($1, $2, $3, $4, 'live', $5, $6, $7) returning clock_timestamp() as now`,
    [id, patient.id, start.organisationId, start.referrerOrganisationId, definition.id, definition.version, receivedOn],
  );
  const now = context.clock.now(row!.now);
  const empty: OpenPathway = {
    head: {
      id, patientId: patient.id, organisationId: start.organisationId, mode: 'live', definitionId: definition.id, definitionVersion: definition.version,
      receivedOn, headHash: null, headPosition: 0, eventCount: 0, lastRecordedAt: null, advancedPosition: 0, nextWakeAt: null, finished: false, liveFrom: null,
    },
    patient, events: [], digests: null, quarantined: start.quarantined, now, today: osloDateOf(now.getTime()),
  };
  const created: EventDraft = { kind: 'fact', type: engineEvents.created, occurredOn: firstDay(start), data: regimeOf(definition), actor: start.actor };
  return writePathway(context, transaction, empty, [created, ...start.facts], { tell: true });
}

/** The pathway begins with its earliest fact, which is the receipt unless a sender's dates say otherwise. */
function firstDay({ receivedOn, facts }: NewPathway): OsloDate {
  return facts.reduce((first, { occurredOn }) => (occurredOn < first ? occurredOn : first), receivedOn);
}

/** The data of a pathway's first event: the rules that it begins on. */
export function regimeOf({ id, version, calendar, parameters }: Definition): Readonly<Record<string, Json>> {
  const defaults = Object.fromEntries(Object.entries(parameters).map(([name, parameter]) => [name, parameter.default]));
  const regime: Regime = { definition: { id, version }, calendar: { id: calendar.id, version: calendar.version }, parameters: defaults };
  return regime as unknown as Readonly<Record<string, Json>>;
}

import type { OsloDate } from '@forlop/calendar';
import type { CompiledDefinition, Evaluation, Json } from '@forlop/pathway';
import type { StoredEvent } from './open-pathway.js';
import { observations } from './observation-types.js';
import type { Responsibility } from './responsible.js';

/** Why somebody may see a pathway, or may not. */
export type AccessBasis = 'responsible' | 'participant' | 'contact' | 'blocked';

/** A row of `pathway_access`, as the database's columns are called. */
export interface AccessRow {
  readonly key: string;
  readonly organisation_id: string | null;
  /** Keyed hash, `\x` and hexadecimal. */
  readonly person: string | null;
  readonly role: string;
  readonly basis: AccessBasis;
  readonly valid_from: OsloDate;
  /** The first day on which it no longer holds. */
  readonly valid_to: OsloDate | null;
  readonly steps: readonly string[] | null;
  readonly in_step: boolean;
  readonly denies: boolean;
  /** The patient has blocked somebody from the pathway. */
  readonly contested: boolean;
  readonly home: boolean;
  readonly [column: string]: unknown;
}

/** An organisation, or a person by her keyed hashes. */
export interface Holder {
  readonly organisation: string | null;
  readonly persons: readonly string[];
}

/** Something that gives or takes access from a day on, until it is ended. */
export interface Given {
  readonly id: string;
  readonly basis: 'participant' | 'contact' | 'blocked';
  readonly holder: Holder;
  readonly role: string;
  readonly from: OsloDate;
  to: OsloDate | null;
}

/** The role of the doctor whom the patient is listed with, who sees the whole pathway. */
const fastlege = 'fastlege';
/** From a day on the patient has another fastlege, or none. */
const fastlegeChanged = 'fastlegeEndret';

/**
 * Who may see the pathway and when, from its events alone: who is responsible, who takes part, who is named as the patient's
 * doctor or contact, and whom the patient has blocked.
 */
export function accessRows(events: readonly StoredEvent[], turns: readonly Responsibility[], home: string, evaluation: Evaluation, definition: CompiledDefinition): AccessRow[] {
  const responsible = turns.map(({ organisationId, from, to }, i): AccessRow => ({
    key: `responsible:${i + 1}`, organisation_id: organisationId, person: null, role: 'ansvarlig', basis: 'responsible',
    valid_from: from, valid_to: to, steps: null, in_step: true, denies: false, contested: false, home: organisationId === home,
  }));
  const stepsOf = (role: string): readonly string[] | null => (role === fastlege ? null : definition.source.steps.filter((step) => step.seenBy?.includes(role)).map((step) => step.id));
  const rows = [...responsible, ...given(events).filter(({ from, to }) => to === null || to > from).flatMap((one) => givenRows(one, stepsOf, evaluation.step))];
  const contested = isContested(rows, evaluation.asOf);
  return rows.map((row) => ({ ...row, contested }));
}

/** A blocking holds on that day or will. */
export function isContested(rows: readonly AccessRow[], asOf: OsloDate): boolean {
  return rows.some((row) => row.denies && (row.valid_to === null || row.valid_to > asOf));
}

function givenRows({ id, basis, holder, role, from, to }: Given, stepsOf: (role: string) => readonly string[] | null, step: string): AccessRow[] {
  const inRole = basis === 'blocked' ? null : stepsOf(role);
  // A contact sees the steps that its role takes part in; a participant whose role takes part in none sees all of them.
  const steps = basis === 'participant' && inRole?.length === 0 ? null : inRole;
  const row = { role, basis, valid_from: from, valid_to: to, steps, in_step: steps === null || steps.includes(step), denies: basis === 'blocked', contested: false, home: false };
  const { organisation, persons } = holder;
  return [
    ...(organisation === null ? [] : [{ key: `${basis}:${id}`, organisation_id: organisation, person: null, ...row }]),
    ...persons.map((person, i) => ({ key: `${basis}:${id}:${i + 1}`, organisation_id: null, person: `\\x${person}`, ...row })),
  ];
}

/** Everything that was given, with the day on which it ended. */
export function given(events: readonly StoredEvent[]): Given[] {
  const all: Given[] = [];
  const contacts = new Map<string, Given>();
  const endContact = (role: string, on: OsloDate): void => {
    const former = contacts.get(role);
    if (former !== undefined && (former.to === null || former.to > on)) former.to = on;
  };
  for (const event of inForce(events)) {
    const { data, occurredOn } = event;
    switch (event.type) {
      case observations.accessGiven:
        all.push({ id: event.id, basis: 'participant', holder: holderOf(data), role: String(data['rolle']), from: data['fra'] as OsloDate, to: (data['til'] as OsloDate | undefined) ?? null });
        break;
      case observations.blocked:
        all.push({ id: event.id, basis: 'blocked', holder: holderOf(data), role: 'sperret', from: data['fra'] as OsloDate, to: null });
        break;
      case observations.accessWithdrawn:
      case observations.unblocked:
        end(all, String(data['gjelder']), data['fra'] as OsloDate);
        break;
      case observations.contactChanged: {
        const role = String(data['role']);
        endContact(role, occurredOn);
        const contact: Given = { id: event.id, basis: 'contact', holder: holderOf(data), role, from: occurredOn, to: null };
        contacts.set(role, contact);
        all.push(contact);
        break;
      }
      case fastlegeChanged: {
        const former = contacts.get(fastlege);
        // Whoever was named on that day or after is the new one.
        if (former !== undefined && former.from < occurredOn) endContact(fastlege, occurredOn);
        break;
      }
    }
  }
  return all;
}

function end(all: readonly Given[], id: string, on: OsloDate): void {
  const one = all.find((candidate) => candidate.id === id);
  if (one !== undefined && (one.to === null || one.to > on)) one.to = on;
}

/** Without what was retracted; what was corrected as it was corrected last. In the order of recording. */
function inForce(events: readonly StoredEvent[]): StoredEvent[] {
  const latest = new Map<string, StoredEvent>();
  for (const event of events) latest.set(event.corrects ?? event.retracts ?? event.id, event);
  return events.flatMap((event) => {
    const last = latest.get(event.id);
    return last === undefined || last.retracts !== undefined ? [] : [last];
  });
}

function holderOf(data: Readonly<Record<string, Json>>): Holder {
  return { organisation: (data['organisasjon'] as string | undefined) ?? null, persons: (data['person'] as readonly string[] | undefined) ?? [] };
}

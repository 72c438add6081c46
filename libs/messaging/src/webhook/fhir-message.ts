import { systems } from '@forlop/contracts';
import type { Bundle, BundleEntry, Communication, Identifier, Patient, Reference, Task } from '@medplum/fhirtypes';
import type { Outgoing, OutgoingItem } from '../channel.js';

/** Our own names for things in FHIR: a reminder by its id, and the reference that people read out. */
const REMINDER = 'urn:forlop:paminnelse';
const REFERENCE = 'urn:forlop:referanse';
const CATEGORY = 'http://terminology.hl7.org/CodeSystem/communication-category';

/** What tells something without asking for anything. */
const onlyTells: ReadonlySet<OutgoingItem['wording']> = new Set(['withdraw']);
const toCoordinator: ReadonlySet<OutgoingItem['wording']> = new Set(['escalate', 'escalate-unconfirmed']);

/**
 * What a subscriber is sent: for each reminder a Communication that says it, and a Task where something is to be done. The
 * same message is the same bytes each time.
 */
export function messageBundle(message: Outgoing): Bundle {
  const entry = message.items.flatMap((item): BundleEntry[] => {
    const communication = { resource: communicationOf(item, message) };
    return onlyTells.has(item.wording) ? [communication] : [communication, { resource: taskOf(item, message) }];
  });
  return { resourceType: 'Bundle', type: 'collection', identifier: { system: 'urn:forlop:melding', value: message.messageId }, entry };
}

/** A message without a reminder in it, for whoever wants to see that a subscription works. Marked as a test (`HTEST`, HL7 v3 ActReason). */
export function testBundle(messageId: string): Bundle {
  return {
    resourceType: 'Bundle',
    meta: { tag: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'HTEST' }] },
    type: 'collection',
    identifier: { system: 'urn:forlop:melding', value: messageId },
  };
}

function communicationOf(item: OutgoingItem, message: Outgoing): Communication {
  return {
    resourceType: 'Communication',
    id: item.reminderId,
    language: message.language,
    identifier: identifiersOf(item),
    status: 'completed',
    category: [{ coding: [{ system: CATEGORY, code: categoryOf(item) }] }],
    priority: toCoordinator.has(item.wording) ? 'urgent' : 'routine',
    ...(item.patient && { subject: patientReference(item.patient) }),
    topic: { text: item.dutyTitle },
    recipient: [receiverReference(message)],
    sender: { type: 'Organization', display: item.organisation },
    payload: [{ contentString: item.content }],
  };
}

function taskOf(item: OutgoingItem, message: Outgoing): Task {
  return {
    resourceType: 'Task',
    id: item.reminderId,
    language: message.language,
    identifier: identifiersOf(item),
    status: 'requested',
    intent: 'order',
    priority: toCoordinator.has(item.wording) ? 'urgent' : 'routine',
    code: { text: item.dutyTitle },
    description: item.content,
    focus: { type: 'Communication', identifier: { system: REMINDER, value: item.reminderId } },
    ...(item.patient && { for: patientReference(item.patient) }),
    requester: { type: 'Organization', display: item.organisation },
    owner: receiverReference(message) as NonNullable<Task['owner']>,
    ...(item.dueOn !== null && { restriction: { period: { end: item.dueOn } } }),
  };
}

function categoryOf({ wording }: OutgoingItem): 'reminder' | 'alert' | 'notification' {
  if (onlyTells.has(wording)) return 'notification';
  return toCoordinator.has(wording) ? 'alert' : 'reminder';
}

function identifiersOf({ reminderId, reference }: OutgoingItem): Identifier[] {
  return [{ system: REMINDER, value: reminderId }, { system: REFERENCE, value: reference }];
}

function patientReference({ name, personNumber }: NonNullable<OutgoingItem['patient']>): Reference<Patient> {
  return { type: 'Patient', ...(personNumber !== null && { identifier: { system: numberSystem(personNumber), value: personNumber } }), display: name };
}

/** A D-number has four added to its first digit (Skatteetaten). */
function numberSystem(personNumber: string): string {
  return personNumber.charAt(0) >= '4' ? systems.dNummer : systems.fodselsnummer;
}

/** Who it is for by name; else by who subscribes, since a reference must say something. */
function receiverReference({ receiver: { name, address } }: Outgoing): { display: string } {
  return { display: name ?? (address.channel === 'webhook' ? address.subscriber : '-') };
}

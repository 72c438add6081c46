import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, osloMidnight } from '@forlop/calendar';
import type { temporal } from '@temporalio/proto';
import { askForSupplement, command, newPatient, refer, supplementReminder } from './patients.js';
import { startSystem, type System } from './system.js';

const patient = newPatient();
const fastlege = 'fastlege@legekontor.example';
let system: System;
let id: string;
beforeAll(async () => {
  system = await startSystem();
}, 240_000);
afterAll(() => system?.stop(), 60_000);

test('a referral comes in as FHIR, and its workflow runs and is armed for what the ledger watches', async () => {
  id = await refer(system, patient);
  const view = await system.ledger.patientView(id);
  expect(view).toMatchObject({ mode: 'live', active: true, step: { id: 'mottatt' }, patient: { identifier: { value: patient.fodselsnummer }, verified: true } });
  const shown = await system.until('the workflow shows its deadline', async () => {
    const { status, searchAttributes } = await system.workflow(id).describe();
    return status.name === 'RUNNING' && searchAttributes['ForlopNextDeadline'] !== undefined && searchAttributes;
  });

  const watched = view.clocks.filter(({ dueOn, status }) => dueOn !== null && status === 'running').sort((a, b) => a.dueOn!.localeCompare(b.dueOn!))[0]!;
  const ends = new Date(osloMidnight(addDays(watched.dueOn!, 1)));
  expect(shown).toMatchObject({ ForlopStep: ['mottatt'], ForlopMode: ['live'], ForlopRuleId: [watched.clock], ForlopNextDeadline: [ends] });
  const state = await system.workflow(id).query<{ nextWakeAt: string }>('state');
  const [live] = await system.ledger.livePathways({ limit: 10 });
  expect(live).toMatchObject({ pathwayId: id, nextWakeAt: state.nextWakeAt, advancedPosition: live!.position });
  expect(Date.parse(state.nextWakeAt)).toBeLessThan(ends.getTime() + 5 * 60_000);
}, 240_000);

test('a command moves the patient, the list and the workflow', async () => {
  expect(await command(system, id, 'vurder-rett', { data: { svarkode: '2' } })).toMatchObject({ status: 200 });
  const { step } = await system.ledger.patientView(id);
  expect(step.id).not.toBe('mottatt');
  const list = (await system.api('GET', `/api/v1/worklist?step=${step.id}`)).body;
  expect(list).toMatchObject({ total: 1, rows: [{ pathwayId: id, patient: { name: { given: patient.given, family: patient.family } } }] });
  await system.until('the workflow shows the step', async () => (await system.workflow(id).describe()).searchAttributes['ForlopStep']?.[0] === step.id);
}, 240_000);

test('the fastlege is reminded by mail, once, without a word about the patient', async () => {
  const asked = await refer(system, patientOfHerOwn);
  await askForSupplement(system, asked, fastlege);
  await system.until('the reminder is recorded as sent', async () => {
    const { obligations } = await system.ledger.patientView(asked);
    return obligations.find(({ key }) => key === supplementReminder)?.told.some(({ status }) => status === 'sent');
  });
  const mails = await system.mailsTo(fastlege);
  expect(mails).toHaveLength(1);
  expect(mails[0]!.text).toContain(asked);
  const written = `${mails[0]!.subject}\n${mails[0]!.text}`;
  for (const secret of secretsOf(patientOfHerOwn)) expect(written).not.toContain(secret);
  id = asked;
}, 240_000);

const patientOfHerOwn = newPatient();
const secretsOf = ({ fodselsnummer, birthDate, given, family }: typeof patient) => [fodselsnummer, birthDate, '15.04.1988', '15. april 1988', given, family];

describe('what Temporal keeps', () => {
  test('holds no person: not in its events, nor in what its payloads say as bytes', async () => {
    const histories = await historiesOf(id);
    expect(histories.length).toBeGreaterThan(1);
    const payloads = histories.flatMap(payloadsIn);
    expect(payloads.length).toBeGreaterThan(5);
    const kept = JSON.stringify(histories) + payloads.map(({ data }) => Buffer.from(data ?? []).toString('utf8')).join('\n');
    for (const secret of [...secretsOf(patientOfHerOwn), fastlege, 'Prøvesen', 'trappen']) expect(kept).not.toContain(secret);
    // What is not encrypted: search attributes, and in markers the name of a local activity.
    const plainIn = histories.flatMap(({ events }) => events ?? []).filter((event) => payloadsIn(event).some(isPlain)).map(kindOf);
    expect(plainIn.filter((kind) => kind !== 'markerRecordedEventAttributes')).toEqual([]);
  }, 120_000);
});

test('forlop verify finds every chain whole, and every list as a rebuild would make it', async () => {
  expect(JSON.parse(await system.forlop('verify', '--json'))).toMatchObject({ pathways: 2, differences: [] });
}, 120_000);

type History = temporal.api.history.v1.IHistory;
type Payload = temporal.api.common.v1.IPayload;

/** The pathway's history and its obligations', as the server gives them. */
async function historiesOf(pathwayId: string): Promise<History[]> {
  const { obligations } = await system.workflow(pathwayId).query<{ obligations: string[] }>('state');
  const handles = [system.workflow(pathwayId), ...obligations.map((workflowId) => system.temporal.workflow.getHandle(workflowId))];
  return Promise.all(handles.map((handle) => handle.fetchHistory()));
}

/** Every payload in a history. Search attributes are payloads with a `type`: never encrypted, so they are looked at too. */
function payloadsIn(value: unknown): Payload[] {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return [];
  const { metadata, data } = value as Payload;
  const own = metadata !== undefined && data instanceof Uint8Array ? [value as Payload] : [];
  return [...own, ...Object.values(value).flatMap(payloadsIn)];
}

/** Neither a search attribute (which has a type) nor encrypted. */
function isPlain({ metadata }: Payload): boolean {
  return metadata?.['type'] === undefined && Buffer.from(metadata?.['encoding'] ?? []).toString('utf8') !== 'binary/encrypted';
}

const kindOf = (event: object): string | undefined => Object.keys(event).find((key) => key.endsWith('EventAttributes') && event[key as keyof typeof event] !== null);

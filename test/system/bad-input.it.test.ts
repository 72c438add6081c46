import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, addWorkingDays, calendarById, osloDateOf } from '@forlop/calendar';
import { command, newPatient, refer, referralOf } from './patients.js';
import { startSystem, type Answer, type System } from './system.js';

let system: System;
let id: string;
beforeAll(async () => {
  system = await startSystem({ apps: ['api'] });
  id = await refer(system);
}, 240_000);
afterAll(() => system?.stop(), 60_000);

const sentence = expect.stringMatching(/^[A-ZÆØÅ«].*\.$/s);
const tomorrow = () => addDays(osloDateOf(Date.now()), 1);
const facts = (...list: object[]) => system.api('POST', `/api/v1/pathways/${id}/facts`, { facts: list });
const referral = (parts: object) => system.api('POST', '/api/v1/referrals', { ...referralOf(newPatient(), system.today), ...parts });
const assessed = (more: object) => facts({ type: 'vurdert', occurredOn: system.today, data: { utfall: 'rett' }, ...more });

describe('is answered with what and where, and changes nothing', () => {
  test.each<[string, () => Promise<Answer>, number, string, string | null]>([
    ['an invalid fødselsnummer', () => referral({ patient: { identifier: { system: 'urn:oid:2.16.578.1.12.4.1.4.1', value: '12345678901' } } }), 400, 'ugyldig-fodselsnummer', '/patient/identifier/value'],
    ['a date in the future', () => assessed({ occurredOn: tomorrow() }), 400, 'date-in-future', '/facts/0/occurredOn'],
    ['a date before birth', () => assessed({ occurredOn: '1988-04-14' }), 400, 'date-before-birth', '/facts/0/occurredOn'],
    ['a day that does not exist', () => assessed({ occurredOn: '2026-02-30' }), 400, 'not-a-date', '/facts/0/occurredOn'],
    ['an unknown code', () => assessed({ data: { utfall: 'kanskje' } }), 400, 'unknown-code', '/facts/0/data/utfall'],
    ['a wrong type', () => assessed({ data: { utfall: 7 } }), 400, 'wrong-type', '/facts/0/data/utfall'],
    ['an unknown event', () => assessed({ type: 'noeAnnet' }), 400, 'unknown-event', '/facts/0/type'],
    ['an unknown pathway', () => system.api('GET', `/api/v1/pathways/${randomUUID()}`), 404, 'unknown-pathway', null],
    ['an unknown command', () => command(system, id, 'gjor-frisk'), 404, 'unknown-command', null],
    ['an unknown event id', () => system.api('POST', `/api/v1/pathways/${id}/events/${randomUUID()}/retraction`, { reason: 'Feil.' }), 404, 'unknown-event', null],
    ['a refused command', () => command(system, id, 'avslutt-utredning'), 409, 'step-does-not-allow', null],
    ['no Idempotency-Key', () => system.api('POST', `/api/v1/pathways/${id}/commands/meld-risiko`, { occurredOn: system.today }, { 'Idempotency-Key': '' }), 400, 'idempotency-key-invalid', null],
    ['20 MB', () => system.api('POST', '/api/v1/referrals', `{"text":"${'x'.repeat(20 * 1024 * 1024)}"}`), 413, 'too-large', null],
    ['half a body', () => system.api('POST', '/api/v1/referrals', '{"source":'), 400, 'unreadable-body', null],
  ])('%s', async (_, send, status, code, path) => {
    const before = await system.ledger.patientView(id);
    const answer = await send();
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.body).toMatchObject({ status, detail: sentence, correlationId: expect.any(String) });
    if (path === null) expect(answer.body.code).toBe(code);
    else expect(answer.body.errors).toContainEqual({ path, code, sentence });
    expect(await system.ledger.patientView(id)).toEqual(before);
  }, 120_000);
});

test('a fact that does not fit the state is kept, and stands as a finding on the work list', async () => {
  const own = await refer(system);
  const answer = await system.api('POST', `/api/v1/pathways/${own}/facts`, { facts: [{ type: 'utredningAvsluttet', occurredOn: system.today, data: { konklusjon: 'cfs-me' } }] });
  expect(answer.status).toBe(200);
  const { findings } = (await system.api('GET', `/api/v1/pathways/${own}`)).body;
  expect(findings).toContainEqual(expect.objectContaining({ fact: answer.body.eventIds[0], code: 'unexpected-in-step' }));
  const list = (await system.api('GET', '/api/v1/worklist?findings=true')).body;
  expect(list.rows).toContainEqual(expect.objectContaining({ pathwayId: own, findings: findings.length }));
}, 120_000);

/** The shape and the number of the example that Norsk helsenett publishes with hn-basis-serviceRequest. */
const publishedExample = {
  resourceType: 'ServiceRequest',
  id: 'hn-basis-serviceRequest-example',
  meta: { profile: ['http://helsenorge.no/fhir/StructureDefinition/hn-basis-serviceRequest'] },
  identifier: [{ system: 'http://helsenorge.no/fhir/identifiers/uuid', value: 'cdeaceeb-4119-42c6-8a3a-b8d495970cb9' }],
  status: 'active',
  intent: 'order',
  priority: 'routine',
  subject: { type: 'Patient', identifier: { system: 'urn:oid:2.16.578.1.12.4.1.4.1', value: '12345678901' } },
  occurrencePeriod: { start: '2023-11-15T09:00:00Z', end: '2023-11-20T15:30:00Z' },
  performerType: { coding: [{ system: 'urn:oid:2.16.578.1.12.4.1.1.9060', code: 'LE', display: 'Lege' }] },
  reasonCode: [{ coding: [{ system: 'http://snomed.info/sct', code: '49436004', display: 'Atrial fibrillation' }] }],
  note: [{ text: 'Jeg ønsker time på legesenteret.' }],
};

test('a message shaped as the published example, with its invalid fødselsnummer, is watched from its receipt, and the sender is told why', async () => {
  const receivedOn = osloDateOf(Date.now());
  const answer = await system.api('POST', '/fhir/ServiceRequest', publishedExample, { 'Content-Type': 'application/fhir+json' });
  expect(answer.status).toBe(422);
  expect(answer.body).toMatchObject({ resourceType: 'OperationOutcome' });
  expect(answer.body.issue).toContainEqual(expect.objectContaining({ severity: 'error', expression: ['ServiceRequest.subject.identifier.value'] }));
  expect(JSON.stringify(answer.body)).not.toContain('12345678901');

  const { rows } = (await system.api('GET', '/api/v1/quarantine')).body;
  expect(rows).toHaveLength(1);
  const view = (await system.api('GET', `/api/v1/pathways/${rows[0].pathwayId}`)).body;
  const received = system.today < receivedOn ? system.today : receivedOn;
  expect(view.quarantine).toMatchObject({ receivedOn: received, owner: 'mottak', releasedAt: null, reasons: [{ code: 'ugyldig-fodselsnummer', sentence }] });
  const dueOn = addWorkingDays(calendarById('norge'), received, 10);
  expect(view.clocks).toContainEqual(expect.objectContaining({ clock: 'FRIST-VURDERING', status: 'running', startOn: received, dueOn }));
  expect(view.patient).toMatchObject({ verified: false, identifier: { value: '12345678901' } });
}, 120_000);

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays } from '@forlop/calendar';
import { carePlansSchema, courseOfferAnswerSchema, courseOffersSchema, courseSchema, coursesSchema, meetingsSchema, openPlanItemsSchema, systems, workedSchema } from '@forlop/contracts';
import { apiOnDatabase, type ApiOnDatabase } from './support/api-on-database.js';
import { Client, daysAgo, expected, newNumber, problemOf, referralOf, today } from './support/client.js';
import { newPerson, personToken } from './support/people.js';

let running: ApiOnDatabase;
let client: Client;
beforeAll(async () => {
  running = await apiOnDatabase();
  client = new Client(running);
}, 120_000);
afterAll(() => running?.close());

const by = { kind: 'system', id: 'prove' } as const;

/** A patient of the house whose assessment has ended. */
async function assessed(parts: { readonly birthDate?: string; readonly severity?: string } = {}): Promise<string> {
  const { birthDate = '1988-04-15', ...rest } = parts;
  const id = await client.refer(referralOf({
    receiver: { system: systems.organisasjonsnummer, value: running.house.number }, mottattdato: daysAgo(60), ...rest,
    patient: { identifier: { system: systems.fodselsnummer, value: newNumber(birthDate) }, name: { given: 'Kari', family: 'Testesen' } },
  }));
  const result = await running.ledger.record(id, [
    { type: 'vurdert', occurredOn: daysAgo(55), data: { utfall: 'rett' } }, { type: 'helsehjelpStartet', occurredOn: daysAgo(40) },
    { type: 'diagnoseSatt', occurredOn: daysAgo(20), data: { diagnose: 'cfs-me' } }, { type: 'utredningAvsluttet', occurredOn: daysAgo(19), data: { konklusjon: 'cfs-me' } },
  ], by);
  expect(result.outcome).toBe('done');
  return id;
}

const kurs = (places = 1) => ({ kind: 'lms-kurs', title: 'Å leve med CFS/ME', audience: null, place: 'Møterom 3', videoUrl: null, places, answerDays: 14, sessions: [{ date: addDays(today(), 30), from: '10:00', to: '14:00' }] });
const newCourse = async (places = 1) => expected(await client.post('/courses', kurs(places)), 201, courseSchema);
const offer = (course: string, patient: string) => client.post(`/pathways/${patient}/course-offers`, { course, answerBy: addDays(today(), 14) });

describe('courses', () => {
  test('from the course to an answer; the next in line has the place', async () => {
    const course = await newCourse();
    const [one, two] = [await assessed(), await assessed()];
    const first = expected(await offer(course.id, one), 201, courseOfferAnswerSchema);
    expect(expected(await offer(course.id, two), 201, courseOfferAnswerSchema)).toMatchObject({ state: 'waiting', recorded: null });
    expect(await client.get(`/courses/${course.id}`, courseSchema)).toMatchObject({ taken: 1, free: 0, waiting: 1 });
    expect((await client.get('/courses', coursesSchema)).rows.map(({ id }) => id)).toContain(course.id);
    expected(await client.post(`/pathways/${one}/course-offers/${first.id}/steps`, { step: 'declined', text: 'Orker ikke.' }), 200, workedSchema);
    const { rows } = await client.get(`/course-offers?course=${course.id}&state=offered`, courseOffersSchema);
    expect(rows).toMatchObject([{ pathwayId: two, patient: { name: { family: 'Testesen' } }, movedUpAt: expect.any(String) }]);
    expect((await client.get(`/pathways/${one}/course-offers`, courseOffersSchema)).rows[0]!.history.at(-1)).toMatchObject({ what: 'declined', text: 'Orker ikke.' });
  });

  test('what the definition refuses is a problem with its own code; another pathway’s offer is not there', async () => {
    const course = await newCourse();
    const [one, two] = [await assessed(), await assessed()];
    const { id } = expected(await offer(course.id, one), 201, courseOfferAnswerSchema);
    expect(problemOf(await client.post(`/pathways/${one}/course-offers/${id}/steps`, { step: 'not-relevant', text: 'x' }))).toMatchObject({ status: 409, code: 'lms-skal-tilbys' });
    expect(problemOf(await client.post(`/pathways/${two}/course-offers/${id}/steps`, { step: 'accepted' }))).toMatchObject({ status: 404, code: 'unknown-offer' });
    expect((await client.get(`/pathways/${one}/course-offers`, courseOffersSchema)).rows[0]!.state).toBe('offered');
    expect(problemOf(await client.write('PUT', `/courses/${course.id}`, { ...kurs(), sessions: [{ date: today(), from: '14:00', to: '10:00' }] })).status).toBe(400);
  });

  test('the LMS sees offers to patients in its steps alone, and may move one up whom it does not see', async () => {
    const lms = await newPerson(running.ledger, 'lms-kurs', running.house, ['lms'], '9900701');
    const token = await personToken(running.issuer, lms);
    const as = { headers: { Authorization: `Bearer ${token}` } };
    const course = await newCourse();
    const [mine, other] = [await assessed(), await assessed()];
    await running.ledger.setContact(mine, 'lms', { name: 'Lms Lmsen', email: null, hprNumber: '9900701' }, by);
    const { id } = expected(await offer(course.id, mine), 201, courseOfferAnswerSchema);
    await offer(course.id, other);
    const seen = async () => ((await client.send('GET', `/api/v1/course-offers?course=${course.id}`, undefined, as)).body as { rows: { pathwayId: string }[] }).rows.map(({ pathwayId }) => pathwayId);
    expect(await seen()).toEqual([mine]);
    expect((await client.send('GET', `/api/v1/courses/${course.id}`, undefined, as)).body).toMatchObject({ taken: 1, waiting: 1 });
    expect((await client.send('GET', `/api/v1/pathways/${other}/course-offers`, undefined, as)).status).toBe(404);
    expected(await client.post(`/pathways/${mine}/course-offers/${id}/steps`, { step: 'declined' }, as), 200, workedSchema);
    expect(await seen()).toEqual([mine]);
    expect((await client.get(`/course-offers?course=${course.id}&state=offered`, courseOffersSchema)).rows.map(({ pathwayId }) => pathwayId)).toEqual([other]);
  });
});

test('a meeting: asked for a reason when somebody lacks, invited to by a file, held once', async () => {
  const patient = await assessed();
  const day = daysAgo(2);
  const body = { kind: 'tilbakeforingsmote', startsAt: `${day}T10:00:00+01:00`, endsAt: `${day}T11:00:00+01:00`, form: 'video', place: null, videoUrl: null, participants: [{ code: 'pasient', name: 'Kari', email: 'kari@prove.example' }] };
  const { id } = expected(await client.post(`/pathways/${patient}/meetings`, body), 201, workedSchema);
  const [meeting] = (await client.get(`/pathways/${patient}/meetings`, meetingsSchema)).meetings;
  const came = meeting!.participants.filter(({ code }) => code === 'pasient').map((one) => one.id);
  const held = (text?: string) => client.post(`/pathways/${patient}/meetings/${id}/held`, { attended: came, ...(text !== undefined && { text }) });
  expect(problemOf(await held())).toMatchObject({ status: 400, errors: [{ path: '/text', code: 'reason-required' }] });
  expect(expected(await held('Fastlegen var syk.'), 200, workedSchema).warnings).toHaveLength(1);
  expect(problemOf(await held('Igjen.'))).toMatchObject({ status: 409, code: 'not-now' });
  expected(await client.post(`/pathways/${patient}/meetings/${id}/minutes`, { text: 'Vi ble enige.' }), 201, workedSchema);
  const file = await fetch(`${client.url}/api/v1/pathways/${patient}/meetings/${id}/invitation`, { headers: { Authorization: `Bearer ${await running.tokenOf('anne')}` } });
  expect([file.status, file.headers.get('content-type'), (await file.text()).includes('BEGIN:VTIMEZONE')]).toEqual([200, 'text/calendar; charset=utf-8', true]);
});

test('invitations: planned as the meeting is, again for another address, and called off', async () => {
  const patient = await assessed();
  const day = addDays(today(), 20);
  const body = { kind: 'ansvarsgruppemote', startsAt: `${day}T10:00`, endsAt: `${day}T11:00`, form: 'video', place: 'Rom 1', videoUrl: null, participants: [{ code: 'kommune', name: null, email: 'kommune@prove.example' }] };
  const { id } = expected(await client.post(`/pathways/${patient}/meetings`, body), 201, workedSchema);
  const municipality = async () => (await client.get(`/pathways/${patient}/meetings`, meetingsSchema)).meetings[0]!.participants.find(({ code }) => code === 'kommune')!;
  expect(await municipality()).toMatchObject({ invitations: [{ method: 'REQUEST', sequence: 0, state: 'planned', email: 'kommune@prove.example', sentAt: null }] });
  for (const due of await running.ledger.claimInvitations(50)) await running.ledger.settleInvitation(due.id, { status: 'sent', template: 'prove@1' });
  const set = (participant: string, email: string | null) => client.write('PUT', `/pathways/${patient}/meetings/${id}/participants/${participant}`, { name: 'Anne Andersen', email });
  expected(await set((await municipality()).id, 'rett@prove.example'), 200, workedSchema);
  expect((await municipality()).invitations.map(({ method, state, email }) => [method, state, email])).toEqual([['REQUEST', 'planned', 'rett@prove.example'], ['CANCEL', 'planned', 'kommune@prove.example'], ['REQUEST', 'sent', 'kommune@prove.example']]);
  expect(problemOf(await set('0198c0de-0000-7000-8000-000000000000', null))).toMatchObject({ status: 404 });
  expected(await client.post(`/pathways/${patient}/meetings/${id}/cancellation`, { text: 'Avlyst.' }), 200, workedSchema);
  expect((await municipality()).invitations[0]).toMatchObject({ state: 'suppressed', code: 'superseded' });
});

test('a plan: begun, a line agreed and listed, a line done and recorded', async () => {
  const patient = await assessed({ severity: 'alvorlig' });
  const plans = () => client.get(`/pathways/${patient}/plans`, carePlansSchema);
  expect((await plans()).plans.find(({ plan }) => plan === 'ALVORLIG-TILTAK')).toMatchObject({ missing: true });
  expected(await client.post(`/pathways/${patient}/plans`, { plan: 'ALVORLIG-TILTAK' }), 201, workedSchema);
  const line = { state: 'agreed', owner: 'koordinator', person: null, dueOn: daysAgo(1), note: null };
  expected(await client.write('PUT', `/pathways/${patient}/plans/ALVORLIG-TILTAK/items/bpa`, line), 200, workedSchema);
  expect((await client.get('/plan-items?limit=1', openPlanItemsSchema)).rows).toMatchObject([{ item: 'bpa', overdue: true, pathwayId: patient }]);
  expected(await client.write('PUT', `/pathways/${patient}/plans/ALVORLIG-TILTAK/items/bpa`, { ...line, state: 'done' }), 200, workedSchema);
  expect((await client.get('/plan-items', openPlanItemsSchema)).rows).toEqual([]);
  expect(problemOf(await client.write('PUT', `/pathways/${patient}/plans/ALVORLIG-TILTAK/items/borte`, line))).toMatchObject({ status: 404, code: 'unknown-plan' });
  expect(problemOf(await client.write('PUT', `/pathways/${patient}/plans/ALVORLIG-TILTAK/items/bpa`, { ...line, owner: 'portner' }))).toMatchObject({ status: 400 });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays } from '@forlop/calendar';
import { commandAnswerSchema, intakeResultSchema, recordedSchema } from '@forlop/contracts';
import { apiOnDatabase, type ApiOnDatabase } from './support/api-on-database.js';
import { Client, daysAgo, expected, fodselsnummer, problemOf, referralOf, today } from './support/client.js';

let running: ApiOnDatabase;
let api: Client;
let id: string;
beforeAll(async () => {
  running = await apiOnDatabase();
  api = new Client(running);
  id = await api.refer();
});
afterAll(() => running.close());

const tomorrow = () => addDays(today(), 1);
const facts = (...list: object[]) => api.post(`/pathways/${id}/facts`, { facts: list });

describe('two coordinators at once', () => {
  test('the second is told what the first did, and nothing of hers is recorded', async () => {
    const pathway = await api.refer();
    const { position } = await api.view(pathway);
    const actors = await Promise.all(['anne', 'berit'].map((name) => api.actorOf(name)));
    const give = (actor: string, command: string) => api.post(`/pathways/${pathway}/commands/${command}`, { occurredOn: today(), expectedPosition: position }, { actor });
    const answers = await Promise.all([give('anne', 'vurder-rett'), give('berit', 'vurder-rad')]);
    const [done, late] = answers[0]!.status === 200 ? answers : answers.toReversed();
    const { eventIds } = expected(done!, 200, commandAnswerSchema);
    const problem = problemOf(late!);
    expect(problem).toMatchObject({ status: 409, code: 'conflict', type: 'urn:forlop:problem:conflict' });
    expect(problem.changes).toMatchObject([{ id: eventIds[0], type: 'vurdert', actor: actors[done === answers[0] ? 0 : 1] }]);
    expect((await api.view(pathway)).timeline.filter(({ type }) => type === 'vurdert')).toHaveLength(1);
  });

  test('without expectedPosition they are simply one after the other', async () => {
    const pathway = await api.refer();
    const give = () => api.post(`/pathways/${pathway}/commands/meld-risiko`, { occurredOn: today(), data: { gjelder: 'oppstart' } });
    const answers = await Promise.all([give(), give()]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  });
});

describe('wrong input', () => {
  test.each<[string, () => object, string, string]>([
    ['a fact in the future', () => ({ type: 'vurdert', occurredOn: tomorrow(), data: { utfall: 'rett' } }), '/facts/0/occurredOn', 'date-in-future'],
    ['a fact before birth', () => ({ type: 'vurdert', occurredOn: '1988-04-14', data: { utfall: 'rett' } }), '/facts/0/occurredOn', 'date-before-birth'],
    ['a date in the data in the future', () => ({ type: 'henvisningMottatt', occurredOn: today(), data: { ansiennitetsdato: tomorrow() } }), '/facts/0/data/ansiennitetsdato', 'date-in-future'],
    ['an unknown type', () => ({ type: 'noeAnnet', occurredOn: today() }), '/facts/0/type', 'unknown-event'],
    ['an unknown code', () => ({ type: 'vurdert', occurredOn: today(), data: { utfall: 'kanskje' } }), '/facts/0/data/utfall', 'unknown-code'],
    ['an unknown field', () => ({ type: 'vurdert', occurredOn: today(), data: { utfall: 'rett', navn: 'Kari' } }), '/facts/0/data/navn', 'unknown-field'],
    ['a missing field', () => ({ type: 'vurdert', occurredOn: today() }), '/facts/0/data/utfall', 'required'],
    ['a list for a code', () => ({ type: 'vurdert', occurredOn: today(), data: { utfall: ['rett'] } }), '/facts/0/data/utfall', 'wrong-type'],
    ['a day that does not exist', () => ({ type: 'vurdert', occurredOn: '2026-02-29', data: { utfall: 'rett' } }), '/facts/0/occurredOn', 'not-a-date'],
    ['a number for a date', () => ({ type: 'timeAvlyst', occurredOn: 5 }), '/facts/0/occurredOn', 'wrong-type'],
  ])('%s: 400, with where and what', async (_, fact, path, code) => {
    expect(problemOf(await facts(fact()))).toMatchObject({ status: 400, code: 'invalid-input', errors: [{ path, code, sentence: expect.stringMatching(/\.$/) }] });
  });

  test('one wrong fact of two: neither is recorded, and all that is wrong is told', async () => {
    const before = (await api.view(id)).position;
    const problem = problemOf(await facts({ type: 'svarSendt', occurredOn: today(), data: { til: 'pasient' } }, { type: 'vurdert', occurredOn: tomorrow(), data: { utfall: 'x' } }));
    expect(problem.errors.map(({ path, code }) => [path, code])).toEqual([['/facts/1/occurredOn', 'date-in-future'], ['/facts/1/data/utfall', 'unknown-code']]);
    expect((await api.view(id)).position).toBe(before);
  });

  test.each<[string, object, string, string]>([
    ['an invalid fødselsnummer', { patient: { identifier: { system: fodselsnummer, value: '15848800056' } } }, '/patient/identifier/value', 'ugyldig-fodselsnummer'],
    ['a number of letters', { patient: { identifier: { system: fodselsnummer, value: 'femten' } } }, '/patient/identifier/value', 'ugyldig-fodselsnummer'],
    ['no mottattdato', { mottattdato: undefined }, '/mottattdato', 'required'],
    ['no source', { source: undefined }, '/source', 'required'],
    ['a number for a name', { patient: { name: { given: 1, family: 'Testesen' } } }, '/patient/name/given', 'wrong-type'],
    ['an unknown severity', { severity: 'verre' }, '/severity', 'unknown-code'],
    ['an unknown field', { diagnose: 'ME' }, '/diagnose', 'unknown-field'],
  ])('a referral with %s: 400, and nothing is kept', async (_, parts, path, code) => {
    expect(problemOf(await api.post('/referrals', referralOf(parts)))).toMatchObject({ status: 400, errors: [{ path, code }] });
  });

  test.each<[string, () => object]>([
    ['received in the future', () => ({ mottattdato: tomorrow() })],
    ['received before birth', () => ({ mottattdato: '1988-04-14' })],
    ['for nothing that is known here', () => ({ reasonCodes: [{ system: 'urn:oid:2.16.578.1.12.4.1.1.7170', code: 'Z99' }] })],
    ['for a pathway that does not exist', () => ({ definition: 'finnes-ikke' })],
  ])('a referral %s is quarantined and watched, and its sender is told why', async (_, parts) => {
    const result = expected(await api.post('/referrals', referralOf(parts())), 202, intakeResultSchema);
    expect(result).toMatchObject({ outcome: 'quarantined', reasons: [{ code: expect.any(String), sentence: expect.stringMatching(/\.$/) }] });
    const view = await api.view(result.pathwayId);
    expect(view).toMatchObject({ step: { id: 'karantene' }, quarantine: { owner: expect.any(String), releasedAt: null } });
    expect(view.clocks.map(({ clock }) => clock)).toContain('FRIST-VURDERING');
  });

  test.each<[string, () => Promise<{ status: number; headers: Headers; body: unknown }>, string]>([
    ['pathway to read', () => api.send('GET', `/api/v1/pathways/${randomUUID()}`), 'unknown-pathway'],
    ['timeline', () => api.send('GET', `/api/v1/pathways/${randomUUID()}/timeline`), 'unknown-pathway'],
    ['clock of an unknown pathway', () => api.send('GET', `/api/v1/pathways/${randomUUID()}/clocks/FRIST-VURDERING/explain`), 'unknown-pathway'],
    ['pathway to command', () => api.post(`/pathways/${randomUUID()}/commands/vurder-rett`, { occurredOn: today() }), 'unknown-pathway'],
    ['command', () => api.post(`/pathways/${id}/commands/gjor-frisk`, { occurredOn: today() }), 'unknown-command'],
    ['event', () => api.post(`/pathways/${id}/events/${randomUUID()}/correction`, { occurredOn: today() }), 'unknown-event'],
    ['obligation', () => api.post(`/pathways/${id}/obligations/FINNES-IKKE%231/confirmation`, {}), 'unknown-obligation'],
    ['definition', () => api.send('GET', '/api/v1/definitions/langvarig-utmattelse/0.0.1'), 'unknown-definition'],
  ])('no such %s: 404', async (_, send, code) => {
    expect(problemOf(await send())).toMatchObject({ status: 404, code });
  });

  test.each<[string, string, unknown]>([
    ['an unknown definition', 'move', { definition: { id: 'finnes-ikke', version: '1' }, reason: 'Prøve.' }],
    ['a wrong parameter', 'move', { parameters: { tidssett: 'ingen' }, reason: 'Prøve.' }],
  ])('a move to %s: 400', async (_, path, body) => {
    expect(problemOf(await api.post(`/pathways/${id}/${path}`, { ...(body as object), on: today() }))).toMatchObject({ status: 400 });
  });

  test('a cursor that is none, or of another list: 400', async () => {
    expect(problemOf(await api.send('GET', '/api/v1/worklist?cursor=tull'))).toMatchObject({ status: 400, code: 'bad-cursor' });
  });

  test('what was not known yet cannot be shown', async () => {
    for (const part of ['', '/timeline', '/clocks/FRIST-VURDERING/explain']) {
      expect(problemOf(await api.send('GET', `/api/v1/pathways/${id}${part}?knownAt=0`))).toMatchObject({ status: 404, code: 'not-known-yet' });
    }
  });

  test('an event of another pathway is not corrected through this one', async () => {
    const other = await api.refer();
    const event = (await api.view(other)).timeline.find(({ type }) => type === 'henvisningMottatt')!;
    const before = (await api.view(other)).position;
    expect(problemOf(await api.post(`/pathways/${id}/events/${event.id}/correction`, { occurredOn: daysAgo(1) }))).toMatchObject({ status: 404, code: 'unknown-event' });
    expect((await api.view(other)).position).toBe(before);
  });
});

describe('what does not fit', () => {
  test('a fact that the step does not expect is kept, and becomes a finding on the list', async () => {
    const pathway = await api.refer();
    const { eventIds } = expected(await api.post(`/pathways/${pathway}/facts`, { facts: [{ type: 'utredningAvsluttet', occurredOn: today(), data: { konklusjon: 'cfs-me' } }] }), 200, recordedSchema);
    const view = await api.view(pathway);
    expect(view.timeline.map(({ id: event }) => event)).toContain(eventIds[0]);
    expect(view.findings).toEqual(expect.arrayContaining([expect.objectContaining({ fact: eventIds[0] })]));
    const listed = await api.send('GET', '/api/v1/worklist?findings=true');
    expect(listed.body).toMatchObject({ rows: expect.arrayContaining([expect.objectContaining({ pathwayId: pathway, findings: view.findings.length })]) });
  });

  test('the same fact sent twice under its own id is recorded once', async () => {
    const fact = { id: randomUUID(), type: 'svarSendt', occurredOn: today(), data: { til: 'pasient' } };
    expect(expected(await facts(fact), 200, recordedSchema).eventIds).toEqual([fact.id]);
    expect(expected(await facts(fact), 200, recordedSchema).eventIds).toEqual([]);
  });

  test('a refusal comes with the definition’s own code and sentence', async () => {
    const pathway = await api.refer();
    expect(problemOf(await api.post(`/pathways/${pathway}/commands/avslutt-utredning`, { occurredOn: today() }))).toMatchObject({
      status: 409, code: 'step-does-not-allow', detail: expect.stringMatching(/^Pasienten er i steget «.+»\./),
    });
  });

  test('what is only advised against asks for a reason', async () => {
    const pathway = await api.refer();
    const start = (text?: string) => api.post(`/pathways/${pathway}/commands/start-helsehjelp`, { occurredOn: today(), ...(text && { text }) });
    expect(problemOf(await start())).toMatchObject({ status: 400, errors: [{ path: '/text', code: 'reason-required' }] });
    expect(expected(await start('Øyeblikkelig behov.'), 200, commandAnswerSchema).warnings).toMatchObject([{ code: 'uten-rett' }]);
  });
});

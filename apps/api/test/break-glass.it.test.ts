import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { breakGlassOpenedSchema, breakGlassUsesSchema, pathwayViewSchema } from '@forlop/contracts';
import { apiOnDatabase, type ApiOnDatabase } from './support/api-on-database.js';
import { Client, expected, fodselsnummer, newNumber, problemOf, referralOf } from './support/client.js';
import { newHouse, newPerson, personToken, type House } from './support/people.js';

let running: ApiOnDatabase;
let api: Client;
let elsewhere: House;
beforeAll(async () => {
  running = await apiOnDatabase();
  api = new Client(running);
  elsewhere = await newHouse(running.ledger, 'Sykehuset der hun ble hentet');
});
afterAll(() => running?.close());

const by = { kind: 'system', id: 'prove' } as const;
let serial = 0;
/** Somebody on call at another hospital than the patients'. */
const onCall = async (): Promise<string> => personToken(running.issuer, await newPerson(running.ledger, `vakt-${serial++}`, elsewhere, ['clinician']));
const as = (token: string) => ({ headers: { Authorization: `Bearer ${token}` } });
const open = (personNumber: string, token: string, kind = 'helsehjelp') => api.post('/break-glass', { personNumber, kind, reason: 'Bevisstløs ved innkomst.' }, as(token));
const view = (id: string, token: string) => api.send('GET', `/api/v1/pathways/${id}`, undefined, as(token));

async function patient(): Promise<{ readonly id: string; readonly number: string }> {
  const number = newNumber();
  return { number, id: await api.refer(referralOf({ patient: { identifier: { system: fodselsnummer, value: number }, name: { given: 'Kari', family: 'Testesen' } } })) };
}

describe('break-glass by a person’s number', () => {
  test('opens the patient’s pathway as by its id, and the unit sees who and why', async () => {
    const { id, number } = await patient();
    const token = await onCall();
    expect((await view(id, token)).status).toBe(404);
    const { rows } = expected(await open(number, token), 200, breakGlassOpenedSchema);
    expect(rows).toMatchObject([{ pathwayId: id, kind: 'helsehjelp', reason: 'Bevisstløs ved innkomst.', organisation: { id: elsewhere.id } }]);
    expect(Date.parse(rows[0]!.until) - Date.parse(rows[0]!.from)).toBe(4 * 3_600_000);
    expected(await view(id, token), 200, pathwayViewSchema);
    expect((await view(id, await onCall())).status).toBe(404);
    expect((await api.get('/break-glass', breakGlassUsesSchema)).uses).toMatchObject([{ pathwayId: id, reason: 'Bevisstløs ved innkomst.', actorName: expect.stringMatching(/./) }]);
    // Who looks after the user's own people sees that it was used and by whom; the reason is about another house's patient.
    const auditor = await personToken(running.issuer, await newPerson(running.ledger, `revisor-${serial++}`, elsewhere, ['auditor']));
    const { uses, more } = expected(await api.send('GET', '/api/v1/break-glass?limit=1', undefined, as(auditor)), 200, breakGlassUsesSchema);
    expect([uses, more]).toMatchObject([[{ pathwayId: id, reason: null, actorName: expect.stringMatching(/./) }], false]);
    expect(problemOf(await api.send('GET', '/api/v1/break-glass?cursor=x'))).toMatchObject({ status: 400, code: 'bad-cursor' });
    expect((await running.ledger.patientView(id)).timeline.at(-1)).toMatchObject({ type: 'nodtilgang', text: 'Bevisstløs ved innkomst.' });
    expect((await running.ledger.accessLog({ pathwayId: id, action: 'break-glass.use' })).rows).toMatchObject([{ outcome: 'wrote', role: 'clinician' }]);
  });

  test('answers alike of nobody, of one who was erased, of one nobody has checked, and of one who has blocked the hospital', async () => {
    const blocked = await patient();
    await running.ledger.block(blocked.id, { organisationId: elsewhere.id }, by);
    const erased = await patient();
    await running.ledger.record(erased.id, [{ type: 'pasientDod', occurredOn: new Date().toISOString().slice(0, 10) as never }], by);
    const { id } = await running.ledger.requestErasure(erased.id, { legalBasis: 'order', reason: 'Pålegg.' }, { kind: 'person', id: 'en' });
    expect((await running.ledger.carryOutErasure(id, { kind: 'person', id: 'to' })).outcome).toBe('done');
    const token = await onCall();
    const answers = await Promise.all([newNumber(), erased.number, blocked.number].map(async (number) => {
      const { correlationId: _, ...problem } = problemOf(await open(number, token));
      return problem;
    }));
    expect(answers[0]).toMatchObject({ status: 404, code: 'unknown-patient', detail: 'Det er ingen pasient med dette nummeret som kan åpnes.' });
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    // The patient’s own log is told what the one who asked is not; nothing was opened or written.
    expect((await running.ledger.accessLog({ pathwayId: blocked.id, action: 'break-glass.use' })).rows).toMatchObject([{ outcome: 'refused', detail: { code: 'unknown-patient' } }]);
    expect((await running.ledger.patientView(blocked.id)).timeline.map(({ type }) => type)).not.toContain('nodtilgang');
    expected(await open(blocked.number, token, 'liv-og-helse'), 200, breakGlassOpenedSchema);
  });

  test('says of a number that nobody can have that it is wrong', async () => {
    const token = await onCall();
    expect(problemOf(await open('12345678901', token))).toMatchObject({ status: 400, code: 'bad-data' });
    expect(problemOf(await open('123', token))).toMatchObject({ status: 400, errors: [{ path: '/personNumber' }] });
  });

  test('cannot be used to go through a list of people: ten an hour for each, also when they come at once; the refusals are logged', async () => {
    const token = await onCall();
    const statuses = (await Promise.all(Array.from({ length: 14 }, () => open(newNumber(), token)))).map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array<number>(10).fill(404), ...Array<number>(4).fill(429)]);
    const { number } = await patient();
    const refused = await open(number, token);
    expect([problemOf(refused).code, refused.headers.get('Retry-After')]).toEqual(['too-many-attempts', '900']);
    const { rows } = await running.ledger.accessLog({ action: 'break-glass.use', outcome: 'refused', limit: 200 });
    expect(rows.filter(({ detail }) => detail['code'] === 'too-many-attempts')).toHaveLength(5);
    // Somebody else’s attempts are her own.
    expected(await open(number, await onCall()), 200, breakGlassOpenedSchema);
  });

  test('leaves the number nowhere in the log, and the chains whole', async () => {
    const { number } = await patient();
    await open(number, await onCall());
    const { rows } = await running.ledger.accessLog({ action: 'break-glass.use', limit: 200 });
    expect(JSON.stringify(rows)).not.toContain(number);
    expect((await running.ledger.verify()).differences).toEqual([]);
    expect((await running.ledger.verifyAccessLog()).differences).toEqual([]);
  });
});

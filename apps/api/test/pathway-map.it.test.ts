import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pathwayMapSchema, rehearsalSchema } from '@forlop/contracts';
import { apiOnDatabase, type ApiOnDatabase } from './support/api-on-database.js';
import { Client, expected, problemOf } from './support/client.js';
import { newPerson, personToken } from './support/people.js';

let running: ApiOnDatabase;
let api: Client;
beforeAll(async () => {
  running = await apiOnDatabase();
  api = new Client(running);
}, 120_000);
afterAll(() => running?.close());

const path = '/definitions/langvarig-utmattelse/1.0.0/map';

describe('the pathway map', () => {
  test('shows steps, rules with sources, and one’s own patients exactly', async () => {
    await api.refer();
    const map = await api.get(path, pathwayMapSchema);
    expect(map.scope).toBe('mine');
    expect(map.steps.find(({ id }) => id === 'mottatt')).toMatchObject({ patients: 1, medianDays: 3, p90Days: 3, overdue: 0, variants: [{ variant: 'VOKSEN', patients: 1 }] });
    expect(map.clocks.find(({ id }) => id === 'FRIST-VURDERING')).toMatchObject({ kind: 'legal', length: '10 virkedager', startedBy: expect.arrayContaining(['henvisningMottatt']), sources: expect.arrayContaining([expect.objectContaining({ title: expect.any(String) })]) });
    expect(map.transitions.length).toBeGreaterThan(5);
    expect(map.duties.every(({ clock }) => map.clocks.some(({ id }) => id === clock))).toBe(true);
    expect(problemOf(await api.send('GET', '/api/v1/definitions/finnes-ikke/1.0.0/map'))).toMatchObject({ status: 404, code: 'unknown-definition' });
  });

  test('shows those who look after the pathways the whole house, and no small group', async () => {
    const person = await newPerson(running.ledger, 'fagradet', running.house, ['governance']);
    const headers = { Authorization: `Bearer ${await personToken(running.issuer, person)}` };
    const map = pathwayMapSchema.parse(await (await fetch(`${running.url}/api/v1${path}`, { headers })).json());
    expect([map.scope, map.steps.find(({ id }) => id === 'mottatt')]).toEqual(['house', expect.objectContaining({ patients: null, medianDays: null, overdue: null })]);
  });
});

describe('a rehearsal', () => {
  const folder = new URL('../../../docs/scenarios/', import.meta.url);
  const play = async (scenario: unknown) => expected(await api.send('POST', '/api/v1/rehearsals', { scenario }), 200, rehearsalSchema);

  test.each(readdirSync(folder))('of %s holds all that it expects of the rules', async (file) => {
    const { verdicts, timeline, method } = await play(readFileSync(new URL(file, folder), 'utf8'));
    expect(method).toBe('kernel');
    expect(timeline.length).toBeGreaterThan(3);
    expect(timeline.map(({ on }) => on)).toEqual([...timeline.map(({ on }) => on)].sort());
    expect(verdicts.filter(({ held, sentence }) => held === false || (held === null && !sentence.includes('forlop rehearse')))).toEqual([]);
  });

  test('tells the day on which a frist breaks', async () => {
    const { timeline } = await play({ title: 'Ingen vurderer', definition: 'langvarig-utmattelse', patient: { birthDate: '1988-04-15' }, start: '2026-03-20', events: [], until: '2026-04-10' });
    expect(timeline).toContainEqual(expect.objectContaining({ on: '2026-04-09', what: 'clock', rule: 'FRIST-VURDERING#1', status: 'broken' }));
  });

  test('of what cannot be read says where', async () => {
    const problem = problemOf(await api.send('POST', '/api/v1/rehearsals', { scenario: 'title: X\ndefinition: finnes-ikke\npatient: { birthDate: 1988-04-15 }\nstart: 2026-03-20\nuntil: 2026-04-10\n' }));
    expect([problem.status, problem.errors[0]!.code, problem.errors[0]!.path]).toEqual([400, 'bad-scenario', '/scenario/definition']);
  });
});

import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { forecastSchema, systems, whatIfExplanationSchema, whatIfFlipsSchema, whatIfJobSchema, whatIfJobsSchema, type Referral } from '@forlop/contracts';
import { loadRules } from '@forlop/definitions';
import type * as z from 'zod';
import pg from 'pg';
import { apiOnDatabase, type ApiOnDatabase } from './support/api-on-database.js';
import { daysAgo, newNumber, problemOf, referralOf, today, type Answered } from './support/client.js';
import { listening } from './support/listening.js';
import { newHouse, newPerson, personToken, type House } from './support/people.js';

type Job = z.output<typeof whatIfJobSchema>;

let running: ApiOnDatabase;
let ours: Unit;
let theirs: Unit;

interface Unit {
  readonly house: House;
  readonly auditor: string;
  readonly late: string;
}

beforeAll(async () => {
  running = await apiOnDatabase();
  ours = await unit('Nordre sykehus', 'revisor-nord');
  theirs = await unit('Søndre sykehus', 'revisor-sor');
}, 120_000);
afterAll(() => running?.close());

/** A hospital with an auditor and two adults: care after 77 days, between ten weeks and twelve, and after 20. */
async function unit(name: string, who: string): Promise<Unit> {
  const house = await newHouse(running.ledger, name);
  const auditor = await personToken(running.issuer, await newPerson(running.ledger, who, house, ['auditor']));
  const [late] = [await patient(house, 77), await patient(house, 20)];
  return { house, auditor, late: late! };
}

async function patient(house: House, careAfter: number): Promise<string> {
  const received = daysAgo(100);
  const referral = referralOf({ mottattdato: received, receiver: { system: systems.organisasjonsnummer, value: house.number }, patient: { identifier: { system: systems.fodselsnummer, value: newNumber() }, name: { given: 'Kari', family: 'Granskogsen' } } });
  const { pathwayId } = await running.ledger.intake(referral as Referral, { kind: 'system', id: 'prove' });
  await running.ledger.record(pathwayId, [{ type: 'helsehjelpStartet', occurredOn: daysAgo(100 - careAfter), data: { kontakttype: '1' } }], { kind: 'system', id: 'prove' });
  return pathwayId;
}

async function send(token: string, method: string, path: string, body?: unknown): Promise<Answered> {
  const response = await fetch(`${running.url}/api/v1${path}`, { method, headers: { Authorization: `Bearer ${token}`, ...(body !== undefined && { 'Content-Type': 'application/json' }) }, ...(body !== undefined && { body: JSON.stringify(body) }) });
  return { status: response.status, headers: response.headers, body: (await response.json()) as unknown };
}

async function read<S extends z.ZodType>(token: string, path: string, schema: S): Promise<z.output<S>> {
  const { status, body } = await send(token, 'GET', path);
  expect(status).toBe(200);
  const parsed = schema.parse(body);
  expect(body).toEqual(parsed);
  return parsed;
}

async function asked(token: string, request: object): Promise<Job> {
  const { status, body } = await send(token, 'POST', '/what-if', request);
  expect(status).toBe(200);
  const { id } = whatIfJobSchema.parse(body);
  for (let n = 0; n < 400; n += 1) {
    const job = await read(token, `/what-if/${id}`, whatIfJobSchema);
    if (job.state !== 'waiting' && job.state !== 'running') return job;
    await pause(25);
  }
  throw new Error('Not done in ten seconds.');
}

async function sql(statement: string, values: unknown[]): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: running.databaseUrl });
  await client.connect();
  try {
    return (await client.query(statement, values)).rows;
  } finally {
    await client.end();
  }
}

const tenWeeks = { patch: 'FRIST-START-VOKSEN-12U: 10 uker' };

describe('what another rule would have meant', () => {
  test('is worked out over the auditor’s own patients: who flips, by how much, and why each date is what it is', async () => {
    const job = await asked(ours.auditor, tenWeeks);
    expect(job).toMatchObject({ state: 'done', read: 2, total: 2, problem: null, result: { pathways: { read: 2, followed: 2, changed: 1, unreadable: 0 }, asOf: today(), flips: 1, listed: 1 } });
    const clock = { clock: 'FRIST-START-VOKSEN-12U', before: { met: 2, compliance: 1 }, after: { met: 1, 'met-late': 1, compliance: 0.5 }, changes: [{ from: 'met', to: 'met-late', n: 1 }], moved: 2 };
    expect(job.result!.clocks).toMatchObject([clock]);
    expect(job.result!.cells).toMatchObject([{ organisation: { name: 'Nordre sykehus' }, definition: 'langvarig-utmattelse', ...clock }]);

    const flips = await read(ours.auditor, `/what-if/${job.id}/flips?from=met&to=met-late`, whatIfFlipsSchema);
    expect(flips).toMatchObject({ total: 1, more: false, rows: [{ pathwayId: ours.late, before: { outcome: 'met', dueOn: daysAgo(16), metOn: daysAgo(23) }, after: { outcome: 'met-late', dueOn: daysAgo(30), metOn: daysAgo(23) } }] });
    expect((await read(ours.auditor, `/what-if/${job.id}/flips?to=broken`, whatIfFlipsSchema)).total).toBe(0);

    const why = await read(ours.auditor, `/what-if/${job.id}/pathways/${ours.late}/clocks/${encodeURIComponent('FRIST-START-VOKSEN-12U#1')}`, whatIfExplanationSchema);
    expect([why.before!.value, why.after!.value]).toEqual([{ value: 12, unit: 'uke' }, { value: 10, unit: 'uke' }]);
    expect(JSON.stringify([job, flips, why])).not.toContain('Granskogsen');
  });

  test('asked again gives the same bytes', async () => {
    const [one, other] = [await asked(ours.auditor, tenWeeks), await asked(ours.auditor, { patch: { clocks: { 'FRIST-START-VOKSEN-12U': '10 uker' } } })];
    expect(other.result).toEqual(one.result);
    expect((await read(ours.auditor, '/what-if', whatIfJobsSchema)).jobs.map(({ id }) => id).slice(0, 2)).toEqual([other.id, one.id]);
  });

  test('is nobody else’s: neither the job, nor a patient of another hospital through one’s own', async () => {
    const job = await asked(ours.auditor, tenWeeks);
    for (const path of [`/what-if/${job.id}`, `/what-if/${job.id}/flips`]) expect(problemOf(await send(theirs.auditor, 'GET', path))).toMatchObject({ status: 404, code: 'unknown-what-if' });
    const key = encodeURIComponent('FRIST-START-VOKSEN-12U#1');
    expect(problemOf(await send(ours.auditor, 'GET', `/what-if/${job.id}/pathways/${theirs.late}/clocks/${key}`))).toMatchObject({ status: 404, code: 'unknown-pathway' });
    expect(problemOf(await send(ours.auditor, 'GET', `/what-if/${job.id}/pathways/${ours.late}/clocks/FINNES-IKKE`))).toMatchObject({ status: 404, code: 'unknown-clock' });
    expect((await asked(ours.auditor, { ...tenWeeks, org: [theirs.house.id] })).result!.pathways.read).toBe(0);
  });

  test('that cannot be read says what is wrong, by its path', async () => {
    const problem = problemOf(await send(ours.auditor, 'POST', '/what-if', { patch: 'FRIST-VURDERING: { start: [{ event: finnesIkke }] }' }));
    expect([problem.status, problem.errors[0]!.code, problem.errors[0]!.path]).toEqual([400, 'bad-patch', '/patch/clocks.FRIST-VURDERING.start[0].event']);
  });

  test('of a whole definition gives what the patch gives; one that is wrong is told by its path', async () => {
    const shipped = loadRules().latestDefinition('langvarig-utmattelse');
    const clocks = shipped.clocks.map((clock) => (clock.id === 'FRIST-START-VOKSEN-12U' ? { ...clock, due: { after: [{ span: { value: 10, unit: 'uke' } }] } } : clock));
    const [whole, small] = [await asked(ours.auditor, { definition: { ...shipped, clocks } }), await asked(ours.auditor, tenWeeks)];
    expect([whole.title, whole.result!.clocks]).toEqual([shipped.title.nb, small.result!.clocks]);
    expect(problemOf(await send(ours.auditor, 'POST', '/what-if', { definition: { ...shipped, initialStep: 'finnes-ikke' } })).errors[0]!.path).toBe('/definition/initialStep');
    expect(problemOf(await send(ours.auditor, 'POST', '/what-if', { definition: { ...shipped, id: 'ingen-folger' } })).errors[0]!.path).toBe('/definition/id');
    expect(problemOf(await send(ours.auditor, 'POST', '/what-if', {})).errors[0]!.path).toBe('/patch');
  });

  test('is cancelled by whoever asked, and one that is done stands', async () => {
    const job = await asked(ours.auditor, tenWeeks);
    expect(whatIfJobSchema.parse((await send(ours.auditor, 'DELETE', `/what-if/${job.id}`)).body).state).toBe('done');
    const begun = whatIfJobSchema.parse((await send(ours.auditor, 'POST', '/what-if', tenWeeks)).body);
    const stopped = whatIfJobSchema.parse((await send(ours.auditor, 'DELETE', `/what-if/${begun.id}`)).body);
    expect(['cancelled', 'done']).toContain(stopped.state);
    expect((await asked(ours.auditor, tenWeeks)).state).toBe('done');
  });

  test('is told by any process, and as cancelled where the one that worked on it is gone', async () => {
    const done = await asked(ours.auditor, tenWeeks);
    const other = await listening(running.parts);
    try {
      expect(await (await fetch(`${other.url}/api/v1/what-if/${done.id}`, { headers: { Authorization: `Bearer ${ours.auditor}` } })).json()).toEqual(done);
    } finally {
      await other.close();
    }
    const [{ actor }] = (await sql('select actor from what_if_job where id = $1', [done.id])) as [{ actor: string }];
    const id = randomUUID();
    await sql(`insert into what_if_job (id, actor, request, state, read, total) values ($1, $2, '{"patch":"x"}', 'running', 1, 2)`, [id, actor]);
    expect(await read(ours.auditor, `/what-if/${id}`, whatIfJobSchema)).toMatchObject({ state: 'running', read: 1 });
    expect(problemOf(await send(ours.auditor, 'POST', '/what-if', tenWeeks))).toMatchObject({ status: 409, code: 'one-at-a-time' });
    await sql(`update what_if_job set beat_at = now() - interval '31 seconds' where id = $1`, [id]);
    expect(await read(ours.auditor, `/what-if/${id}`, whatIfJobSchema)).toMatchObject({ state: 'cancelled', problem: expect.stringContaining('stanset'), result: null });
    expect(problemOf(await send(ours.auditor, 'GET', `/what-if/${id}/flips`))).toMatchObject({ status: 409, code: 'not-done' });
    expect((await asked(ours.auditor, tenWeeks)).state).toBe('done');
    await sql(`update what_if_job set asked_at = now() - interval '61 minutes' where id = $1`, [done.id]);
    expect(problemOf(await send(ours.auditor, 'GET', `/what-if/${done.id}`))).toMatchObject({ status: 404, code: 'unknown-what-if' });
  });

  test('stands in the access log, with the pathways whose rows were shown', async () => {
    const job = await asked(theirs.auditor, tenWeeks);
    await send(theirs.auditor, 'GET', `/what-if/${job.id}/flips`);
    const { body } = await send(theirs.auditor, 'GET', '/access-log?limit=50');
    const rows = (body as { rows: { action: string; pathwayIds: string[] }[] }).rows.filter(({ action }) => action === 'what-if.run');
    expect(rows.some(({ pathwayIds }) => pathwayIds.includes(theirs.late))).toBe(true);
  });
});

describe('the forecast', () => {
  test('is of one’s own units, with its assumptions, and the same for the same seed', async () => {
    const one = await read(ours.auditor, '/forecast?runs=20&weeks=4&seed=a', forecastSchema);
    expect(one).toMatchObject({ asOf: today(), settings: { runs: 20, weeks: 4, seed: 'a', weeksBack: 26, extraPlaces: 0 }, units: [{ organisation: { name: 'Nordre sykehus' }, assumptions: { sources: ['history', 'history', 'history', 'history'] } }] });
    expect(one.weeks.length).toBe(4);
    expect(await read(ours.auditor, '/forecast?runs=20&weeks=4&seed=a', forecastSchema)).toEqual(one);
  });

  test.each([['weeks=27', '/weeks'], ['runs=5', '/runs'], ['seed=', '/seed'], ['uker=3', '/uker']])('?%s is refused', async (query, path) => {
    expect(problemOf(await send(ours.auditor, 'GET', `/forecast?${query}`))).toMatchObject({ status: 400, errors: [{ path }] });
  });

  test('of a clock that a first visit does not keep is refused', async () => {
    expect(problemOf(await send(ours.auditor, 'GET', '/forecast?clock=FRIST-VURDERING')).status).toBe(400);
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ownPostgresServer, type OwnServer } from './own-servers.js';
import { command, newPatient, refer, referralOf, sendFhir } from './patients.js';
import { startSystem, type Answer, type System } from './system.js';

let postgres: OwnServer<string>;
let system: System;

beforeAll(async () => {
  postgres = await ownPostgresServer();
  system = await startSystem({ databaseUrl: postgres.address, apps: ['api', 'worker'] });
}, 240_000);
afterAll(async () => {
  await system?.stop();
  await postgres?.end();
}, 120_000);

/** Waits until every pathway's workflow has asked the ledger about all that was recorded. */
const allHeard = () => system.until('every workflow has heard all', async () => {
  const live = await system.ledger.livePathways({ limit: 100 });
  return live.length > 0 && live.every(({ position, advancedPosition }) => position === advancedPosition);
});
const typesOf = async (id: string) => (await system.ledger.patientView(id)).timeline.map(({ type }) => type);
const countOf = async (id: string, wanted: string) => (await typesOf(id)).filter((type) => type === wanted).length;
const readyStatus = async () => (await system.api('GET', '/health/ready')).status;

test('while the database is away everybody is told to try again, and when it is back everything goes on', async () => {
  const id = await refer(system);
  await allHeard();
  const key = { 'Idempotency-Key': randomUUID() };
  const referral = referralOf(newPatient(), system.today);

  await postgres.goAway();
  const refused = await command(system, id, 'meld-risiko', { data: { gjelder: 'vurdering' } }, key);
  expect(refused).toMatchObject({ status: 503, body: { type: 'urn:forlop:problem:unavailable', code: 'unavailable', detail: expect.stringMatching(/Prøv igjen/) } });
  expect(refused.headers.get('content-type')).toBe('application/problem+json');
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  const atTheDoor = await sendFhir(system, referral);
  expect(atTheDoor).toMatchObject({ status: 503, body: { resourceType: 'OperationOutcome' } });
  expect(Number(atTheDoor.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await system.api('GET', '/health/ready')).toMatchObject({ status: 503, body: { status: 'down', checks: { postgres: 'down' } } });
  expect(await system.api('GET', '/health/live')).toMatchObject({ status: 200 });

  await postgres.comeBack();
  await system.until('the API is ready again', async () => (await readyStatus()) === 200);
  // What was answered with 503 was not done, and is done by being sent again.
  expect(await command(system, id, 'meld-risiko', { data: { gjelder: 'vurdering' } }, key)).toMatchObject({ status: 200 });
  expect((await sendFhir(system, referral)).status).toBe(201);
  await allHeard();
  expect(await countOf(id, 'risikoMeldt')).toBe(1);
  expect(await system.ledger.verify()).toMatchObject({ pathways: 2, differences: [] });
}, 180_000);

/** One write that a client sends again with its key until it is done, as any careful sender does. */
interface Sent {
  readonly key: string;
  readonly answers: Answer[];
}

const clients = 6;
/**
 * A minute's outage without the minute: what could fail by itself while a database is away has shorter patience than this.
 * A connection is waited for 5 s; a local activity gives up after 7 s and leaves its retries to the server; the relay's and
 * the sweep's pauses have grown to their longest, 15 s.
 */
const outageMs = 16_000;

test('an outage in the middle of a stream of commands: each is there once, whether it was answered before, during or after', async () => {
  const ids = await Promise.all(Array.from({ length: clients }, () => refer(system)));
  await allHeard();
  let over = false;
  const sent = new Map<string, Sent[]>(ids.map((id) => [id, []]));
  const stream = Promise.all(ids.map(async (id) => {
    while (!over) sent.get(id)!.push(await sendUntilDone(id));
  }));
  const answered = () => [...sent.values()].flat();
  await system.until('commands are being done', () => answered().length >= 2 * clients);

  await postgres.goAway();
  const wentAt = performance.now();
  await system.until('the outage has lasted', () => performance.now() - wentAt > outageMs);
  expect(await readyStatus()).toBe(503);
  await postgres.comeBack();
  const before = answered().length;
  await system.until('commands are being done again', () => answered().length >= before + 2 * clients);
  over = true;
  await stream;

  const all = answered().flatMap(({ answers }) => answers);
  const refused = all.filter(({ status }) => status === 503);
  expect(refused.length).toBeGreaterThan(clients);
  for (const { status, headers, body } of refused) {
    expect({ status, type: headers.get('content-type'), body }).toMatchObject({ type: 'application/problem+json', body: { status: 503, detail: expect.stringMatching(/Prøv igjen/) } });
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  }
  expect(all.filter(({ status }) => ![200, 503].includes(status)).map(({ status, body }) => ({ status, body }))).toEqual([]);
  for (const id of ids) expect(await countOf(id, 'risikoMeldt')).toBe(sent.get(id)!.length);
  // A key that was answered keeps its answer, over the outage as well.
  const { key, answers } = sent.get(ids[0]!)![0]!;
  const again = await reportRisk(ids[0]!, key);
  expect([again.headers.get('idempotency-replayed'), again.body]).toEqual(['true', answers.at(-1)!.body]);

  // The worker was never touched: it goes on by itself.
  await system.until('nothing waits in the outbox', async () => (await system.ledger.backlog()).rows === 0);
  await allHeard();
  expect(await system.ledger.verify()).toMatchObject({ differences: [] });
}, 240_000);

const reportRisk = (id: string, key: string) => command(system, id, 'meld-risiko', { data: { gjelder: 'vurdering' } }, { 'Idempotency-Key': key });

/** Sends a command with a key of its own until it is answered with something else than "try again". */
async function sendUntilDone(id: string): Promise<Sent> {
  const sent: Sent = { key: randomUUID(), answers: [] };
  await system.until('the command is done', async () => {
    const answer = await reportRisk(id, sent.key);
    sent.answers.push(answer);
    return answer.status !== 503;
  });
  return sent;
}

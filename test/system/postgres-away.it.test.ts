import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { migrate } from '@forlop/ledger';
import { startPostgres, type RunningPostgres } from '@forlop/servers';
import { command, newPatient, refer, referralOf, sendFhir } from './patients.js';
import { startSystem, type System } from './system.js';

let dir: string;
let postgres: RunningPostgres;
let system: System;
const startOwn = () => startPostgres({ dataDir: join(dir, 'data'), port: 55_100, externalUrl: undefined });

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'forlop-away-'));
  // The server's own user must get in when we are root.
  chmodSync(dir, 0o755);
  postgres = await startOwn();
  await migrate(postgres.url);
  system = await startSystem({ databaseUrl: postgres.url, apps: ['api', 'worker'] });
}, 240_000);
afterAll(async () => {
  await system?.stop();
  await postgres?.stop();
  rmSync(dir, { recursive: true, force: true });
}, 120_000);

test('while the database is away everybody is told to try again, and when it is back everything goes on', async () => {
  const id = await refer(system);
  const heard = () => system.until('the workflow has heard all', async () => {
    const [live] = await system.ledger.livePathways({ limit: 1 });
    return live!.advancedPosition === live!.position && live;
  });
  await heard();
  const key = { 'Idempotency-Key': randomUUID() };
  const referral = referralOf(newPatient(), system.today);

  await postgres.stop();
  const refused = await command(system, id, 'meld-risiko', { data: { gjelder: 'vurdering' } }, key);
  expect(refused).toMatchObject({ status: 503, body: { type: 'urn:forlop:problem:unavailable', code: 'unavailable', detail: expect.stringMatching(/Prøv igjen/) } });
  expect(refused.headers.get('content-type')).toBe('application/problem+json');
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  const atTheDoor = await sendFhir(system, referral);
  expect(atTheDoor).toMatchObject({ status: 503, body: { resourceType: 'OperationOutcome' } });
  expect(Number(atTheDoor.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await system.api('GET', '/health/ready')).toMatchObject({ status: 503, body: { status: 'down', checks: { postgres: 'down' } } });
  expect(await system.api('GET', '/health/live')).toMatchObject({ status: 200 });

  postgres = await startOwn();
  await system.until('the API is ready again', async () => (await system.api('GET', '/health/ready')).status === 200);
  // What was answered with 503 was not done, and is done by being sent again.
  expect(await command(system, id, 'meld-risiko', { data: { gjelder: 'vurdering' } }, key)).toMatchObject({ status: 200 });
  expect((await sendFhir(system, referral)).status).toBe(201);
  const live = await heard();
  expect(live.pathwayId).toMatch(/^[0-9a-f-]{36}$/);
  const { timeline } = await system.ledger.patientView(id);
  expect(timeline.filter(({ type }) => type === 'risikoMeldt')).toHaveLength(1);
  await system.until('every workflow has heard all', async () => (await system.ledger.livePathways({ limit: 10 })).every(({ position, advancedPosition }) => position === advancedPosition));
  const report = await system.ledger.verify();
  expect(report).toMatchObject({ pathways: 2, differences: [] });
}, 180_000);

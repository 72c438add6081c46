import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CookieJar, logInAs } from '@forlop/identity';
import pg from 'pg';
import { askForSupplement, command, newPatient, refer } from './patients.js';
import { startSystem, type System } from './system.js';

// The apps as they run in life, at their most talkative, through what works and what fails.
const patient = newPatient();
const fastlege = 'sigrunn.brattabo@legekontor.example';
const note = 'Orker ikke å gå til butikken i Storgata';
const unknownToken = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJpbm50cmVuZ2VyIn0.hemmeligsignatur';
const cookie = 'kakeinnhold-som-er-hemmelig';
const code = 'innloggingskode-som-er-hemmelig';
let system: System;
let id: string;
beforeAll(async () => {
  system = await startSystem({ env: { LOG_LEVEL: 'trace', SMTP_URL: 'smtp://postbud:hemmelig-postpassord@127.0.0.1:9' } });
}, 240_000);
afterAll(() => system?.stop(), 60_000);

const personal = [patient.fodselsnummer, patient.birthDate, patient.given, patient.family, fastlege, 'Prøvesen', 'Storgata', 'Orker ikke', 'orker ikke trappen'];
const seen = () => [...personal, ...system.secrets(), unknownToken.split('.')[2]!, cookie, code];
const found = (text: string) => seen().filter((secret) => text.toLowerCase().includes(secret.toLowerCase()));

async function get(path: string, headers: Record<string, string> = {}): Promise<number> {
  return (await fetch(`${system.url('api')}${path}`, { headers, redirect: 'manual' })).status;
}

test('a patient goes through what works, and what does not', async () => {
  id = await refer(system, patient);
  expect((await command(system, id, 'meld-risiko', { reason: note, text: note })).status).toBeLessThan(500);
  expect((await system.api('POST', '/api/v1/search', { number: patient.fodselsnummer })).status).toBeLessThan(500);
  expect((await system.api('POST', '/api/v1/search', { name: patient.family })).status).toBe(200);

  // A number and a name where they do not belong: path, query, body, headers.
  expect(await get(`/api/v1/pathways/${patient.fodselsnummer}?navn=${patient.family}`, { Authorization: `Bearer ${unknownToken}`, Cookie: `__Host-forlop-session=${cookie}` })).toBe(401);
  expect((await system.api('GET', `/api/v1/pathways/${patient.fodselsnummer}?navn=${patient.family}`)).status).toBeGreaterThanOrEqual(400);
  expect((await system.api('GET', `/${patient.family}/${patient.fodselsnummer}`, undefined, { 'X-Correlation-Id': patient.fodselsnummer })).status).toBe(404);
  expect((await system.api('POST', '/api/v1/referrals', { patient: patient.fodselsnummer, [patient.family]: note })).status).toBe(400);
  expect((await system.api('POST', '/api/v1/referrals', `{"navn": "${patient.family}", "fnr": ${patient.fodselsnummer}`)).status).toBe(400);
  expect((await system.api('POST', '/fhir', `{"navn": "${patient.family}"`, { 'Content-Type': 'application/fhir+json' })).status).toBeLessThan(500);
  expect(await get(`/auth/callback?code=${code}&state=${randomUUID()}`, { Cookie: `forlop-login=${cookie}; forlop-session=${cookie}` })).toBe(401);
}, 240_000);

test('somebody logs in by a browser, sees her session, and ends it', async () => {
  const [jar, url] = [new CookieJar(), system.url('api')];
  const started = await jar.fetch(`${url}/auth/login`);
  // Where people would reach the API, were it not on a port of its own.
  const publicUrl = 'http://localhost:3000';
  const back = await logInAs('koordinator', new URL(started.headers.get('location')!), `${publicUrl}/auth/callback`);
  expect((await jar.fetch(`${url}${back.pathname}${back.search}`, { headers: { 'User-Agent': 'Proveleser/1' } })).status).toBe(303);
  const sessions = async () => {
    const response = await jar.fetch(`${url}/api/v1/me/sessions`);
    return response.status === 200 ? ((await response.json()) as { sessions: { id: string; browser: string; current: boolean }[] }).sessions : response.status;
  };
  const [mine] = (await sessions()) as { id: string }[];
  expect(await sessions()).toMatchObject([{ browser: 'Proveleser/1', current: true }]);
  const end = (extra: Record<string, string>) => jar.fetch(`${url}/api/v1/me/sessions/${mine!.id}`, { method: 'DELETE', headers: { Origin: publicUrl, 'Idempotency-Key': randomUUID(), ...extra } });
  expect((await end({})).status).toBe(403);
  expect((await end({ 'X-CSRF-Token': jar.get('forlop-csrf')! })).status).toBe(200);
  expect(await sessions()).toBe(401);
  const { id: principal } = (await system.api('GET', '/api/v1/me')).body as { id: string };
  expect(system.logs()).toMatch(new RegExp(`"principal":"${principal}".*"logged in"`));
}, 60_000);

test('an administrator logs somebody out, whether or not she is in', async () => {
  expect(await system.api('POST', '/api/v1/sessions/end', { everybody: true })).toMatchObject({ status: 200, body: { ended: 0 } });
  expect(await system.api('POST', '/api/v1/sessions/end', { personNumber: patient.fodselsnummer })).toMatchObject({ status: 200, body: { ended: 0 } });
}, 60_000);

test('a database that is not as it should be', async () => {
  const database = new pg.Client({ connectionString: system.databaseUrl });
  await database.connect();
  await database.query('alter table patient rename column sealed_demographics to elsewhere');
  try {
    expect((await system.api('GET', `/api/v1/pathways/${id}`)).status).toBeGreaterThanOrEqual(500);
    expect((await system.api('POST', '/api/v1/search', { name: patient.family })).status).toBeGreaterThanOrEqual(500);
  } finally {
    await database.query('alter table patient rename column elsewhere to sealed_demographics');
    await database.end();
  }
}, 120_000);

test('a mail that cannot be sent', async () => {
  await askForSupplement(system, id, fastlege);
  await system.until('the courier has tried', () => /Activity failed|ECONNREFUSED/.test(system.logs()));
}, 240_000);

test('no log says who the patient is or what is secret', () => {
  const logs = system.logs();
  expect(logs.length).toBeGreaterThan(1_000);
  expect(logs).toContain(id);
  expect(found(logs)).toEqual([]);
});

test('neither does Temporal in what it keeps in the clear', async () => {
  const kept: string[] = [];
  for await (const { workflowId, searchAttributes, memo } of system.temporal.workflow.list()) kept.push(JSON.stringify({ workflowId, searchAttributes, memo }));
  expect(kept.join()).toContain(id);
  expect(found(kept.join('\n'))).toEqual([]);
}, 60_000);

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { generateKey, SigningKeys } from '@forlop/crypto';
import pg from 'pg';
import type { Actor, Ledger } from '../src/index.js';
import { coordinator, idsOf, referral, startLedger, type TestLedger } from './helpers.js';

const signer = SigningKeys.fromEnv({ FORLOP_ROOT_KEY: `rot:${generateKey()}` });
const administrator: Actor = { kind: 'person', id: 'administrator-1' };

let house: TestLedger;
const copies: string[] = [];
beforeAll(async () => { house = await startLedger('2026-03-23'); }, 60_000);
afterAll(async () => {
  // Before the house, which takes a server of its own with it when it goes.
  for (const url of copies) await asAdmin(`drop database if exists ${new URL(url).pathname.slice(1)} with (force)`);
  await house?.close();
});

async function asAdmin(sql: string): Promise<void> {
  const url = new URL(house.url);
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** A copy of the whole database as it is now, byte for byte: what a backup is. Everybody must be off it meanwhile. */
async function copyOf(url: string): Promise<string> {
  const name = `forlop_copy_${randomUUID().replaceAll('-', '')}`;
  const source = new URL(url).pathname.slice(1);
  await asAdmin(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${source}'`);
  await asAdmin(`create database ${name} template ${source}`);
  const copy = new URL(url);
  copy.pathname = `/${name}`;
  copies.push(copy.href);
  return copy.href;
}

async function ended(): Promise<string> {
  const { pathwayId } = await house.ledger.intake(referral(), coordinator);
  idsOf(await house.ledger.record(pathwayId, [{ type: 'pasientDod', occurredOn: '2026-03-23', }], coordinator));
  return pathwayId;
}

async function erase(ledger: Ledger, pathwayId: string): Promise<void> {
  const { id } = await ledger.requestErasure(pathwayId, { legalBasis: 'patients-demand', reason: 'Krav etter § 43.' }, coordinator);
  expect((await ledger.carryOutErasure(id, administrator)).outcome).toBe('done');
}

const nameOf = async (ledger: Ledger, pathwayId: string) => (await ledger.patientView(pathwayId)).patient.name;

test('backup, erase, restore the older copy, replay: she is gone again, and nothing was sent meanwhile', async () => {
  const [her, before, other] = [await ended(), await ended(), await ended()];
  await erase(house.ledger, before);
  const backup = await copyOf(house.url);
  await erase(house.ledger, her);
  const later = await ended();
  await erase(house.ledger, later);
  const lines = await house.ledger.exportErasures(signer);
  expect(lines).toHaveLength(4);
  expect((await house.ledger.effects()).on).toBe(true);

  const restored = await house.another({ url: backup });
  expect(await nameOf(restored, her)).not.toBeNull();
  expect(await restored.effects()).toMatchObject({ on: false, why: expect.stringContaining('gjenopprettet') });
  await expect(restored.setEffects(true, 'prøver å slå på', administrator)).rejects.toMatchObject({ code: 'restored' });

  expect(await restored.replayErasures(lines, signer)).toEqual({ entries: 3, erased: 1, already: 1, absent: 1 });
  expect(await nameOf(restored, her)).toBeNull();
  expect(await nameOf(restored, other)).not.toBeNull();
  expect((await restored.patientView(her)).timeline.at(-1)).toMatchObject({ type: 'erased', actor: 'system:replay' });
  expect((await restored.erasureList()).map(({ erasureId }) => erasureId)).toEqual((await house.ledger.erasureList()).map(({ erasureId }) => erasureId));
  expect((await restored.verify()).differences).toEqual([]);

  expect(await restored.replayErasures(lines, signer)).toEqual({ entries: 3, erased: 0, already: 2, absent: 1 });
  expect((await restored.effects()).on).toBe(false);
  expect((await restored.setEffects(true, 'Slettelisten er spilt av', administrator)).on).toBe(true);
  expect((await restored.effects()).on).toBe(true);
});

test('no message leaves a restored copy, however live its pathways are', async () => {
  const { pathwayId } = await house.ledger.intake(referral(), coordinator);
  const restored = await house.another({ url: await copyOf(house.url), hours: null });
  house.at('2026-04-13');
  const attempt = (ledger: Ledger) => ledger.claimAttempt({ pathwayId, key: 'VURDERING-BRUTT#1', attempt: 20260409, purpose: 'ask' });
  for (const ledger of [restored, house.ledger]) await ledger.advance(pathwayId, '2026-04-13T11:00:00Z');
  expect(await attempt(restored)).toMatchObject({ go: false, why: 'hold' });
  expect(await attempt(house.ledger)).toMatchObject({ go: true });
});

test('a list that was cut, changed or signed by someone else is not replayed at all', async () => {
  const lines = await house.ledger.exportErasures(signer);
  expect(lines.length).toBeGreaterThan(2);
  const bad: readonly (readonly [string, readonly string[]])[] = [
    ['Slutten mangler', lines.slice(0, -1)],
    ['linje 2', [lines[0]!, ...lines.slice(2)]],
    ['Signaturen', [lines[0]!.replace('patients-demand', 'wrong-person'), ...lines.slice(1)]],
    ['kan ikke leses', ['tull', ...lines]],
    ['Slutten mangler', []],
  ];
  for (const [sentence, these] of bad) await expect(house.ledger.replayErasures(these, signer)).rejects.toMatchObject({ code: 'bad-data', message: expect.stringContaining(sentence) });
  const stranger = SigningKeys.fromEnv({ FORLOP_ROOT_KEY: `rot:${generateKey()}` });
  await expect(house.ledger.replayErasures(lines, stranger)).rejects.toMatchObject({ code: 'bad-data' });
});

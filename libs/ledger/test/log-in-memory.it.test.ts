import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Identity } from '@forlop/access';
import { syntheticFodselsnummer } from '@forlop/contracts';
import type { Ledger } from '../src/index.js';
import { startLedger, type TestLedger } from './helpers.js';

let house: TestLedger;
let one: Ledger;
let other: Ledger;
beforeAll(async () => {
  house = await startLedger();
  [one, other] = [await house.another({ role: 'api' }), await house.another({ role: 'api' })];
}, 60_000);
afterAll(() => house.close());

describe('something that is good for one use', () => {
  test('is used once, in whatever process', async () => {
    expect([await one.useOnce('bevis-1', 80), await one.useOnce('bevis-1', 80), await other.useOnce('bevis-1', 80), await other.useOnce('bevis-2', 80)]).toEqual([true, false, false, true]);
  });

  test('of many at once, one alone is the first', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? one : other).useOnce('bevis-3', 80)));
    expect(all.filter(Boolean)).toHaveLength(1);
  });
});

describe('a session that was ended', () => {
  const began = new Date(Date.now() - 60_000);

  test('is ended in every process, by any of its keys, and those begun later are not', async () => {
    const ended = new Date();
    await one.endSessions('sub anne', ended, 28_800);
    expect(await other.isEnded(['session 1', 'sub anne'], began)).toBe(true);
    expect(await other.isEnded(['sub anne'], new Date(ended.getTime() + 1))).toBe(false);
    expect(await other.isEnded(['session 1', 'sub berit'], began)).toBe(false);
  });

  test('the later end counts, whichever is told last', async () => {
    await one.endSessions('sub cecilie', new Date(), 28_800);
    await other.endSessions('sub cecilie', new Date(began.getTime() - 60_000), 28_800);
    expect(await one.isEnded(['sub cecilie'], began)).toBe(true);
  });
});

describe('sessions of browsers', () => {
  const personNumber = syntheticFodselsnummer({ birthDate: '1970-01-01', sex: 'kvinne', serial: 77 });
  const identity = (subject: string, number: string | null = null): Identity => ({ kind: 'person', issuer: 'https://helseid.example', subject, personNumber: number, name: 'Øktine Prøvesen', hprNumber: null, organisation: { parent: null, child: null }, scopes: [], clientId: 'web' });
  // A second after the one before: of two in one millisecond neither is the newest.
  let latest = Date.now() - 60_000;
  const begin = (key: string, who: Identity, minutes = 480) => {
    const began = new Date((latest += 1_000));
    return one.beginSession({ identity: who, keys: [key, `sub ${who.subject}`], began, until: new Date(began.getTime() + minutes * 60_000), browser: 'Prøveleser 1' });
  };
  const browsersOf = async (principal: string) => (await other.sessionsOf(principal, null)).length;

  test('are known to every process, the newest first, and which one asks', async () => {
    const principal = await begin('session a', identity('dagny'));
    expect(await begin('session b', identity('dagny'))).toBe(principal);
    expect((await one.principalOf(identity('dagny'))).id).toBe(principal);
    const listed = await other.sessionsOf(principal, 'session a');
    expect(listed.map(({ current, browser }) => [current, browser])).toEqual([[false, 'Prøveleser 1'], [true, 'Prøveleser 1']]);
    expect(JSON.stringify(listed)).not.toContain('session a');
    expect(await browsersOf('en annen')).toBe(0);
  });

  test('are ended one by one, and nobody ends another’s', async () => {
    const principal = await begin('session c', identity('eline'));
    const began = new Date(latest);
    await begin('session d', identity('eline'));
    const [newest] = await one.sessionsOf(principal, null);
    expect(await one.endWebSessions({ principal: 'en annen', id: newest!.id })).toBe(0);
    expect(await one.endWebSessions({ principal, id: 'tull' })).toBe(0);
    expect(await one.endWebSessions({ principal, id: newest!.id })).toBe(1);
    expect([await other.isEnded(['session d'], began), await other.isEnded(['session c'], began), await browsersOf(principal)]).toEqual([true, false, 1]);
    expect(await one.endWebSessions({ principal, id: newest!.id })).toBe(0);
    expect(await one.endWebSessions({ principal })).toBe(1);
  });

  test('of a person end by her number, and everybody’s at once; those that the provider ended or that are past are not there', async () => {
    const her = await begin('session e', identity('frida', personNumber));
    const hers = await begin('session f', identity('frida-i-en-annen-klient', personNumber));
    const others = await begin('session g', identity('grete'));
    await begin('session h', identity('grete'), -1);
    expect(await one.endWebSessions({ personNumber })).toBe(2);
    expect([await browsersOf(her), await browsersOf(hers), await browsersOf(others)]).toEqual([0, 0, 1]);
    await expect(one.endWebSessions({ personNumber: '123' })).rejects.toMatchObject({ code: 'bad-data' });
    await one.endSessions('sub grete', new Date(), 28_800);
    expect(await browsersOf(others)).toBe(0);
    const last = await begin('session i', identity('hilde'));
    expect(await one.endWebSessions({ everybody: true })).toBeGreaterThan(0);
    expect(await browsersOf(last)).toBe(0);
  });

  test('name nobody in their table, and go when they are past', async () => {
    const rows = JSON.stringify(await house.sql<object>('select encode(key, $1) as key, principal, encode(person, $1) as person, browser from web_session', ['hex']));
    expect(rows).not.toMatch(new RegExp(`${personNumber}|frida|Øktine`));
    await house.ledger.clean(14);
    expect(await house.sql<object>('select 1 from web_session where until < now()')).toEqual([]);
  });
});

test('what is past its time is swept away, the rest stays', async () => {
  await one.useOnce('gammelt', 0);
  await one.endSessions('gammel', new Date(Date.now() - 10_000), 5);
  await house.ledger.clean(14);
  const left = await house.sql<{ past: number; proofs: number; ended: boolean }>(
    `select count(*) filter (where until < now())::int as past, (select count(*)::int from used_once) as proofs, exists (select 1 from ended_session) as ended from (select until from used_once union all select until from ended_session) x`,
  );
  expect(left).toEqual([{ past: 0, proofs: 3, ended: true }]);
});

test('the API can take nothing back, and neither key nor person can be read from the tables', async () => {
  await expect(one.clean(14)).rejects.toThrow();
  const rows = await house.sql<{ key: Buffer }>('select key from used_once union all select key from ended_session');
  expect(rows.every(({ key }) => key.length === 32)).toBe(true);
});

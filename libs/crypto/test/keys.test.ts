import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { CryptoError, DataKeys, generateKey, MasterKeys, newDataKey, open, readKeySet, seal, type Json, type KeyService } from './helpers.js';

const codeOf = async (work: () => unknown): Promise<string> => {
  try {
    await work();
    return 'no error';
  } catch (error) {
    return error instanceof CryptoError ? error.code : String(error);
  }
};

describe('keys in the configuration', () => {
  test('one key without id, several with', () => {
    const [a, b] = [generateKey(), generateKey()];
    expect(readKeySet(a, 'X').current).toBe('1');
    const set = readKeySet(`2026:${a}, 2025:${b}`, 'X');
    expect([set.current, [...set.keys.keys()]]).toEqual(['2026', ['2026', '2025']]);
    expect(set.keys.get('2025')).toEqual(Buffer.from(b, 'base64'));
  });

  test.each([
    ['missing', undefined],
    ['empty', ' '],
    ['too short', Buffer.alloc(31).toString('base64')],
    ['too long', Buffer.alloc(33).toString('base64')],
    ['not base64', `${'!'.repeat(3)}${generateKey().slice(3)}`],
    ['a character lost and one added', generateKey().replace(/.$/, '-')],
    ['two without ids', `${generateKey()},${generateKey()}`],
    ['the same id twice', `a:${generateKey()},a:${generateKey()}`],
    ['an id with spaces', `a b:${generateKey()}`],
  ])('%s: refused with the variable named, the key not', (_, text) => {
    expect(() => readKeySet(text, 'FORLOP_X')).toThrow(/FORLOP_X/);
    try {
      readKeySet(text, 'FORLOP_X');
    } catch (error) {
      expect((error as CryptoError).code).toBe('bad-key');
      if ((text ?? '').length > 10) expect((error as Error).message).not.toContain(text!.slice(-8));
    }
  });
});

const json = fc.jsonValue() as fc.Arbitrary<Json>;
const context = fc.record({ owner: fc.uuid(), purpose: fc.string() });

describe('sealed values', () => {
  test('what is sealed comes back, and only in its own context', () => {
    fc.assert(
      fc.property(json, context, context, (value, its, other) => {
        const key = newDataKey();
        const sealed = seal(key, value, its);
        expect(JSON.stringify(open(key, sealed, its))).toBe(JSON.stringify(value));
        if (other.owner !== its.owner || other.purpose !== its.purpose) {
          expect(() => open(key, sealed, other)).toThrow(CryptoError);
        }
      }),
    );
  });

  test('a change to any byte is detected', () => {
    fc.assert(
      fc.property(json, fc.nat(), fc.integer({ min: 1, max: 255 }), (value, at, change) => {
        const key = newDataKey();
        const its = { owner: 'p', purpose: 'x' };
        const sealed = seal(key, value, its);
        sealed[at % sealed.length]! ^= change;
        expect(() => open(key, sealed, its)).toThrow(CryptoError);
      }),
    );
  });

  test('the same value never gives the same ciphertext, and a cut one is refused', async () => {
    const key = newDataKey();
    const its = { owner: 'p', purpose: 'x' };
    expect(seal(key, 'a', its).equals(seal(key, 'a', its))).toBe(false);
    expect(await codeOf(() => open(key, seal(key, 'a', its).subarray(0, 20), its))).toBe('bad-format');
    expect(await codeOf(() => open(newDataKey(), seal(key, 'a', its), its))).toBe('tampered');
  });
});

describe('master keys', () => {
  test('wrap and unwrap, bound to the owner', async () => {
    const keys = MasterKeys.fromEnv({ FORLOP_MASTER_KEY: generateKey() });
    const dataKey = newDataKey();
    const wrapped = await keys.wrap(dataKey, 'patient-1');
    expect(await keys.unwrap(wrapped, 'patient-1')).toEqual(dataKey);
    expect(wrapped.includes(dataKey)).toBe(false);
    expect(await codeOf(() => keys.unwrap(wrapped, 'patient-2'))).toBe('tampered');
    expect(await codeOf(() => keys.unwrap(Buffer.from([9, 9]), 'patient-1'))).toBe('bad-format');
  });

  test('rotation: old data keys open under the new set, new ones are wrapped by the new key', async () => {
    const [old, fresh] = [generateKey(), generateKey()];
    const before = MasterKeys.fromEnv({ FORLOP_MASTER_KEY: `a:${old}` });
    const after = MasterKeys.fromEnv({ FORLOP_MASTER_KEY: `b:${fresh},a:${old}` });
    const dataKey = newDataKey();
    expect(await after.unwrap(await before.wrap(dataKey, 'p'), 'p')).toEqual(dataKey);
    expect(await codeOf(async () => before.unwrap(await after.wrap(dataKey, 'p'), 'p'))).toBe('unknown-key');
  });
});

describe('remembered data keys', () => {
  const counting = (): { service: KeyService; calls: () => number } => {
    const inner = MasterKeys.fromEnv({ FORLOP_MASTER_KEY: generateKey() });
    let calls = 0;
    return { service: { wrap: (k, c) => inner.wrap(k, c), unwrap: (w, c) => ((calls += 1), inner.unwrap(w, c)) }, calls: () => calls };
  };

  test('a key is unwrapped once, and again when it was replaced or forgotten', async () => {
    const { service, calls } = counting();
    const ring = new DataKeys(service);
    const { key, wrapped } = await ring.create('p');
    expect(await ring.of('p', wrapped)).toEqual(key);
    expect(calls()).toBe(0);
    ring.forget('p');
    expect(await ring.of('p', wrapped)).toEqual(key);
    expect(await ring.of('p', wrapped)).toEqual(key);
    expect(calls()).toBe(1);
    const other = newDataKey();
    expect(await ring.of('p', await service.wrap(other, 'p'))).toEqual(other);
  });

  test('never more than the given number, the oldest goes first', async () => {
    const { service, calls } = counting();
    const ring = new DataKeys(service, 2);
    const made = [];
    for (const owner of ['a', 'b', 'c']) made.push(await ring.create(owner));
    await ring.of('c', made[2]!.wrapped);
    await ring.of('b', made[1]!.wrapped);
    expect(calls()).toBe(0);
    await ring.of('a', made[0]!.wrapped);
    expect(calls()).toBe(1);
  });
});

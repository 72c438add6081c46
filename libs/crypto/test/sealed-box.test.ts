import { expect, test } from '@jest/globals';
import { BoxKeys, generateKey, sealTo } from '../src/index.js';

const [old, fresh] = [`gammel:${generateKey()}`, `ny:${generateKey()}`];
const keys = BoxKeys.read(old, 'PROVE_KEYS');

test('what is sealed to a public key is opened by its private key, also after a rotation, and by no other', () => {
  const sealed = sealTo(keys.publicKey(), 'whsec_prøve', 'abonnent/1');
  expect(keys.open(sealed, 'abonnent/1')).toBe('whsec_prøve');
  const rotated = BoxKeys.read(`${fresh},${old}`, 'PROVE_KEYS');
  expect(rotated.publicKey().keyId).toBe('ny');
  expect(rotated.open(sealed, 'abonnent/1')).toBe('whsec_prøve');
  expect(() => BoxKeys.read(fresh, 'PROVE_KEYS').open(sealed, 'abonnent/1')).toThrow(expect.objectContaining({ code: 'unknown-key' }));
  expect(() => BoxKeys.read(`gammel:${generateKey()}`, 'PROVE_KEYS').open(sealed, 'abonnent/1')).toThrow(expect.objectContaining({ code: 'tampered' }));
});

test('it shows nothing, is never the same twice, and does not open elsewhere or changed', () => {
  const [one, two] = [sealTo(keys.publicKey(), 'whsec_prøve', 'a'), sealTo(keys.publicKey(), 'whsec_prøve', 'a')];
  expect(one.includes('whsec_')).toBe(false);
  expect(one.equals(two)).toBe(false);
  expect(() => keys.open(one, 'b')).toThrow(expect.objectContaining({ code: 'tampered' }));
  for (let at = 0; at < one.length; at += 1) {
    const changed = Buffer.from(one);
    changed[at]! ^= 1;
    expect(() => keys.open(changed, 'a')).toThrow();
  }
  for (const length of [0, 1, 2, 10, one.length - 1]) expect(() => keys.open(one.subarray(0, length), 'a')).toThrow();
});

test('a public key of another length is none', () => {
  expect(() => sealTo({ keyId: 'x', publicKey: Buffer.alloc(31) }, 'x', 'a')).toThrow(expect.objectContaining({ code: 'bad-key' }));
});

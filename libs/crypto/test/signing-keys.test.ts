import { expect, test } from '@jest/globals';
import { generateKey, PublicKeys, signatureChecker, SigningKeys } from '../src/index.js';

const bytes = Buffer.from('roten');

test('what a key signs, its public key knows, also after a rotation; another key does not', async () => {
  const [one, two] = [`en:${generateKey()}`, `to:${generateKey()}`];
  const before = SigningKeys.fromEnv({ FORLOP_ROOT_KEY: one });
  const after = SigningKeys.fromEnv({ FORLOP_ROOT_KEY: `${two},${one}` });
  const signature = await before.sign(bytes);
  expect(after.keyId).toBe('to');
  expect(after.check('en', bytes, signature)).toBe('good');
  expect(after.check('to', bytes, signature)).toBe('bad');
  expect(after.check('en', Buffer.from('noe annet'), signature)).toBe('bad');
  expect(after.check('tre', bytes, signature)).toBe('unknown-key');
  const outside = PublicKeys.fromEnv({ FORLOP_ROOT_PUBLIC_KEYS: after.publicKeys() });
  expect(outside.check('en', bytes, signature)).toBe('good');
  expect(after.publicKeys()).not.toContain(one.slice(3));
});

test('the same key signs the same bytes alike, as the Ed25519 of RFC 8032 (test 1)', async () => {
  const seed = Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex').toString('base64');
  const key = SigningKeys.fromEnv({ FORLOP_ROOT_KEY: `rfc:${seed}` });
  expect(key.publicKeys()).toBe(`rfc:${Buffer.from('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', 'hex').toString('base64')}`);
  expect((await key.sign(Buffer.alloc(0))).toString('hex')).toMatch(/^e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bac/);
});

test('a missing or broken key is told by the variable’s name', () => {
  expect(() => SigningKeys.fromEnv({})).toThrow(/FORLOP_ROOT_KEY/);
  expect(() => SigningKeys.fromEnv({ FORLOP_ROOT_KEY: 'en:kort' })).toThrow(/32 byte/);
  expect(() => signatureChecker({})).toThrow(/FORLOP_ROOT_PUBLIC_KEYS/);
  expect(signatureChecker({ FORLOP_ROOT_KEY: generateKey() })).toBeInstanceOf(SigningKeys);
});

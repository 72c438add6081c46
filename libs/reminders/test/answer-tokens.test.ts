import { describe, expect, test } from '@jest/globals';
import { CryptoError, generateKey } from '@forlop/crypto';
import fc from 'fast-check';
import { AnswerTokens, tokenPurposes, type TokenContent } from '../src/index.js';

const [oldKey, newKey] = [`gammel:${generateKey()}`, `ny.2:${generateKey()}`];
const tokensOf = (...keys: string[]) => AnswerTokens.fromEnv({ FORLOP_ANSWER_KEYS: keys.join(',') });
const tokens = tokensOf(newKey, oldKey);
const content = fc.record({
  purpose: fc.constantFrom(...tokenPurposes),
  subject: fc.stringMatching(/^[A-Za-z0-9_-]{1,100}$/),
  expiresAt: fc.integer({ min: 1, max: 4_000_000_000 }).map((seconds) => seconds * 1000),
});
const one: TokenContent = { purpose: 'answer', subject: '5a1c0934-0000-4000-8000-000000000001', expiresAt: 1_800_000_000_000 };

describe('a token', () => {
  test('says what it was issued for until it expires, and fits in a link', () => {
    fc.assert(
      fc.property(content, (what) => {
        const token = tokens.issue(what);
        expect(encodeURIComponent(token)).toBe(token);
        expect(tokens.verify(token, what.purpose, what.expiresAt - 1)).toEqual({ ok: true, content: what });
        expect(tokens.verify(token, what.purpose, what.expiresAt)).toEqual({ ok: false, why: 'expired' });
      }),
    );
  });

  test('is for one purpose', () => {
    expect(tokens.verify(tokens.issue(one), 'unsubscribe', 0)).toEqual({ ok: false, why: 'wrong-purpose' });
  });

  test('that is changed anywhere is never taken', () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.'.split('');
    const token = tokens.issue(one);
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...alphabet), (index, letter) => {
        fc.pre(token[index] !== letter);
        const answer = tokens.verify(token.slice(0, index) + letter + token.slice(index + 1), 'answer', 0);
        expect(answer).toEqual({ ok: false, why: expect.stringMatching(/^(forged|malformed)$/) });
      }),
      { numRuns: 500 },
    );
  });

  test('that is none is malformed, whatever it is', () => {
    fc.assert(fc.property(fc.string(), (text) => expect(tokens.verify(text, 'answer', 0)).toEqual({ ok: false, why: 'malformed' })));
    expect(tokens.verify(`${tokens.issue(one)}${'A'.repeat(2_000)}`, 'answer', 0)).toEqual({ ok: false, why: 'malformed' });
    expect(tokens.verify(tokens.issue(one).slice(0, -1), 'answer', 0)).toEqual({ ok: false, why: 'malformed' });
  });

  test('of another house is forged, even under the same key id', () => {
    expect(tokensOf(`ny.2:${generateKey()}`).verify(tokens.issue(one), 'answer', 0)).toEqual({ ok: false, why: 'forged' });
  });

  test('holds while its key is among the keys, and is forged when the key is taken out', () => {
    const before = tokensOf(oldKey).issue(one);
    expect(tokens.verify(before, 'answer', 0)).toMatchObject({ ok: true });
    expect(tokensOf(newKey).verify(before, 'answer', 0)).toEqual({ ok: false, why: 'forged' });
  });

  test('is not issued for what does not fit, nor without a key', () => {
    for (const subject of ['', 'a b', 'a.b', 'x'.repeat(101)]) expect(() => tokens.issue({ ...one, subject })).toThrow(CryptoError);
    expect(() => tokens.issue({ ...one, expiresAt: Number.NaN })).toThrow(CryptoError);
    expect(() => AnswerTokens.fromEnv({})).toThrow('FORLOP_ANSWER_KEYS mangler');
  });
});

import { expect, test } from '@jest/globals';
import { RecentClaims } from '../src/token/recent-claims.js';

const start = Date.parse('2026-03-02T10:00:00Z');
let at = start;
const claimsFor = (keepMs: number, most = 10) => new RecentClaims(() => new Date(at), keepMs, most);
const expiring = (afterMs: number, sub = 'a') => ({ sub, exp: (start + afterMs) / 1_000 });

test('claims are known until they have been kept long enough', () => {
  at = start;
  const recent = claimsFor(5_000);
  recent.add('t', expiring(60_000));
  at = start + 4_999;
  expect(recent.of('t')).toMatchObject({ sub: 'a' });
  at = start + 5_000;
  expect(recent.of('t')).toBeNull();
});

test('and never beyond the token’s end', () => {
  at = start;
  const recent = claimsFor(5_000);
  recent.add('t', expiring(2_000));
  at = start + 1_999;
  expect(recent.of('t')).not.toBeNull();
  at = start + 2_000;
  expect(recent.of('t')).toBeNull();
});

test('another token is another one, whatever it begins with', () => {
  at = start;
  const recent = claimsFor(5_000);
  recent.add('header.claims.signature', expiring(60_000));
  expect(recent.of('header.claims.signaturf')).toBeNull();
});

test('the eldest is forgotten when there are too many', () => {
  at = start;
  const recent = claimsFor(5_000, 2);
  for (const token of ['a', 'b', 'c']) recent.add(token, expiring(60_000, token));
  expect(recent.of('a')).toBeNull();
  expect(recent.of('c')).toMatchObject({ sub: 'c' });
});

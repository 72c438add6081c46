import { describe, expect, test } from '@jest/globals';
import { syntheticFodselsnummer } from '@forlop/contracts';
import { claimNames, identityOf, IdentityError } from '../src/index.js';
import { RecentKeys } from '../src/token/recent-keys.js';

const personNumber = syntheticFodselsnummer({ birthDate: '1980-02-29', sex: 'kvinne', serial: 3 });
const person = {
  iss: 'https://helseid.example',
  sub: 'abc',
  client_id: 'klient',
  scope: ['openid', 'forlop:user'],
  name: 'Solveig Duggmyr',
  [claimNames.personNumber]: personNumber,
  [claimNames.securityLevel]: '4',
  [claimNames.hprNumber]: '9900101',
  [claimNames.parent]: '310000019',
  [claimNames.child]: '310000027',
};
const system = { iss: 'https://helseid.example', client_id: 'journal', scope: 'forlop:referral.write forlop:rules.read', [claimNames.parent]: '310000019' };
const lax = { acceptSynthetic: true };

const codeOf = (claims: Record<string, unknown>): string => {
  try {
    return identityOf(claims, lax).kind;
  } catch (error) {
    if (error instanceof IdentityError) return error.code;
    throw error;
  }
};

describe('claims as HelseID gives them', () => {
  test('the names are HelseID\'s own', () => {
    expect(claimNames).toEqual({
      personNumber: 'helseid://claims/identity/pid',
      securityLevel: 'helseid://claims/identity/security_level',
      hprNumber: 'helseid://claims/hpr/hpr_number',
      parent: 'helseid://claims/client/claims/orgnr_parent',
      child: 'helseid://claims/client/claims/orgnr_child',
    });
  });

  test('a person', () => {
    expect(identityOf(person, lax)).toEqual({
      kind: 'person',
      issuer: 'https://helseid.example',
      subject: 'abc',
      personNumber,
      name: 'Solveig Duggmyr',
      hprNumber: '9900101',
      organisation: { parent: '310000019', child: '310000027' },
      scopes: ['openid', 'forlop:user'],
      clientId: 'klient',
    });
  });

  test('a system', () => {
    expect(identityOf(system, lax)).toMatchObject({ kind: 'system', subject: 'journal', personNumber: null, scopes: ['forlop:referral.write', 'forlop:rules.read'], organisation: { parent: '310000019', child: null } });
    expect(codeOf({ ...system, sub: 'journal' })).toBe('system');
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['an HPR number in a list of one', { [claimNames.hprNumber]: ['9900101'] }, 'person'],
    ['no HPR number', { [claimNames.hprNumber]: undefined }, 'person'],
    ['no organisation', { [claimNames.parent]: undefined, [claimNames.child]: undefined }, 'person'],
    ['no scope', { scope: undefined }, 'person'],
    ['several HPR numbers', { [claimNames.hprNumber]: ['9900101', '9900102'] }, 'invalid-claims'],
    ['an HPR number of letters', { [claimNames.hprNumber]: 'abc' }, 'invalid-claims'],
    ['an organisation number with a wrong check digit', { [claimNames.child]: '310000028' }, 'invalid-claims'],
    ['a level as a number', { [claimNames.securityLevel]: 4 }, 'invalid-claims'],
    ['level 2', { [claimNames.securityLevel]: '2' }, 'low-security-level'],
    ['level 44', { [claimNames.securityLevel]: '44' }, 'low-security-level'],
    ['a person number with a wrong check digit', { [claimNames.personNumber]: personNumber.slice(0, 10) + ((Number(personNumber[10]) + 1) % 10) }, 'invalid-claims'],
    ['an empty person number', { [claimNames.personNumber]: '' }, 'invalid-claims'],
    ['a felles hjelpenummer', { [claimNames.personNumber]: '80000000092' }, 'invalid-claims'],
    ['no subject', { sub: undefined }, 'invalid-claims'],
    ['no client', { client_id: undefined }, 'invalid-claims'],
    ['scopes that are none', { scope: [1] }, 'invalid-claims'],
  ])('a person with %s', (_what, change, expected) => {
    expect(codeOf({ ...person, ...change })).toBe(expected);
  });

  test.each(['sid', 'idp', 'amr', 'auth_time', claimNames.securityLevel, claimNames.hprNumber])('«%s» without a person number is not taken for a system', (claim) => {
    expect(codeOf({ ...system, [claim]: '4' })).toBe('invalid-claims');
  });

  test('another subject than the client is not taken for a system', () => {
    expect(codeOf({ ...system, sub: 'abc' })).toBe('invalid-claims');
  });

  test('numbers of the test series belong to nobody in production', () => {
    expect(() => identityOf(person, { acceptSynthetic: false })).toThrow(IdentityError);
  });

  test('no error tells the number', () => {
    const wrong = '12345678901';
    expect(() => identityOf({ ...person, [claimNames.personNumber]: wrong }, lax)).toThrow(expect.objectContaining({ message: expect.not.stringContaining(wrong) }));
  });
});

describe('keys that were seen', () => {
  test('each is new once within the window, and is forgotten after two', () => {
    let now = 0;
    const keys = new RecentKeys(1_000, 10, () => now);
    expect([keys.remember('a'), keys.remember('a')]).toEqual(['new', 'seen']);
    now = 999;
    expect([keys.remember('a'), keys.remember('b')]).toEqual(['seen', 'new']);
    now = 1_998;
    expect([keys.remember('b'), keys.has('a')]).toEqual(['seen', true]);
    now = 2_998;
    expect([keys.has('a'), keys.has('b')]).toEqual([false, false]);
    now = 10_000;
    expect(keys.remember('b')).toBe('new');
  });

  test('no more than the limit are kept, and what was there stays seen', () => {
    let now = 0;
    const keys = new RecentKeys(1_000, 2, () => now);
    expect(['a', 'b', 'c', 'a'].map((key) => keys.remember(key))).toEqual(['new', 'new', 'full', 'seen']);
    now = 1_000;
    expect(keys.remember('c')).toBe('full');
    now = 2_000;
    expect(keys.remember('c')).toBe('new');
  });
});

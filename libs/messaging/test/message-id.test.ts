import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { domainOf, messageIdOf } from '../src/index.js';

const identity = { pathwayId: '5a1c', key: 'PLIKT-KONTAKT#1', attempt: 20260408, purpose: 'ask', to: 'lege@legekontor.example' };

describe('Message-ID', () => {
  test('is the same for the same effect to the same addressee, however the address is written', () => {
    expect(messageIdOf({ ...identity, to: 'Lege@Legekontor.Example' }, 'sykehus.example')).toBe(messageIdOf(identity, 'sykehus.example'));
  });

  test('differs as soon as any part of the effect differs', () => {
    const part = fc.constantFrom('pathwayId', 'key', 'attempt', 'purpose', 'to');
    fc.assert(
      fc.property(part, fc.string({ minLength: 1 }), fc.integer(), (name, text, number) => {
        const other = { ...identity, [name]: name === 'attempt' ? number : text };
        fc.pre(JSON.stringify(other) !== JSON.stringify(identity));
        expect(messageIdOf(other, 'a.example')).not.toBe(messageIdOf(identity, 'a.example'));
      }),
    );
  });

  test('tells nothing of pathway or addressee', () => {
    expect(messageIdOf(identity, 'sykehus.example')).toMatch(/^<[0-9a-f]{40}@sykehus\.example>$/);
  });

  test.each([
    ['forlop@sykehus.example', 'sykehus.example'],
    ['Forløp <forlop@Sykehus.example>', 'sykehus.example'],
  ])('the domain of %s is %s', (from, domain) => expect(domainOf(from)).toBe(domain));

  test('a sender without a domain is an error', () => expect(() => domainOf('Forløp')).toThrow('mangler domene'));
});

import { describe, expect, test } from '@jest/globals';
import { mailText, messageKinds } from '../src/index.js';

const facts = { reference: '5A1C09', link: 'https://forlop.example/forlop/5a1c', due: '8. april 2026', organisation: 'Sykehuset Fjord' };

describe('texts', () => {
  test.each(messageKinds)('%s has a subject, a reference, a link and a signature', (kind) => {
    const { subject, text } = mailText(kind, facts);
    expect(subject.length).toBeGreaterThan(10);
    expect(text).toContain('Referanse: 5A1C09\n');
    expect(text).toContain(facts.link);
    expect(text).toContain('Hilsen Sykehuset Fjord');
    expect(text).not.toMatch(/undefined|null/);
  });

  test('each kind says something of its own', () => {
    expect(new Set(messageKinds.map((kind) => mailText(kind, facts).text)).size).toBe(messageKinds.length);
  });

  test('the date is told where there is one, and not in a withdrawal', () => {
    expect(mailText('remind', facts).text).toContain('Frist: 8. april 2026');
    expect(mailText('remind', { ...facts, due: null }).text).not.toContain('Frist');
    expect(mailText('withdraw', facts).text).not.toContain('Frist');
  });
});

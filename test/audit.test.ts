import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

interface Verdict {
  readonly checked: boolean;
  readonly problems: readonly string[];
  readonly let: readonly string[];
}
const root = join(import.meta.dirname, '..');
const { judge } = (await import(pathToFileURL(join(root, 'scripts/audit.mjs')).href)) as { judge(report: unknown, allowed: readonly object[], today: string): Verdict };

const weakness = (severity: string) => ({ vulnerabilities: { bibliotek: { via: ['annet', { name: 'bibliotek', title: 'Prototype pollution', severity, url: 'https://example.org/advisories/GHSA-aaaa-bbbb-cccc' }] } } });
const entry = { advisory: 'GHSA-aaaa-bbbb-cccc', package: 'bibliotek', reason: 'Kan ikke nås med innhold utenfra.', until: '2026-12-31' };

test.each([['high', 1], ['critical', 1], ['moderate', 0], ['low', 0]])('a weakness that is %s gives %i problems', (severity, count) => {
  const { checked, problems } = judge(weakness(severity), [], '2026-06-01');
  expect([checked, problems.length]).toEqual([true, count]);
});

test('one that is accepted passes until its last day, and is told of', () => {
  expect(judge(weakness('high'), [entry], '2026-12-31')).toEqual({ checked: true, problems: [], let: ['bibliotek GHSA-aaaa-bbbb-cccc'] });
  expect(judge(weakness('high'), [entry], '2027-01-01').problems).toEqual([expect.stringContaining('godtatt til 2026-12-31')]);
  expect(judge(weakness('high'), [{ ...entry, package: 'et annet' }], '2026-12-31').problems).toHaveLength(1);
});

test('without an answer it is said that nothing was checked', () => {
  for (const report of [undefined, { error: { code: 'ENOAUDIT' } }, { message: 'request failed' }]) expect(judge(report, [], '2026-06-01')).toEqual({ checked: false, problems: [], let: [] });
});

test('nothing is accepted without a reason and a last day', () => {
  for (const wrong of [{ ...entry, reason: 'nei' }, { ...entry, until: 'alltid' }, { advisory: 'GHSA-x' }]) expect(judge({ vulnerabilities: {} }, [wrong], '2026-06-01').problems).toHaveLength(1);
  expect(judge({ vulnerabilities: {} }, JSON.parse(readFileSync(join(root, 'scripts/audit-allowed.json'), 'utf8')) as object[], '2026-06-01').problems).toEqual([]);
});

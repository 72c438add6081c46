import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { defects, defectTexts, indicators } from '../src/index.js';

const document = readFileSync(new URL('../../../docs/compliance.md', import.meta.url), 'utf8');
const between = (name: string): string => document.split(`<!-- ${name} -->\n`)[1]?.split(`<!-- /${name} -->`)[0] ?? '';
const table = (heading: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heading, heading.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');

// Where a test fails because a text was changed: what it expected goes into docs/compliance.md.
test('every indicator is written out in docs/compliance.md as the report has it', () => {
  expect(between('indicators')).toBe(table(
    ['id', 'name', 'numerator', 'denominator', 'left out', 'source'],
    indicators.map(({ id, name, numerator, denominator, exclusions, source }) => [`\`${id}\``, name.nb, numerator.nb, denominator?.nb ?? '', exclusions.nb, source]),
  ));
});

test('every defect is written out with what puts it right', () => {
  expect(between('defects')).toBe(table(['defect', 'what it is', 'what puts it right'], defects.map((id) => [`\`${id}\``, defectTexts[id].title.nb, defectTexts[id].remedy.nb])));
});

test('every text stands in English too', () => {
  const texts = [...indicators.flatMap(({ name, numerator, denominator, exclusions }) => [name, numerator, exclusions, ...(denominator === null ? [] : [denominator])]), ...defects.flatMap((id) => [defectTexts[id].title, defectTexts[id].remedy])];
  expect(texts.filter(({ en }) => en === undefined || en === '')).toEqual([]);
});

import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const textOf = (name: string): string => readFileSync(join(root, 'docs', name), 'utf8');

describe.each(['asvs.md', 'normen.md'])('the table in %s', (name) => {
  const table = textOf(name);

  test('names tests that are there', () => {
    const named = [...new Set([...table.matchAll(/`([\w./-]+\.test\.ts)`/g)].map(([, file]) => file!))];
    expect(named.length).toBeGreaterThan(25);
    expect(named.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });

  test('stands in docs/security.md, and what it links to is there', () => {
    expect(textOf('security.md')).toContain(`(${name})`);
    const links = [...table.matchAll(/\]\(([\w./-]+?)\/?(?:#([\w-]+))?\)/g)].map(([, file, heading]) => ({ file: file!, heading }));
    expect(links.filter(({ file }) => !existsSync(join(root, 'docs', file)))).toEqual([]);
    expect(links.filter(({ file, heading }) => heading !== undefined && !headingsOf(file).includes(heading))).toEqual([]);
  });

  test('has its columns filled', () => {
    const rows = table.split('\n').filter((line) => line.startsWith('| ') && !/^\| (---|Id|Requirement) /.test(line));
    const columns = name === 'asvs.md' ? 5 : 3;
    expect(rows.filter((row) => row.split(/(?<!\\)\|/).length !== columns + 2)).toEqual([]);
    // What is met without a duty of somebody else's, and not only said to be missing, names its test or says that there is none.
    expect(rows.filter((row) => /\| \|$/.test(row) && !/not met|not applicable|hospital|operator|provider|in part|factors/i.test(row))).toEqual([]);
  });
});

test('each of the requirements of ASVS 5.0.0 stands in its table once', () => {
  const ids = [...textOf('asvs.md').matchAll(/^\| ((?:\d+\.\d+\.\d+(?:, )?)+) \|/gm)].flatMap(([, cell]) => cell!.split(', '));
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  const expected = Object.entries(sections).flatMap(([section, count]) => Array.from({ length: count }, (_, i) => `${section}.${i + 1}`));
  expect(expected).toHaveLength(345);
  expect(ids.toSorted()).toEqual(expected.toSorted());
});

/** How many requirements each section of the standard has. */
const sections: Readonly<Record<string, number>> = {
  '1.1': 2, '1.2': 10, '1.3': 12, '1.4': 3, '1.5': 3,
  '2.1': 3, '2.2': 3, '2.3': 5, '2.4': 2,
  '3.1': 1, '3.2': 3, '3.3': 5, '3.4': 8, '3.5': 8, '3.6': 1, '3.7': 5,
  '4.1': 5, '4.2': 5, '4.3': 2, '4.4': 4,
  '5.1': 1, '5.2': 6, '5.3': 3, '5.4': 3,
  '6.1': 3, '6.2': 12, '6.3': 8, '6.4': 6, '6.5': 8, '6.6': 4, '6.7': 2, '6.8': 4,
  '7.1': 3, '7.2': 4, '7.3': 2, '7.4': 5, '7.5': 3, '7.6': 2,
  '8.1': 4, '8.2': 4, '8.3': 3, '8.4': 2,
  '9.1': 3, '9.2': 4,
  '10.1': 2, '10.2': 3, '10.3': 5, '10.4': 16, '10.5': 5, '10.6': 2, '10.7': 3,
  '11.1': 4, '11.2': 5, '11.3': 5, '11.4': 4, '11.5': 2, '11.6': 2, '11.7': 2,
  '12.1': 5, '12.2': 2, '12.3': 5,
  '13.1': 4, '13.2': 6, '13.3': 4, '13.4': 7,
  '14.1': 2, '14.2': 8, '14.3': 3,
  '15.1': 5, '15.2': 5, '15.3': 7, '15.4': 4,
  '16.1': 1, '16.2': 5, '16.3': 4, '16.4': 3, '16.5': 4,
  '17.1': 2, '17.2': 8, '17.3': 2,
};

/** The headings of a page, as GitHub's anchors. */
function headingsOf(file: string): string[] {
  return [...textOf(file).matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading!.toLowerCase().replace(/[^\p{L}\d -]/gu, '').replaceAll(' ', '-'));
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const src = fileURLToPath(new URL('../src', import.meta.url));
const files = readdirSync(src, { recursive: true, encoding: 'utf8' });
const norwegian = files.filter((file) => file.endsWith('messages.nb.json'));
const read = (file: string) => JSON.parse(readFileSync(join(src, file), 'utf8')) as Record<string, string>;
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

test('there are messages', () => {
  expect(norwegian.length).toBeGreaterThan(3);
  expect(files.filter((file) => file.endsWith('messages.en.json'))).toHaveLength(norwegian.length);
});

test.each(norwegian)('%s and its English hold the same keys and the same values to fill in, none of them empty', (file) => {
  const [nb, en] = [read(file), read(file.replace('.nb.', '.en.'))];
  expect(Object.keys(en)).toEqual(Object.keys(nb));
  for (const key of Object.keys(nb)) {
    expect([key, placeholders(en[key]!)]).toEqual([key, placeholders(nb[key]!)]);
    expect([key, nb[key]!.trim() !== '' && en[key]!.trim() !== '']).toEqual([key, true]);
  }
});

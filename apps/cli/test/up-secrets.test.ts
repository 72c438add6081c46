import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localSecrets } from '../src/up-secrets.js';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'forlop-secrets-'));
  file = join(folder, 'state', 'secrets.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the keys of a local installation', () => {
  test('are made once, 256 bits each, and readable by their owner only', () => {
    const made = localSecrets(file, {}, false);
    expect(localSecrets(file, {}, true)).toEqual(made);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const [id, payload] = made.FORLOP_PAYLOAD_KEYS.split(':') as [string, string];
    expect(id).toBe('lokal-1');
    const keys = [made.FORLOP_MASTER_KEY, made.FORLOP_SEARCH_KEY, payload];
    expect(keys.map((key) => Buffer.from(key, 'base64').length)).toEqual([32, 32, 32]);
    expect(new Set(keys).size).toBe(3);
  });

  test('given in the environment are used as they are', () => {
    const made = localSecrets(file, { FORLOP_MASTER_KEY: 'egen' }, false);
    expect(made.FORLOP_MASTER_KEY).toBe('egen');
    expect(readFileSync(file, 'utf8')).not.toContain('egen');
    const all = { FORLOP_MASTER_KEY: 'a', FORLOP_SEARCH_KEY: 'b', FORLOP_PAYLOAD_KEYS: 'c:d', FORLOP_ROOT_KEY: 'e:f' };
    const none = join(folder, 'none.json');
    const whole = localSecrets(none, all, true);
    expect(whole).toEqual({ ...all, FORLOP_ANSWER_KEYS: expect.stringMatching(/^lokal-1:.{44}$/) });
    expect(localSecrets(none, all, true)).toEqual(whole);
    expect(readFileSync(none, 'utf8')).not.toContain('c:d');
  });

  test('from before there was a root key get one, and keep the others', () => {
    const { FORLOP_ROOT_KEY: _, ...older } = localSecrets(file, {}, false);
    writeFileSync(file, JSON.stringify(older), { mode: 0o600 });
    const now = localSecrets(file, {}, true);
    expect(now).toEqual({ ...older, FORLOP_ROOT_KEY: expect.stringMatching(/^lokal-1:.{44}$/) });
    expect(localSecrets(file, {}, true)).toEqual(now);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('are not made anew for data that only the lost ones can read', () => {
    expect(() => localSecrets(file, {}, true)).toThrow('uten dem kan ingen lese');
  });

  test('that others can read are refused', () => {
    localSecrets(file, {}, false);
    chmodSync(file, 0o640);
    expect(() => localSecrets(file, {}, true)).toThrow(`chmod 600 ${file}`);
  });

  test.each([
    ['{"FORLOP_MASTER_KEY":"hemmelig","FORLOP_SEARCH_KEY":""}', 'mangler FORLOP_SEARCH_KEY, FORLOP_PAYLOAD_KEYS'],
    ['{"FORLOP_MASTER_KEY":"hemmelig', 'ikke gyldig JSON'],
    ['null', 'mangler FORLOP_MASTER_KEY'],
  ])('in a damaged file (%s) are not guessed, and not shown', (text, expected) => {
    localSecrets(file, {}, false);
    writeFileSync(file, text);
    expect(() => localSecrets(file, {}, true)).toThrow(expected);
    expect(() => localSecrets(file, {}, true)).not.toThrow('hemmelig');
  });
});

import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { appendFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateKey, SigningKeys } from '@forlop/crypto';
import { osloDate } from '@forlop/calendar';
import type { Logger } from '@forlop/telemetry';
import { KeepProofs, ProofFolder, type ProofOptions } from '../src/index.js';

const signer = SigningKeys.fromEnv({ FORLOP_ROOT_KEY: generateKey() });

let dir: string;
beforeEach(async () => { dir = await mkdtemp(join(tmpdir(), 'forlop-proofs-')); });
afterEach(() => rm(dir, { recursive: true }));

const line = (day: string, root = 'a') => ({ day: osloDate(day), line: JSON.stringify({ day, root }) });

/** A keeper over a ledger that has these roots and so many erased. */
function keeper(roots: ReturnType<typeof line>[], erased = { count: 0, exports: 0 }) {
  const told: string[] = [];
  const ledger: ProofOptions['ledger'] = {
    makeDailyRoots: async () => ({ made: [], lost: [] }),
    rootLines: async (after) => roots.filter(({ day }) => after === null || day > after),
    erasureList: async () => Array.from({ length: erased.count }) as never,
    exportErasures: async () => {
      erased.exports += 1;
      return [...Array.from({ length: erased.count }, (_, n) => `slettet ${n}`), 'slutt'];
    },
  };
  const log = { info: () => undefined, error: (_: object, text: string) => void told.push(text) } as unknown as Logger;
  return { told, keep: new KeepProofs({ ledger, signer, folder: new ProofFolder(join(dir, 'proofs')), log }) };
}

const roots = () => readFile(join(dir, 'proofs', 'roots.ndjson'), 'utf8');

test('adds what is new, once, also after a restart and after a crash in the middle of a line', async () => {
  const known = [line('2026-03-20'), line('2026-03-21')];
  await keeper(known).keep.once();
  await keeper(known).keep.once();
  expect(await roots()).toBe(`${known[0]!.line}\n${known[1]!.line}\n`);
  await appendFile(join(dir, 'proofs', 'roots.ndjson'), '{"day":"2026-03-2');
  const more = [...known, line('2026-03-22')];
  await keeper(more).keep.once();
  expect(await roots()).toBe(more.map((one) => `${one.line}\n`).join(''));
});

test('writes over nothing: a ledger with another root for the last day is told of, and adds none', async () => {
  await keeper([line('2026-03-20'), line('2026-03-21')]).keep.once();
  const before = await roots();
  for (const other of [[line('2026-03-20'), line('2026-03-21', 'b'), line('2026-03-22')], [line('2026-03-20')]]) {
    const { keep, told } = keeper(other);
    await keep.once();
    expect(told).toEqual([expect.stringContaining('restored or tampered with')]);
    expect(await roots()).toBe(before);
  }
});

test('exports the erasure list when someone has been erased, and leaves no draft', async () => {
  const erased = { count: 0, exports: 0 };
  const { keep } = keeper([line('2026-03-20')], erased);
  await keep.once();
  await keep.once();
  expect(erased.exports).toBe(1);
  erased.count = 2;
  await keep.once();
  expect(await readFile(join(dir, 'proofs', 'erasures.ndjson'), 'utf8')).toBe('slettet 0\nslettet 1\nslutt\n');
  expect((await readdir(join(dir, 'proofs'))).sort()).toEqual(['erasures.ndjson', 'roots.ndjson']);
});

test('starts and stops, and a folder that cannot be written to is told of', async () => {
  const { keep, told } = keeper([line('2026-03-20')]);
  await appendFile(join(dir, 'proofs'), 'en fil der mappen skulle være');
  keep.start();
  while (told.length === 0) await new Promise((resolve) => setImmediate(resolve));
  await keep.stop();
  expect(told).toEqual(['the proofs could not be kept, trying again']);
});

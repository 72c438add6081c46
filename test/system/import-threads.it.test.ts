import { expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '@forlop/servers';

const samples = join(repositoryRoot, 'docs', 'extracts');
/** Enough that threads are started for it. */
const referrals = 4_000;
const wrong = 2_321;

/** Runs the built command. */
function forlop(...args: readonly string[]): Promise<{ code: number; lines: readonly string[] }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(repositoryRoot, 'apps/cli/bin/forlop.js'), ...args], { maxBuffer: 10_000_000 }, (error, out) => {
      resolve({ code: error === null ? 0 : Number(error.code), lines: out.trimEnd().split('\n') });
    });
  });
}

test('an extract that is read by several threads has every referral once, and what is wrong with its line in the file', async () => {
  const [header, line] = (await readFile(join(samples, 'henvisninger.csv'), 'utf8')).split('\n') as [string, string];
  const folder = await mkdtemp(join(tmpdir(), 'forlop-threads-'));
  try {
    const file = join(folder, 'uttrekk.csv');
    const lines = Array.from({ length: referrals }, (_, n) => line.replace('H-1001', `H-${n}`).replace('21.05.2024', n === wrong ? '31.06.2024' : '21.05.2024'));
    await writeFile(file, [header, ...lines].join('\n'));
    const { code, lines: said } = await forlop('import-extract', file, '--mapping', join(samples, 'henvisninger.yaml'), '--check', '--json', '--workers', '2');
    expect(code).toBe(1);
    expect(said.map((text) => JSON.parse(text))).toEqual([
      expect.objectContaining({ line: wrong + 2, column: 'Startet', code: 'ikke-dato' }),
      { summary: expect.objectContaining({ check: true, lines: referrals, referrals: referrals - 1, refusedLines: 1, duplicates: 0, findings: { 'ikke-dato': 1 } }) },
    ]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

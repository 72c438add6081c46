import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { osloDate } from '@forlop/calendar';
import { loadRules } from '@forlop/definitions';
import { gather, keyOf, openExtract, planOf, readMapping, ReferralLines, type Finding, type GatheredReferral } from '../src/index.js';

export const rules = loadRules();
const samples = new URL('../../../docs/extracts/', import.meta.url);
export const sampleMapping = await readFile(new URL('henvisninger.yaml', samples), 'utf8');
export const sampleExtract = await readFile(new URL('henvisninger.csv', samples), 'utf8');
/** The lines of the sample, the header first. */
export const sampleLines = sampleExtract.trimEnd().split('\n');

/** Everything that reading an extract comes to. */
export interface ReadAll {
  readonly referrals: readonly GatheredReferral[];
  readonly findings: readonly Finding[];
  readonly duplicates: number;
}

/** Reads a whole extract in memory, as the command line does part by part. */
export async function readAll(content: string | Buffer, { mapping = sampleMapping, name = 'uttrekk.csv', acceptSynthetic = true } = {}): Promise<ReadAll> {
  return inFolder(async (folder) => {
    const path = join(folder, name);
    await writeFile(path, content);
    const read = readMapping(mapping, 'uttrekk.yaml', rules);
    const extract = await openExtract(path, read);
    const { plan, findings: missing } = planOf(read, extract.header, rules);
    const findings: Finding[] = [...missing];
    if (plan === null) return { referrals: [], findings, duplicates: 0 };
    const referrals = new Map<string, ReferralLines>();
    for await (const rows of extract.batches) {
      for (const row of rows) {
        const named = keyOf(plan, row);
        if ('finding' in named) findings.push(named.finding);
        else {
          const lines = referrals.get(named.key) ?? new ReferralLines();
          referrals.set(named.key, lines);
          lines.put(row);
        }
      }
    }
    const gathered = [...referrals].map(([key, lines]) => gather(plan, key, lines, { today: osloDate('2026-03-20'), acceptSynthetic }));
    return {
      referrals: gathered.flatMap(({ referral }) => referral ?? []),
      findings: [...findings, ...gathered.flatMap((one) => one.findings)],
      duplicates: gathered.reduce((sum, one) => sum + one.duplicates, 0),
    };
  });
}

/** Works in a folder that is deleted. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'forlop-extract-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A line of the sample with some cells changed, by column. */
export function changed(line: number, cells: Readonly<Record<string, string>>): string {
  const header = sampleLines[0]!.split(';');
  return sampleLines[line]!.split(';').map((cell, i) => cells[header[i]!] ?? cell).join(';');
}

/** The header with these lines. */
export const extractOf = (...lines: readonly string[]): string => [sampleLines[0], ...lines].join('\n');

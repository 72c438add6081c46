import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { clockStatus, evaluate, type ClockRow, type Rules } from '@forlop/pathway';
import type { History } from './histories.js';

/** One occurrence of one clock, as both answers give it. */
export type Answer = Readonly<Record<(typeof COMPARED)[number] | 'status', string | boolean | null>>;
const COMPARED = ['clock', 'startOn', 'warnOn', 'atRiskFrom', 'dueOn', 'metOn', 'endedOn', 'endedAs', 'passedByPatient', 'foreseenOn', 'lapses'] as const;

const folder = fileURLToPath(new URL('./', import.meta.url));
export const eventsDocument = fileURLToPath(new URL('../../docs/events.md', import.meta.url));

/** Python 3.9 or later, or why there is none. */
export function python(): { readonly found: true } | { readonly found: false; readonly why: string } {
  const { status, error } = spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 9))']);
  if (status === 0) return { found: true };
  return { found: false, why: error === undefined ? 'python3 er eldre enn 3.9' : 'fant ingen python3' };
}

/** The answers of the second implementation, in the order of the histories. Throws with what it wrote when it fails. */
export async function secondAnswers(histories: readonly History[], ruleDocuments: readonly string[]): Promise<Answer[][]> {
  const child = spawn('python3', ['-B', `${folder}evaluate.py`, eventsDocument, ...ruleDocuments], { env: { ...process.env, PYTHONIOENCODING: 'utf-8' } });
  const ended = once(child, 'close') as Promise<[number | null]>;
  child.stdin.end(histories.map((history) => `${JSON.stringify(history)}\n`).join(''));
  const [answers, complaint, [status]] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (status !== 0) throw new Error(`Den andre utregningen stanset: ${complaint}`);
  return answers.trimEnd().split('\n').map((line) => sorted((JSON.parse(line) as { clocks: Answer[] }).clocks.map(only)));
}

/** The kernel's answer to the same question. */
export function kernelAnswer(rules: Rules, { birthDate, events, asOf, knownAt }: History): Answer[] {
  const { clocks } = evaluate({ rules, birthDate, events, asOf, knownAt: knownAt });
  return sorted(clocks.map((row: ClockRow) => only({ ...row, status: clockStatus(row, asOf) } as unknown as Answer)));
}

const only = (row: Answer): Answer => Object.fromEntries([...COMPARED, 'status' as const].map((name) => [name, row[name]])) as Answer;
const sorted = (rows: readonly Answer[]): Answer[] => rows.map((row) => [JSON.stringify(row), row] as const).sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);

export const same = (a: readonly Answer[], b: readonly Answer[]): boolean => JSON.stringify(a) === JSON.stringify(b);

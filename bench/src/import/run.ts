import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '@forlop/servers';

export const threads = Number(process.env['BENCH_IMPORT_WORKERS'] ?? availableParallelism());
const watchMs = 500;
/** As the command says it: something was refused. */
const someRefused = 1;

/** How one run of the command went, by its own account. */
export interface Run {
  readonly seconds: number;
  /** The most memory that the process ever held, in megabytes; null where the system does not say. */
  readonly mostMegabytes: number | null;
  readonly summary: { readonly lines: number; readonly referrals: number; readonly created: number; readonly same: number; readonly events: number; readonly refusedLines: number; readonly duplicates: number };
}

/** Runs the command on a file of docs/extracts/henvisninger.yaml. With a report something may be refused. */
export function importExtract(file: string, env: NodeJS.ProcessEnv, more: readonly string[] = []): Promise<Run> {
  const args = [join(repositoryRoot, 'apps/cli/bin/forlop.js'), 'import-extract', file, '--mapping', join(repositoryRoot, 'docs/extracts/henvisninger.yaml'), '--workers', String(threads), '--json', ...more];
  const began = performance.now();
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'ignore'] });
  let most: number | null = null;
  const watch = setInterval(() => void (most = memoryOf(child.pid!) ?? most), watchMs);
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => void (out = (out + text).slice(-100_000)));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      clearInterval(watch);
      if (code !== 0 && !(code === someRefused && more.includes('--report'))) return reject(new Error(`The import ended with ${code}: ${out.slice(-2_000)}`));
      resolve({ seconds: (performance.now() - began) / 1_000, mostMegabytes: most, summary: (JSON.parse(out.trimEnd().split('\n').at(-1)!) as { summary: Run['summary'] }).summary });
    });
  });
}

/** The most that a process has held so far; null when the system does not say, or it has ended. */
function memoryOf(pid: number): number | null {
  try {
    const kilobytes = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1_000;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || (error as NodeJS.ErrnoException).code === 'ESRCH') return null;
    throw error;
  }
}

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { codeOf } from './errors.js';

/**
 * A process beyond mistake: a pid alone is handed out again after a crash or a restart of the machine,
 * so we also keep when it was started (with the boot it belongs to, on Linux).
 */
export interface ProcessIdentity {
  readonly pid: number;
  readonly started: string;
}

/** Who runs under this pid now; `undefined` when nobody does (a zombie counts as nobody). */
export function identify(pid: number): ProcessIdentity | undefined {
  const started = existsSync('/proc/self/stat') ? startedByProc(pid) : startedByPs(pid);
  return started === undefined ? undefined : { pid, started };
}

/** True while exactly this process runs. */
export function isRunning(process: ProcessIdentity): boolean {
  return identify(process.pid)?.started === process.started;
}

/** Waits until the process has ended; false when it still runs after `timeoutMs`. */
export async function waitUntilGone(process: ProcessIdentity, timeoutMs: number): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (isRunning(process)) {
    if (Date.now() >= deadline) return false;
    await pause(25);
  }
  return true;
}

/** Sends a signal to a process, or to its whole group; a process that has already ended is not an error. */
export function signal(pid: number, name: NodeJS.Signals, whom: 'process' | 'group' = 'process'): void {
  try {
    process.kill(whom === 'group' ? -pid : pid, name);
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error;
  }
}

/** Writes down who a child is, so that the next start can recognise it if we are killed. */
export function writePidFile(file: string, pid: number): void {
  const identity = identify(pid);
  if (identity) writeFileSync(file, JSON.stringify(identity), { mode: 0o600 });
}

/**
 * Ends what an earlier, killed parent left behind, if the pid file names a process that still is the one
 * it was. Call it only while holding the lock of the folder: then nobody living owns the process.
 * @returns whether there was one to end.
 */
export async function endLeftover(file: string, stopSignal: NodeJS.Signals, graceMs: number): Promise<boolean> {
  const identity = readPidFile(file);
  rmSync(file, { force: true });
  if (!identity || !isRunning(identity)) return false;
  signal(identity.pid, stopSignal);
  if (!(await waitUntilGone(identity, graceMs))) {
    signal(identity.pid, 'SIGKILL', 'group');
    await waitUntilGone(identity, graceMs);
  }
  return true;
}

/** The process that a pid file names; `undefined` when the file is missing or was cut off while written. */
export function readPidFile(file: string): ProcessIdentity | undefined {
  if (!existsSync(file)) return undefined;
  try {
    const { pid, started } = (JSON.parse(readFileSync(file, 'utf8')) ?? {}) as Partial<ProcessIdentity>;
    return Number.isInteger(pid) && typeof started === 'string' ? { pid: pid as number, started } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Field 22 of /proc/PID/stat is the start time in ticks since boot (proc_pid_stat(5)); field 3 the state. */
function startedByProc(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${fields[19]}`;
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ESRCH') return undefined;
    throw error;
  }
}

function startedByPs(pid: number): string | undefined {
  try {
    const out = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
    const [, state, started] = /^\s*(\S+)\s+(.*\S)\s*$/.exec(out) ?? [];
    return state?.startsWith('Z') ? undefined : started;
  } catch (error) {
    // ps ends with 1 when there is no such process.
    if ((error as { status?: unknown }).status === 1) return undefined;
    throw error;
  }
}

/** The command line of a running process; `undefined` when there is none. */
export function commandOf(pid: number): string | undefined {
  if (!identify(pid)) return undefined;
  try {
    if (existsSync('/proc/self/cmdline')) return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch (error) {
    // It ended between the two looks.
    if (!identify(pid)) return undefined;
    throw error;
  }
}

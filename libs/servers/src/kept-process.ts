import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { guardChild } from './guard.js';
import { signal, writePidFile } from './processes.js';

/** What to run and how to end it. */
export interface ProcessSpec {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** The user to run as; our own when absent. */
  readonly user?: { readonly uid: number; readonly gid: number } | undefined;
  /** Standard output and error: appended to a file by the child itself, or given line by line to us. */
  readonly output: { readonly file: string } | { readonly onLine: (line: string) => void };
  readonly pidFile: string;
  readonly stopSignal: NodeJS.Signals;
  /** How long the child gets from the stop signal until it is killed. */
  readonly graceMs: number;
  /** How long to wait before restart number `n` (from 1). Default: {@link backoff}. */
  readonly backoffMs?: (n: number) => number;
}

/** How a run of a child ended. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Why it never ran, when it could not even be started. */
  readonly error?: Error;
}

/** A child ended though nobody asked it to, and will be started again in `restartInMs`. */
export interface Crash extends Exit {
  readonly name: string;
  /** Crashes in a row: back to 1 after a run of more than a minute. */
  readonly count: number;
  readonly restartInMs: number;
}

interface LastRun {
  readonly exit: Exit;
  readonly ranMs: number;
}

const steadyAfterMs = 60_000;
const outputWithinMs = 1_000;

/** 0.5, 1, 2, 4 … at most 30 seconds. */
export function backoff(n: number): number {
  return Math.min(500 * 2 ** (n - 1), 30_000);
}

/**
 * A child process in a group of its own (Ctrl-C in the terminal reaches only us), watched by a guard in case
 * we are killed, named in a pid file, and, once `keepRunning` is called, restarted when it crashes.
 */
export class KeptProcess {
  private child: ChildProcess | undefined;
  private exit: Promise<Exit> = Promise.resolve({ code: null, signal: null });
  private timer: NodeJS.Timeout | undefined;
  private stopping = false;
  private crashes = 0;
  private onCrash: ((crash: Crash) => void) | undefined;
  private lastRun: LastRun | undefined;

  constructor(private readonly spec: ProcessSpec) {}

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** Starts the child. @returns how this run ends, whenever it does. */
  start(): Promise<Exit> {
    const startedAt = performance.now();
    this.exit = this.run().then((exit) => {
      this.child = undefined;
      this.lastRun = { exit, ranMs: performance.now() - startedAt };
      this.restartAfter(this.lastRun);
      return exit;
    });
    return this.exit;
  }

  private async run(): Promise<Exit> {
    const { pidFile, stopSignal, graceMs } = this.spec;
    let standDown: (() => void) | undefined;
    try {
      const child = this.launch();
      this.child = child;
      const end = endOf(child);
      if (child.pid === undefined) return await end;
      standDown = guardChild(child.pid, stopSignal, graceMs);
      writePidFile(pidFile, child.pid);
      const exit = await end;
      // Whatever the child itself started ends with it.
      signal(child.pid, 'SIGKILL', 'group');
      rmSync(pidFile, { force: true });
      await outputRead(child);
      return exit;
    } catch (error) {
      // Such as a full disk: the next attempt may fare better, and must not find this one running.
      if (this.child?.pid !== undefined) signal(this.child.pid, 'SIGKILL', 'group');
      return { code: null, signal: null, error: error instanceof Error ? error : new Error(String(error)) };
    } finally {
      standDown?.();
    }
  }

  /** From now on a run that ends unasked is started again; `onCrash` is told each time. */
  keepRunning(onCrash: (crash: Crash) => void): void {
    this.onCrash = onCrash;
    if (this.lastRun) this.restartAfter(this.lastRun);
  }

  /** Ends the child and waits until it is gone; killed with its whole group when the grace period is over. */
  async stop(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.timer);
    const pid = this.child?.pid;
    if (pid === undefined) return;
    signal(pid, this.spec.stopSignal);
    const kill = setTimeout(() => this.kill(), this.spec.graceMs);
    await this.exit;
    clearTimeout(kill);
  }

  /** Kills the child and its whole group now. */
  kill(): void {
    this.stopping = true;
    clearTimeout(this.timer);
    if (this.child?.pid !== undefined) signal(this.child.pid, 'SIGKILL', 'group');
  }

  private launch(): ChildProcess {
    const { command, args, env, cwd, user, output } = this.spec;
    mkdirSync(dirname(this.spec.pidFile), { recursive: true });
    const log = 'file' in output ? openLog(output.file) : undefined;
    const child = spawn(command, [...args], {
      detached: true,
      stdio: log === undefined ? ['ignore', 'pipe', 'pipe'] : ['ignore', log, log],
      env: env ?? process.env,
      ...(cwd === undefined ? {} : { cwd }),
      ...(user === undefined ? {} : { uid: user.uid, gid: user.gid }),
    });
    if (log !== undefined) closeSync(log);
    if ('onLine' in output) {
      for (const stream of [child.stdout, child.stderr]) {
        if (stream) createInterface({ input: stream }).on('line', output.onLine);
      }
    }
    return child;
  }

  private restartAfter({ exit, ranMs }: LastRun): void {
    if (this.stopping || !this.onCrash) return;
    this.lastRun = undefined;
    this.crashes = ranMs > steadyAfterMs ? 1 : this.crashes + 1;
    const restartInMs = (this.spec.backoffMs ?? backoff)(this.crashes);
    this.timer = setTimeout(() => void this.start(), restartInMs);
    this.onCrash({ ...exit, name: this.spec.name, count: this.crashes, restartInMs });
  }
}

function endOf(child: ChildProcess): Promise<Exit> {
  return new Promise((resolve) => {
    child.once('error', (error) => child.pid === undefined && resolve({ code: null, signal: null, error }));
    child.once('exit', (code, signalName) => resolve({ code, signal: signalName }));
  });
}

/** Waits for the child's last lines; not for ever, should a process outside its group hold on to the pipe. */
async function outputRead(child: ChildProcess): Promise<void> {
  const open = [child.stdout, child.stderr].filter((stream) => stream !== null && !stream.closed);
  const closed = Promise.all(open.map((stream) => new Promise((resolve) => stream?.once('close', resolve))));
  await Promise.race([closed, pause(outputWithinMs, undefined, { ref: false })]);
}

function openLog(file: string): number {
  mkdirSync(dirname(file), { recursive: true });
  return openSync(file, 'a', 0o600);
}

/** How a run ended, in words. */
export function describeExit({ code, signal: signalName, error }: Exit): string {
  if (error) return error.message;
  return signalName ? `stoppet av ${signalName}` : `avsluttet med kode ${code}`;
}

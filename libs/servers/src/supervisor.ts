import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { reasonOf, type Say } from './errors.js';
import { describeExit, KeptProcess, type Crash, type Exit } from './kept-process.js';
import { logSize, logTail, rotateLog } from './log-tail.js';
import { endLeftover } from './processes.js';
import { untilReady } from './until-ready.js';

/** Anything that can be ended: a child process, a server. */
export interface Stoppable {
  /** Ends it in good order and waits until it is gone. */
  stop(): Promise<void>;
  /** Ends it at once. */
  kill(): void;
}

/** A program of ours that runs under the supervisor, by Node. */
export interface AppSpec {
  readonly name: string;
  /** The script and its arguments. */
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** Answers 200 when the app is ready for work. */
  readonly readyUrl: string;
}

/** Where a supervisor writes, and whom it tells. */
export interface SupervisorOptions {
  /** Logs: one file per app, `<name>.log`. */
  readonly logDir: string;
  /** Pid files, so that the next start can end what a kill left behind. */
  readonly runDir: string;
  readonly say: Say;
  /** Given every line an app writes, with its name in front. */
  readonly echo?: Say | undefined;
  readonly backoffMs?: (n: number) => number;
  /** How long an app gets to end in good order, in milliseconds. */
  readonly graceMs?: number;
}

interface Running {
  readonly logFile: string;
  readonly logStart: number;
  /** Fulfilled when it has crashed so often before it was ready that waiting on is pointless. */
  readonly givenUp: Promise<Exit>;
  readonly markReady: () => void;
}

const crashesBeforeGivingUp = 3;
const answerWithinMs = 2_000;

/** A crash in words, with what happens next. */
export function describeCrash(crash: Crash, logFile: string): string {
  const seconds = (crash.restartInMs / 1000).toLocaleString('nb-NO');
  return `${crash.name} stoppet uventet (${describeExit(crash)}). Starter på nytt om ${seconds} s. Logg: ${logFile}`;
}

/**
 * Runs the apps, and holds what else must be ended with them: all end in the reverse of the order in which
 * they were added, and none outlives us, however we end.
 */
export class Supervisor {
  private readonly stack: { readonly name: string; readonly what: Stoppable }[] = [];
  private ending: Promise<void> | undefined;
  private readonly apps = new Map<string, Running>();

  constructor(private readonly options: SupervisorOptions) {}

  /** True from the moment we have begun to end everything. */
  get isEnding(): boolean {
    return this.ending !== undefined;
  }

  /** Adds something that is already running, to be ended with the rest; at once when the rest is ending. */
  own(name: string, what: Stoppable): void {
    this.stack.push({ name, what });
    if (this.ending) void this.stop();
  }

  /** Starts an app and keeps it running; first ends one that an earlier, killed run left. */
  async start(app: AppSpec): Promise<void> {
    const { logDir, runDir, say, backoffMs, graceMs = 10_000 } = this.options;
    const pidFile = join(runDir, `${app.name}.pid`);
    if (await endLeftover(pidFile, 'SIGTERM', graceMs)) say(`Stoppet ${app.name} som lå igjen etter en avbrutt kjøring.`);
    if (this.ending) return;
    const logFile = join(logDir, `${app.name}.log`);
    mkdirSync(logDir, { recursive: true });
    rotateLog(logFile);
    const logStart = logSize(logFile);
    const log = this.openLog(logFile);
    const child = new KeptProcess({
      name: app.name,
      command: process.execPath,
      args: app.args,
      env: app.env,
      output: { onLine: (line) => this.write(log, app.name, line) },
      pidFile,
      stopSignal: 'SIGTERM',
      graceMs,
      ...(backoffMs ? { backoffMs } : {}),
    });
    const stop = async () => {
      await child.stop();
      await new Promise<void>((closed) => log.end(closed));
    };
    this.own(app.name, { stop, kill: () => child.kill() });
    this.keep(app.name, child, logFile, logStart);
  }

  /**
   * Waits until an app answers at its ready address.
   * @throws ServerError with the end of its log when it crashes three times first, or does not answer in a minute.
   */
  async untilReady({ name, readyUrl }: AppSpec): Promise<void> {
    const app = this.apps.get(name);
    if (!app) throw new Error(`${name} is not started`);
    await untilReady({ name, exit: app.givenUp, attempt: () => answersReady(readyUrl), log: () => logTail(app.logFile, app.logStart) });
    app.markReady();
  }

  /** Ends everything in reverse order; one that fails to end does not keep the others from it. */
  stop(): Promise<void> {
    this.ending = (this.ending ?? Promise.resolve()).then(() => this.endAll());
    return this.ending;
  }

  /** Ends everything at once. */
  kill(): void {
    for (const { what } of this.stack.toReversed()) what.kill();
  }

  private async endAll(): Promise<void> {
    for (let entry = this.stack.at(-1); entry; entry = this.stack.at(-1)) {
      const { name, what } = entry;
      await what.stop().catch((error: unknown) => {
        this.options.say(`${name} lot seg ikke stoppe: ${reasonOf(error)}`);
        what.kill();
      });
      this.stack.splice(this.stack.indexOf(entry), 1);
    }
  }

  private keep(name: string, child: KeptProcess, logFile: string, logStart: number): void {
    let ready = false;
    let giveUp: (exit: Exit) => void = () => undefined;
    const givenUp = new Promise<Exit>((resolve) => (giveUp = resolve));
    void child.start();
    child.keepRunning((crash) => {
      this.options.say(describeCrash(crash, logFile));
      if (!ready && crash.count >= crashesBeforeGivingUp) giveUp(crash);
    });
    this.apps.set(name, { logFile, logStart, givenUp, markReady: () => (ready = true) });
  }

  private openLog(file: string): WriteStream {
    const log = createWriteStream(file, { flags: 'a', mode: 0o600 });
    log.on('error', (error) => this.options.say(`Kan ikke skrive til loggen ${file}: ${error.message}`));
    return log;
  }

  private write(log: WriteStream, name: string, line: string): void {
    if (log.writable) log.write(`${line}\n`);
    this.options.echo?.(`[${name}] ${line}`);
  }
}

async function answersReady(url: string): Promise<void> {
  const response = await fetch(url, { signal: AbortSignal.timeout(answerWithinMs) });
  await response.body?.cancel();
  if (response.status !== 200) throw new Error(`${url} svarte ${response.status}`);
}

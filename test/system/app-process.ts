import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeExit, KeptProcess, logTail, repositoryRoot, type Exit } from '@forlop/servers';
import { until } from './until.js';

export const appNames = ['api', 'worker', 'courier'] as const;
export type AppName = (typeof appNames)[number];

const graceMs = 5_000;

/** One app as production runs it: its built code, in a process of its own, which ends with ours however we end. */
export class AppProcess {
  readonly url: string;
  private running: { readonly process: KeptProcess; readonly ended: Promise<Exit> } | undefined;

  constructor(
    private readonly name: AppName,
    private readonly port: number,
    private readonly env: NodeJS.ProcessEnv,
    private readonly dir: string,
  ) {
    this.url = `http://127.0.0.1:${port}`;
  }

  /** Starts it and waits until it is ready. */
  async start(): Promise<void> {
    const process = new KeptProcess({
      name: this.name,
      command: globalThis.process.execPath,
      args: ['--enable-source-maps', join(repositoryRoot, 'apps', this.name, 'dist', 'main.js')],
      env: { ...this.env, [`PORT_${this.name.toUpperCase()}`]: String(this.port) },
      output: { file: this.logFile },
      pidFile: join(this.dir, `${this.name}.pid`),
      stopSignal: 'SIGTERM',
      graceMs,
    });
    const ended = process.start();
    this.running = { process, ended };
    let exit: Exit | undefined;
    void ended.then((how) => (exit = how));
    await until(`${this.name} is ready`, async () => exit !== undefined || (await this.isReady()));
    if (exit !== undefined) throw new Error(`${this.name} did not start (${describeExit(exit)})\n${this.logEnd()}`);
  }

  async kill9(): Promise<void> {
    this.running?.process.kill();
    await this.running?.ended;
  }

  async stop(): Promise<void> {
    await this.running?.process.stop();
  }

  /** The end of what it has written, under its name. */
  logEnd(): string {
    return `── ${this.name} ──\n${logTail(this.logFile, 0)}`;
  }

  /** All that it has written. */
  log(): string {
    return readFileSync(this.logFile, 'utf8');
  }

  private get logFile(): string {
    return join(this.dir, `${this.name}.log`);
  }

  private async isReady(): Promise<boolean> {
    const { status } = await fetch(`${this.url}/health/ready`, { signal: AbortSignal.timeout(2_000) });
    return status === 200;
  }
}

import { setTimeout as pause } from 'node:timers/promises';
import { NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';
import type { TemporalAddress } from './client.js';
import type { Log } from './log.js';

/** A worker that is kept running. */
export interface KeptWorker {
  /** `running`: takes tasks. `away`: the server is not reached, and another try is on its way. */
  state(): 'away' | 'running' | 'stopped';
  /** Finishes the tasks at hand, then ends. */
  stop(): Promise<void>;
}

export interface KeptWorkerOptions extends TemporalAddress {
  /** For the log. */
  readonly name: string;
  readonly worker: Omit<WorkerOptions, 'connection' | 'namespace' | 'dataConverter'>;
  readonly log: Log;
}

const firstPauseMs = 500;
const longestPauseMs = 15_000;

/**
 * Keeps a worker running. The SDK sits out most absences of its server by itself, and ends the worker in others (a
 * namespace that is gone, say): then a new one is made, after pauses that grow to fifteen seconds. A server that is
 * away when we start is waited for in the same way.
 */
export function keepWorker(options: KeptWorkerOptions): KeptWorker {
  const keeper = new Keeper(options);
  const ended = keeper.keep();
  return {
    state: () => keeper.state,
    stop: async () => {
      keeper.stop();
      await ended;
    },
  };
}

class Keeper {
  state: 'away' | 'running' | 'stopped' = 'away';
  private readonly stopping = new AbortController();
  private worker: Worker | undefined;
  private failures = 0;

  constructor(private readonly options: KeptWorkerOptions) {}

  stop(): void {
    this.stopping.abort();
    if (this.worker?.getState() === 'RUNNING') this.worker.shutdown();
  }

  async keep(): Promise<void> {
    const { name, log } = this.options;
    while (!this.stopping.signal.aborted) {
      try {
        await this.runOnce();
      } catch (error) {
        this.failures += 1;
        log.warn({ worker: name, error: reasonOf(error), failures: this.failures }, 'worker lost its server, trying again');
      }
      this.state = 'away';
      await pause(Math.min(firstPauseMs * 2 ** (this.failures - 1), longestPauseMs), undefined, { signal: this.stopping.signal }).catch(ignoreAbort);
    }
    this.state = 'stopped';
  }

  private async runOnce(): Promise<void> {
    const { address, namespace, dataConverter, worker, name, log } = this.options;
    const connection = await NativeConnection.connect({ address });
    try {
      this.worker = await Worker.create({ ...worker, connection, namespace, dataConverter });
      const run = this.worker.run();
      // Only a worker that has run gives its connection back.
      if (this.stopping.signal.aborted) this.worker.shutdown();
      else this.state = 'running';
      log.info({ worker: name, taskQueue: worker.taskQueue }, 'worker runs');
      this.failures = 0;
      await run;
    } finally {
      this.worker = undefined;
      await connection.close();
    }
  }
}

/** Connection failures name the server, never a person; their first line is enough. */
function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message.split('\n')[0]}` : String(error);
}

function ignoreAbort(error: unknown): void {
  if ((error as { name?: unknown }).name !== 'AbortError') throw error;
}

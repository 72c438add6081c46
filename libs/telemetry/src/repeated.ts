import { setTimeout as pause } from 'node:timers/promises';

export interface RepeatedOptions {
  /** One turn. What it throws ends nothing: the next turn comes all the same. */
  readonly turn: () => Promise<void>;
  /** Milliseconds from the end of a turn to the next. */
  readonly everyMs: number;
  /** The same after a turn that failed, where it should come sooner. */
  readonly afterFailureMs?: number;
  /** Told of each turn that failed. */
  readonly onFailure: (error: unknown) => void;
}

/** Work that is done over and over, one turn at a time, until it is stopped. */
export class Repeated {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly options: RepeatedOptions) {}

  /** Whether it has been asked to stop: a long turn asks now and then, and ends early. */
  get isStopping(): boolean {
    return this.stopping.signal.aborted;
  }

  /** The first turn begins at once. */
  start(): void {
    this.running = this.run();
  }

  /** Begins no other turn, and waits for the one that is under way. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { turn, everyMs, afterFailureMs = everyMs, onFailure } = this.options;
    while (!this.isStopping) {
      let restMs = everyMs;
      try {
        await turn();
      } catch (error) {
        restMs = Math.min(everyMs, afterFailureMs);
        onFailure(error);
      }
      await pause(restMs, undefined, { signal: this.stopping.signal }).catch(() => undefined);
    }
  }
}

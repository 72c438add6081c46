import { setTimeout as pause } from 'node:timers/promises';
import type { Ledger, OutboxItem } from '@forlop/ledger';
import { errorFacts, type Logger } from '@forlop/telemetry';
import type { WorkerMetrics } from '../metrics.js';
import type { PathwayTeller } from '../tell-pathway.js';

export interface RelayOptions {
  readonly ledger: Pick<Ledger, 'unsent' | 'markSent' | 'onCommitted'>;
  readonly teller: Pick<PathwayTeller, 'changed'>;
  /** How many workflows are told at once. */
  readonly parallel: number;
  readonly log: Logger;
  readonly metrics: Pick<WorkerMetrics, 'told' | 'tellFailed'>;
}

/** Outbox rows read at a time. */
const batch = 500;
/** Looked at this often even when nobody wakes us: a notice can be lost, a committed row cannot. */
const pollMs = 2_000;
const longestPauseMs = 15_000;
/** So many failures in a row mean that Temporal is away, not that a pathway is sick. */
const mostFailures = 8;

/**
 * Tells each patient's workflow that its ledger has grown, at once and again until it took. Rows are marked only after
 * their workflow was told, so a crash tells twice and never not at all; several rows of one pathway are told as one.
 */
export class Relay {
  private readonly stopping = new AbortController();
  private wake: () => void = () => undefined;
  private failures = 0;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly options: RelayOptions) {}

  /** Begins; does not wait for the database or Temporal to be there. */
  start(): void {
    this.running = this.run();
  }

  /** Finishes the batch at hand, then ends. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.wake();
    await this.running;
  }

  private async run(): Promise<void> {
    const stopListening = await this.listen();
    while (!this.stopping.signal.aborted) {
      const woken = new Promise<void>((resolve) => (this.wake = resolve));
      const more = await this.relayBatch();
      if (!more) await this.rest(woken, this.failures === 0 ? pollMs : this.backOff());
    }
    await stopListening();
  }

  /** Without a listener the poll still finds every row. */
  private async listen(): Promise<() => Promise<void>> {
    try {
      return await this.options.ledger.onCommitted(() => this.wake());
    } catch (error) {
      this.options.log.warn({ error: errorFacts(error) }, 'the relay is not woken by commits, it polls');
      return () => Promise.resolve();
    }
  }

  /** @returns whether there may be more to do at once. */
  private async relayBatch(): Promise<boolean> {
    const { ledger, log } = this.options;
    try {
      const items = await ledger.unsent(batch);
      const told = await this.tellAll(items);
      if (told.length > 0) await ledger.markSent(told.flatMap((item) => item.ids));
      this.failures = items.length > 0 && told.length === 0 ? this.failures + 1 : 0;
      return told.length === items.length && items.length > 0;
    } catch (error) {
      this.failures += 1;
      log.warn({ error: errorFacts(error), failures: this.failures }, 'the relay could not read the outbox, trying again');
      return false;
    }
  }

  /** @returns those whose workflow was told. One that fails holds up nobody; when all fail, Temporal is away. */
  private async tellAll(items: readonly OutboxItem[]): Promise<OutboxItem[]> {
    const told: OutboxItem[] = [];
    const queue = [...items];
    let failedInARow = 0;
    const worker = async (): Promise<void> => {
      for (let item = queue.shift(); item !== undefined && failedInARow < mostFailures; item = queue.shift()) {
        if (await this.tell(item)) {
          told.push(item);
          failedInARow = 0;
        } else failedInARow += 1;
      }
    };
    await Promise.all(Array.from({ length: this.options.parallel }, worker));
    return told;
  }

  private async tell({ pathwayId, position }: OutboxItem): Promise<boolean> {
    const { teller, metrics, log } = this.options;
    try {
      await teller.changed(pathwayId, { position });
      metrics.told.inc();
      return true;
    } catch (error) {
      metrics.tellFailed.inc();
      log.warn({ pathwayId, error: errorFacts(error) }, 'a workflow could not be told, trying again');
      return false;
    }
  }

  private backOff(): number {
    return Math.min(250 * 2 ** this.failures, longestPauseMs);
  }

  /** Until woken (`stop` wakes as well), or so long; the timer goes with it, as a busy relay rests many times a second. */
  private async rest(woken: Promise<void>, ms: number): Promise<void> {
    const over = new AbortController();
    await Promise.race([woken, pause(ms, undefined, { signal: over.signal }).catch(ignoreAbort)]);
    over.abort();
  }
}

function ignoreAbort(error: unknown): void {
  if ((error as { name?: unknown }).name !== 'AbortError') throw error;
}

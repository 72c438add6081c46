import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { addDays, osloDateOf, osloMidnight } from '@forlop/calendar';
import type { Ledger } from '@forlop/ledger';
import { BASE_LEDGER } from '../tokens.js';

/** What has changed: something was recorded somewhere in the house, or a new day began in Oslo. */
export type View = 'pathways' | 'day';

/** One who is told, until they stop. */
export interface Listener {
  tell(view: View): void;
  /** The process ends. */
  end(): void;
}

/** The database's clock may be a little behind this process's. */
const afterMidnightMs = 1_000;

/**
 * Hears of commits from whichever process made them, and of midnight, and tells all who listen. It knows of no pathway, so it can tell nobody of one that is
 * not theirs: who hears it asks anew with their own rights (docs/decisions/0012).
 */
@Injectable()
export class LiveHub implements OnModuleDestroy {
  private readonly listeners = new Set<Listener>();
  private hearing: Promise<() => Promise<void>> | null = null;
  private midnight: NodeJS.Timeout | null = null;

  constructor(@Inject(BASE_LEDGER) private readonly ledger: Pick<Ledger, 'onCommitted'>) {}

  /** @returns what ends it. */
  add(listener: Listener): () => void {
    this.listeners.add(listener);
    // For as long as the process lives: a connection that comes and goes with each listener costs more.
    this.hearing ??= this.ledger.onCommitted(() => this.tellAll('pathways'));
    if (this.midnight === null) this.awaitMidnight();
    return () => this.listeners.delete(listener);
  }

  async onModuleDestroy(): Promise<void> {
    if (this.midnight !== null) clearTimeout(this.midnight);
    for (const listener of this.listeners) listener.end();
    const stop = await this.hearing;
    await stop?.();
  }

  private tellAll(view: View): void {
    for (const listener of this.listeners) listener.tell(view);
  }

  private awaitMidnight(): void {
    const now = new Date();
    const next = osloMidnight(addDays(osloDateOf(now.toISOString()), 1));
    this.midnight = setTimeout(() => {
      this.tellAll('day');
      this.awaitMidnight();
    }, next - now.getTime() + afterMidnightMs);
    this.midnight.unref();
  }
}

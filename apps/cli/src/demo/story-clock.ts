import { AsyncLocalStorage } from 'node:async_hooks';
import { virtualClock, type LedgerClock } from '@forlop/ledger';

/** A clock of its own for each story that is being told, so that several are told at once, each thing recorded on its own day. */
export class StoryClock {
  readonly ledgerClock: LedgerClock = virtualClock(() => new Date(this.told.getStore()?.ms ?? this.now));
  private readonly told = new AsyncLocalStorage<{ ms: number }>();

  /** @param now epoch milliseconds: the time outside of stories, and that at which each begins and ends. */
  constructor(readonly now: number) {}

  /** Tells a story in a time of its own. */
  tell<T>(story: () => Promise<T>): Promise<T> {
    return this.told.run({ ms: this.now }, story);
  }

  /** Moves the time of the story at hand. @param ms epoch milliseconds. */
  set(ms: number): void {
    const story = this.told.getStore();
    if (story === undefined) throw new Error('The time is moved only while a story is told.');
    story.ms = ms;
  }
}

import type { DataSource } from 'typeorm';

/** Channel on which commits are announced. */
export const commitChannel = 'forlop_outbox';

/**
 * Wakes the relay after a commit. Not with NOTIFY inside the transaction: that takes one lock for the whole server until
 * the commit is on disk, so that no two commits share a write. Sent after it instead, at most one at a time, so
 * that a burst is announced once; a notice that is lost costs nothing but the relay's own pause.
 */
export class CommitNotice {
  private sending = false;
  private again = false;
  private sent: Promise<void> = Promise.resolve();

  constructor(private readonly dataSource: DataSource) {}

  /** Call it after a commit that left a row in the outbox. */
  readonly announce = (): void => {
    this.again = true;
    if (!this.sending) this.sent = this.sendAll();
  };

  /** Resolves when nothing is being sent; before the connections are closed. */
  settled(): Promise<void> {
    return this.sent;
  }

  private async sendAll(): Promise<void> {
    this.sending = true;
    try {
      while (this.again) {
        this.again = false;
        await this.dataSource.query('select pg_notify($1, $2)', [commitChannel, '']);
      }
    } catch {
      // The row is in the outbox all the same, and the relay looks by itself: nothing is lost but a second.
      this.again = false;
    } finally {
      this.sending = false;
    }
  }
}

import pg from 'pg';
import { commitChannel } from './commit-notice.js';

const reconnectAfterMs = 1_000;

/**
 * Listens for commits on a connection of its own, and connects again for as long as it takes. `wake` is also called after
 * each connection, for what was committed while nobody listened. Never throws: a relay that is not woken still looks
 * by itself.
 */
export class CommitListener {
  private client: pg.Client | null = null;
  private stopped = false;
  private retry: NodeJS.Timeout | null = null;

  constructor(
    private readonly url: string,
    private readonly wake: () => void,
  ) {}

  /** Connects; resolves when it listens, or when the first attempt has failed and another is planned. */
  async start(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url, application_name: 'forlop-listen', keepAlive: true, connectionTimeoutMillis: 5_000 });
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    client.on('notification', () => this.wake());
    this.client = client;
    try {
      await client.connect();
      await client.query(`listen ${commitChannel}`);
      if (!this.stopped) this.wake();
    } catch {
      this.lost(client);
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.retry !== null) clearTimeout(this.retry);
    const { client } = this;
    this.client = null;
    await client?.end();
  }

  private lost(client: pg.Client): void {
    if (this.stopped || this.client !== client) return;
    this.client = null;
    // A connection that failed may fail to say goodbye as well; it is gone either way.
    client.end().catch(() => undefined);
    this.retry = setTimeout(() => void this.start(), reconnectAfterMs);
    this.retry.unref();
  }
}

import type { EdiConfig } from '@forlop/config';
import { EdiClient, type AccessTokens, type EdiApi } from '@forlop/dialogmelding';
import type { Ledger } from '@forlop/ledger';
import { readEdiInbox } from '@forlop/messaging';
import { errorFacts, Repeated, type Logger } from '@forlop/telemetry';
import { ediTokens } from './edi-tokens.js';

/** EDI 2.0 as it is set up. */
export interface OpenEdi {
  readonly api: EdiApi;
  /** Where it is, for the log. */
  readonly url: string;
  close(): Promise<void>;
}

const application = { name: 'Forlop', version: '0.1.0' };
/** A sending is one workflow task; it must have ended before the task is given to another worker. */
const timeoutMs = 10_000;

/** Opens the client; of a simulated one the simulator too, which is only loaded for that. */
export async function openEdi(setup: EdiConfig): Promise<OpenEdi> {
  if (setup.kind === 'real') {
    return { api: new EdiClient({ baseUrl: setup.url, tokens: ediTokens(setup.helseId), application, timeoutMs }), url: setup.url, close: async () => undefined };
  }
  const { startEdiSimulator } = await import('@forlop/dialogmelding/simulator');
  const simulator = await startEdiSimulator({ port: setup.port });
  const tokens: AccessTokens = { accessToken: async () => ({ token: 'simulert' }) };
  return { api: new EdiClient({ baseUrl: simulator.url, tokens, application, timeoutMs }), url: simulator.url, close: () => simulator.close() };
}

export interface EdiWatchOptions {
  readonly api: EdiApi;
  readonly herId: string;
  readonly ledger: Pick<Ledger, 'recordReceipt' | 'recordReply' | 'keepUnmatched'>;
  readonly log: Logger;
  /** Milliseconds between two looks. */
  readonly everyMs?: number;
}

const standardEveryMs = 20_000;

/** Reads what comes back from record systems: receipts and answers become what the ledger knows, the rest is kept for a person. */
export class EdiWatch {
  private readonly loop: Repeated;

  constructor(private readonly options: EdiWatchOptions) {
    const { everyMs = standardEveryMs, log } = options;
    this.loop = new Repeated({
      turn: async () => void (await this.once()),
      everyMs,
      onFailure: (error) => log.warn({ error: errorFacts(error) }, 'what came in from record systems could not be read, trying again'),
    });
  }

  start(): void {
    this.loop.start();
  }

  stop(): Promise<void> {
    return this.loop.stop();
  }

  /** One look. @returns how many messages there were. */
  once(): Promise<number> {
    const { api, herId, ledger, log } = this.options;
    return readEdiInbox(api, herId, {
      onReceipt: async (receipt) => (await ledger.recordReceipt({ channel: 'dialogmelding', ...receipt })) !== 'unknown',
      onReply: async (reply) => (await ledger.recordReply(reply)) !== 'unknown',
      onUnmatched: async (message) => {
        await ledger.keepUnmatched({ channel: 'dialogmelding', ...message });
        log.warn({ code: message.code, id: message.externalId }, 'a message came in that belongs to nothing; it is kept');
      },
    });
  }
}

import type { CourierConfig } from '@forlop/config';
import { BoxKeys, CryptoError } from '@forlop/crypto';
import { secretContext, type Ledger } from '@forlop/ledger';
import { ChannelRefused, ChannelUnavailable, testBundle, webhookChannel, webhookSender, type Channel, type WebhookOptions, type WebhookSender } from '@forlop/messaging';
import { errorFacts, Repeated, type Logger } from '@forlop/telemetry';

type WebhookLedger = Pick<Ledger, 'tellCourierKey' | 'sealedSecrets' | 'pingsDue' | 'recordPing'>;

/** Webhooks as they are set up. */
export interface OpenWebhooks {
  readonly channel: Channel;
  /** Begins to send test messages that somebody has asked for. */
  start(): void;
  close(): Promise<void>;
}

/** Opens the channel, and tells the API what new subscribers' secrets are to be sealed to. */
export async function openWebhooks(setup: NonNullable<CourierConfig['webhooks']>, ledger: WebhookLedger, log: Logger): Promise<OpenWebhooks> {
  const keys = BoxKeys.read(setup.keys.reveal(), 'FORLOP_WEBHOOK_KEYS');
  const options: WebhookOptions = {
    secretsOf: async (subscriber) => opened(await ledger.sealedSecrets(subscriber), subscriber, keys, log),
    allowHttp: setup.allowHttp,
    openNetworks: setup.networks,
  };
  await ledger.tellCourierKey(keys.publicKey());
  log.info({ key: keys.publicKey().keyId }, 'webhooks go out');
  const watch = new PingWatch({ ledger, send: webhookSender(options), log });
  return { channel: webhookChannel(options), start: () => watch.start(), close: () => watch.stop() };
}

/** A secret that was sealed to a key which is set up here no more is none: the channel says `no-secret`, and the log says which. */
function opened(sealed: readonly Buffer[], subscriber: string, keys: BoxKeys, log: Logger): readonly string[] {
  try {
    return sealed.map((one) => keys.open(one, secretContext(subscriber)));
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error;
    log.warn({ subscriber, code: error.code }, 'the secret of a subscriber cannot be opened with the keys that are set up');
    return [];
  }
}

export interface PingWatchOptions {
  readonly ledger: Pick<Ledger, 'pingsDue' | 'recordPing'>;
  readonly send: WebhookSender;
  readonly log: Logger;
  /** Milliseconds between two looks. */
  readonly everyMs?: number;
}

const standardEveryMs = 5_000;
const page = 20;

/** Sends the test messages that somebody has asked for, each once, and records whether it was taken. */
export class PingWatch {
  private readonly loop: Repeated;

  constructor(private readonly options: PingWatchOptions) {
    const { everyMs = standardEveryMs, log } = options;
    this.loop = new Repeated({
      turn: async () => void (await this.once()),
      everyMs,
      onFailure: (error) => log.warn({ error: errorFacts(error) }, 'test messages to subscribers could not be sent, trying again'),
    });
  }

  start(): void {
    this.loop.start();
  }

  stop(): Promise<void> {
    return this.loop.stop();
  }

  /** One look. @returns how many were sent. */
  async once(): Promise<number> {
    const { ledger, send, log } = this.options;
    const due = await ledger.pingsDue(page);
    for (const { id, subscriberId, url } of due) {
      const code = await send({ subscriber: subscriberId, url }, id, testBundle(id)).then(() => null, codeOf);
      await ledger.recordPing(id, code);
      log.info({ subscriber: subscriberId, code }, 'a test message was sent to a subscriber');
    }
    return due.length;
  }
}

/** Why it was not taken. @throws what is no answer of the subscriber's. */
function codeOf(error: unknown): string {
  if (error instanceof ChannelRefused || error instanceof ChannelUnavailable) return error.code;
  throw error;
}

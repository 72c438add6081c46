import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import { readDeliveryReport, type DeliveryReport } from './delivery-report.js';
import type { ReturnPaths } from './return-path.js';

/** Word of a mail that we sent. */
export interface Bounce {
  /** The message's own id, as it was sent (`Outgoing.messageId`). */
  readonly messageId: string;
  /** `failed`: nobody tries any more. `delayed`: the mail may still arrive. */
  readonly outcome: 'failed' | 'delayed';
  /** Enhanced status code (RFC 3463), e.g. `5.1.1` no such mailbox, `4.4.7` given up waiting. */
  readonly status: string;
  /** Each of them is signed: the address that it came to, or the header that came back. */
  readonly foundBy: 'return-path' | 'returned-header';
}

export interface BounceReceiverOptions {
  readonly port: number;
  readonly host: string;
  readonly returnPaths: ReturnPaths;
  /** Has to be idempotent: the same word may come twice. When it throws, the sender is asked to come back. */
  readonly onBounce: (bounce: Bounce) => Promise<void>;
  /** A mail that tells of none of our messages: `not-a-report`, `not-ours` (no signature), `delivered` (nothing to do). Taken and dropped. */
  readonly onOther?: (why: 'not-a-report' | 'not-ours' | 'delivered') => void;
  /** Told of connections that broke off. */
  readonly onError?: (error: Error) => void;
  /** Certificate and key for STARTTLS, as PEM; without it mail comes in the clear. */
  readonly tls?: { readonly cert: string; readonly key: string };
}

export interface BounceReceiver {
  readonly port: number;
  close(): Promise<void>;
}

const largestMailBytes = 1_000_000;

/** A small mail server for bounces and for nothing else: any other addressee is refused. @throws when the port is taken. */
export async function startBounceReceiver(options: BounceReceiverOptions): Promise<BounceReceiver> {
  const { returnPaths, tls } = options;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: tls === undefined ? ['STARTTLS', 'AUTH'] : ['AUTH'],
    ...tls,
    size: largestMailBytes,
    maxClients: 20,
    socketTimeout: 30_000,
    logger: false,
    onRcptTo: ({ address }, _session, done) => {
      done(returnPaths.takes(address) ? null : Object.assign(new Error('Ukjent mottaker.'), { responseCode: 550 }));
    },
    onData: (stream, { envelope }, done) => {
      receive(stream, envelope.rcptTo.map(({ address }) => address), options).then(
        () => done(),
        (error: Error & { responseCode?: number }) => done(Object.assign(error, { responseCode: error.responseCode ?? 451 })),
      );
    },
  });
  const { port } = await listening(server, options);
  server.on('error', (error: Error) => options.onError?.(error));
  return { port, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

async function receive(stream: SMTPServerDataStream, addresses: readonly string[], { returnPaths, onBounce, onOther }: BounceReceiverOptions): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  if (stream.sizeExceeded) throw Object.assign(new Error('E-posten er for stor.'), { responseCode: 552 });
  const report = await readDeliveryReport(Buffer.concat(chunks));
  if (report === null) return onOther?.('not-a-report');
  const worst = worstOf(report);
  if (worst === null) return onOther?.('delivered');
  const ours = messagesOf(report, addresses, returnPaths);
  if (ours.length === 0) return onOther?.('not-ours');
  for (const message of ours) await onBounce({ ...message, ...worst });
}

/** A mail has one addressee; a report that tells of several, where it was passed on, counts as failed when one of them is. */
function worstOf({ facts }: DeliveryReport): Pick<Bounce, 'outcome' | 'status'> | null {
  const worst = facts.find(({ action }) => action === 'failed') ?? facts.find(({ action }) => action === 'delayed');
  return worst === undefined ? null : { outcome: worst.action as Bounce['outcome'], status: worst.status };
}

/** By the address that it came to; else by the header that came back, when it fits the Message-ID that came with it. */
function messagesOf({ messageId, returnToken }: DeliveryReport, addresses: readonly string[], returnPaths: ReturnPaths): Pick<Bounce, 'messageId' | 'foundBy'>[] {
  const byAddress = addresses.flatMap((address) => returnPaths.messageOfAddress(address) ?? []);
  if (byAddress.length > 0) return byAddress.map((id) => ({ messageId: id, foundBy: 'return-path' }));
  const byHeader = returnToken === null ? null : returnPaths.messageOfToken(returnToken);
  const fits = byHeader !== null && messageId !== null && messageId.startsWith(`<${byHeader}@`);
  return fits ? [{ messageId: byHeader, foundBy: 'returned-header' }] : [];
}

async function listening(server: SMTPServer, { port, host }: BounceReceiverOptions): Promise<AddressInfo> {
  const socket = server.listen(port, host);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    socket.once('listening', resolve);
  });
  return socket.address() as AddressInfo;
}

import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';

/** A real SMTP server that counts what it takes over. */
export interface MailSink {
  readonly url: string;
  /** How often each Message-ID has come. */
  readonly arrived: ReadonlyMap<string, number>;
  /** All mails, repetitions too. */
  count(): number;
  clear(): void;
  close(): Promise<void>;
}

const idHeader = /^message-id:\s*(<[^>]+>)/im;

/** @param answersAfterMs how long it keeps a mail before it says that it has it: then it counts. */
export async function startMailSink(answersAfterMs = 0): Promise<MailSink> {
  const arrived = new Map<string, number>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    closeTimeout: 500,
    onData: (stream, _session, done) => {
      void read(stream).then(async (mail) => {
        const id = idHeader.exec(mail)?.[1] ?? '(none)';
        arrived.set(id, (arrived.get(id) ?? 0) + 1);
        if (answersAfterMs > 0) await pause(answersAfterMs);
        done();
      }, done);
    },
  });
  // Whoever is killed breaks connections off.
  server.on('error', () => undefined);
  await new Promise<void>((up) => server.listen(0, '127.0.0.1', up));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    arrived,
    count: () => [...arrived.values()].reduce((sum, n) => sum + n, 0),
    clear: () => arrived.clear(),
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}

async function read(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import { listPage, mailPage, missingPage } from './pages.js';
import { MailStore, type KeptMail } from './mail-store.js';

/** Where the inbox listens and keeps its mails. */
export interface InboxOptions {
  /** 0: any free port. Only this machine can reach it. */
  readonly smtpPort: number;
  readonly dir: string;
  /** Told of connections that broke off; a mail that could not be kept is refused to its sender as well. */
  readonly onError?: (error: Error) => void;
}

/** A running inbox: a real SMTP server that keeps everything and passes nothing on, for development and tests. */
export interface Inbox {
  /** `smtp://127.0.0.1:<port>` */
  readonly url: string;
  /** The newest mails first. */
  list(): Promise<KeptMail[]>;
  /** An HTML page for what follows `base` in the path: nothing for the list, an id for one mail. */
  page(base: string, id?: string): Promise<{ readonly status: 200 | 404; readonly html: string }>;
  /** Until then mails keep coming in. */
  close(): Promise<void>;
}

const largestMailBytes = 1_000_000;

/** Starts an inbox. @throws when the port is taken. */
export async function startInbox({ smtpPort, dir, onError }: InboxOptions): Promise<Inbox> {
  const store = new MailStore(dir);
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    size: largestMailBytes,
    logger: false,
    onData: (stream, _session, done) => {
      receive(stream, store).then(
        (name) => done(null, `kept ${name}`),
        (error: Error) => done(error),
      );
    },
  });
  const { port } = await listening(server, smtpPort);
  server.on('error', (error: Error) => onError?.(error));
  return {
    url: `smtp://127.0.0.1:${port}`,
    list: () => store.list(),
    page: async (base, id) => {
      if (id === undefined) return { status: 200, html: listPage(await store.list(), base) };
      const mail = await store.find(id);
      return mail ? { status: 200, html: mailPage(mail, base) } : { status: 404, html: missingPage(base) };
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function receive(stream: SMTPServerDataStream, store: MailStore): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  if (stream.sizeExceeded) throw Object.assign(new Error('E-posten er for stor.'), { responseCode: 552 });
  return store.keep(Buffer.concat(chunks), new Date());
}

async function listening(server: SMTPServer, port: number): Promise<AddressInfo> {
  const socket = server.listen(port, '127.0.0.1');
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    socket.once('listening', resolve);
  });
  return socket.address() as AddressInfo;
}

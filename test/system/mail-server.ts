import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A mail as it came in. */
export interface ArrivedMail {
  readonly messageId: string;
  readonly to: string;
  readonly text: string;
}

/** A real SMTP server that can fall silent and go away, at one address all the time. */
export interface MailServer {
  readonly url: string;
  /** All that was taken over, also where we fell silent afterwards; oldest first. */
  readonly mails: readonly ArrivedMail[];
  mailsTo(address: string): ArrivedMail[];
  /** From now on it takes mails and does not say so: whoever sends one cannot know. */
  fallSilent(): void;
  speak(): void;
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
}

/** Starts one on a free port. */
export async function startMailServer(): Promise<MailServer> {
  const mails: ArrivedMail[] = [];
  let silent = false;
  const listening = async (port: number): Promise<SMTPServer> => {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: false,
      closeTimeout: 100,
      onData: (stream, _session, done) => {
        void take(stream).then((mail) => {
          mails.push(mail);
          if (!silent) done();
        }, done);
      },
    });
    // A courier that is killed breaks its connections off.
    server.on('error', () => undefined);
    await new Promise<void>((up) => server.listen(port, '127.0.0.1', up));
    return server;
  };
  let server = await listening(0);
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    mailsTo: (address) => mails.filter(({ to }) => to === address),
    fallSilent: () => void (silent = true),
    speak: () => void (silent = false),
    goAway: () => new Promise((gone) => server.close(() => gone())),
    comeBack: async () => void (server = await listening(port)),
  };
}

async function take(stream: AsyncIterable<Buffer>): Promise<ArrivedMail> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  const { messageId, to, text } = await PostalMime.parse(Buffer.concat(chunks));
  return { messageId: messageId ?? '', to: to?.[0]?.address ?? '', text: text ?? '' };
}

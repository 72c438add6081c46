import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime, { type Address } from 'postal-mime';

/** A kept mail, as the inbox shows it. */
export interface KeptMail {
  readonly id: string;
  /** ISO 8601 in UTC. */
  readonly receivedAt: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly messageId: string;
  readonly text: string;
}

const namePattern = /^(\d{8}T\d{9}Z)-[0-9a-f]{12}\.eml$/;

/** Mails as files in a folder, `<instant>-<hash>.eml`, newest last by name. */
export class MailStore {
  constructor(private readonly dir: string) {}

  /** Keeps a mail as it came in. Written beside and renamed: a listing never meets half a mail. */
  async keep(raw: Buffer, receivedAt: Date): Promise<string> {
    await mkdir(this.dir, { recursive: true });
    const hash = createHash('sha256').update(raw).digest('hex').slice(0, 12);
    const name = `${receivedAt.toISOString().replaceAll(/[-:.]/g, '')}-${hash}.eml`;
    const half = join(this.dir, `.${name}.half`);
    await writeFile(half, raw, { mode: 0o600 });
    await rename(half, join(this.dir, name));
    return name;
  }

  /** The newest mails first. */
  async list(limit = 200): Promise<KeptMail[]> {
    const names = (await this.names()).sort().reverse().slice(0, limit);
    return Promise.all(names.map((name) => this.read(name)));
  }

  /** One mail by its id; undefined when there is none of that id. */
  async find(id: string): Promise<KeptMail | undefined> {
    return (await this.names()).includes(id) ? this.read(id) : undefined;
  }

  private async names(): Promise<string[]> {
    await mkdir(this.dir, { recursive: true });
    return (await readdir(this.dir)).filter((name) => namePattern.test(name));
  }

  private async read(name: string): Promise<KeptMail> {
    const mail = await PostalMime.parse(await readFile(join(this.dir, name)));
    return {
      id: name,
      receivedAt: instantOf(name),
      from: addressesOf(mail.from ? [mail.from] : []),
      to: addressesOf(mail.to ?? []),
      subject: mail.subject ?? '',
      messageId: mail.messageId ?? '',
      text: mail.text ?? '',
    };
  }
}

function instantOf(name: string): string {
  const [, digits = ''] = namePattern.exec(name) ?? [];
  return digits.replace(/^(....)(..)(..)T(..)(..)(..)(...)Z$/, '$1-$2-$3T$4:$5:$6.$7Z');
}

function addressesOf(addresses: readonly Address[]): string {
  return addresses.map(({ name, address }) => [name, address ? `<${address}>` : ''].filter(Boolean).join(' ')).join(', ');
}

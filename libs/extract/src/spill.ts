import { createCipheriv, createDecipheriv, createHash, randomBytes, type Cipher } from 'node:crypto';
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ReferralLines } from './read/referral-lines.js';
import type { Row } from './rows/row.js';

/** A part of an extract that holds all lines of the referrals in it. */
export interface Bucket {
  readonly path: string;
  readonly lines: number;
  /** The key that it is encrypted with, which lives in this process alone. Hexadecimal. */
  readonly key: string;
  readonly iv: string;
}

/** So much is collected for a part before it is written. */
const pieceBytes = 64 * 1024;

/**
 * Sorts lines into parts by their referral, on disk, so that an extract of any size needs the memory of one part. The parts hold people's data, so they are
 * encrypted with a key that is never written down: what a process leaves behind that was cut off, nobody can read.
 */
export class Spill {
  private constructor(private readonly dir: string, private readonly parts: readonly Part[]) {}

  static async open(count: number): Promise<Spill> {
    const dir = await mkdtemp(join(tmpdir(), 'forlop-uttrekk-'));
    return new Spill(dir, Array.from({ length: count }, (_, nth) => new Part(join(dir, String(nth)))));
  }

  /** Puts a line with the others of its referral. Waits while the disk is behind. */
  async put(key: string, row: Row): Promise<void> {
    const part = this.parts[createHash('sha256').update(key).digest().readUInt32BE() % this.parts.length]!;
    part.lines += 1;
    await part.write(`${JSON.stringify([key, row.line, row.cells])}\n`);
  }

  /** The parts, when all lines have been put. Empty ones are left out. */
  async buckets(): Promise<Bucket[]> {
    const ended = await Promise.all(this.parts.map((part) => part.end()));
    return ended.filter(({ lines }) => lines > 0);
  }

  /** Deletes everything. */
  async remove(): Promise<void> {
    for (const part of this.parts) part.destroy();
    await rm(this.dir, { recursive: true, force: true });
  }
}

class Part {
  lines = 0;
  private readonly key = randomBytes(32);
  private readonly iv = randomBytes(16);
  private readonly cipher: Cipher = createCipheriv('aes-256-ctr', this.key, this.iv);
  private file: WriteStream | null = null;
  private pending: string[] = [];
  private size = 0;

  constructor(private readonly path: string) {}

  async write(text: string): Promise<void> {
    this.pending.push(text);
    this.size += text.length;
    if (this.size >= pieceBytes) await this.flush();
  }

  async end(): Promise<Bucket> {
    await this.flush();
    if (this.file !== null) {
      this.file.end(this.cipher.final());
      await once(this.file, 'close');
    }
    return { path: this.path, lines: this.lines, key: this.key.toString('hex'), iv: this.iv.toString('hex') };
  }

  destroy(): void {
    this.file?.destroy();
  }

  private async flush(): Promise<void> {
    if (this.pending.length === 0) return;
    this.file ??= createWriteStream(this.path, { mode: 0o600 });
    const piece = this.cipher.update(this.pending.join(''), 'utf8');
    this.pending = [];
    this.size = 0;
    if (!this.file.write(piece)) await once(this.file, 'drain');
  }
}

/** Reads a part back: its referrals with their lines, in the order of the file. Of lines that repeat others, and of a crowd, nothing is held. */
export async function readBucket({ path, key, iv }: Bucket): Promise<Map<string, ReferralLines>> {
  const decipher = createDecipheriv('aes-256-ctr', Buffer.from(key, 'hex'), Buffer.from(iv, 'hex'));
  const referrals = new Map<string, ReferralLines>();
  const decoder = new TextDecoder();
  let rest = '';
  const take = (text: string): void => {
    const lines = (rest + text).split('\n');
    rest = lines.pop()!;
    for (const line of lines) {
      const [referral, at, cells] = JSON.parse(line) as [string, number, string[]];
      const told = referrals.get(referral) ?? new ReferralLines();
      referrals.set(referral, told);
      told.put({ line: at, cells });
    }
  };
  for await (const piece of createReadStream(path)) take(decoder.decode(decipher.update(piece as Buffer), { stream: true }));
  take(decoder.decode());
  return referrals;
}

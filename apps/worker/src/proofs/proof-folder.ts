import { createReadStream } from 'node:fs';
import { mkdir, open, rename, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const newline = 0x0a;

/**
 * Where the proofs lie outside the database: `roots.ndjson`, which only grows, and `erasures.ndjson`, which is written anew.
 * A folder of another machine, or one that nothing can be deleted from, is better than one beside the database.
 */
export class ProofFolder {
  private readonly rootsFile: string;
  private readonly erasuresFile: string;

  constructor(private readonly dir: string) {
    this.rootsFile = join(dir, 'roots.ndjson');
    this.erasuresFile = join(dir, 'erasures.ndjson');
  }

  /** The last whole line of the roots; null when there is none. Half a line that a crash left is cut off. */
  async lastRoot(): Promise<string | null> {
    const { last, end, size } = await scan(this.rootsFile);
    if (end < size) await truncate(this.rootsFile, end);
    return last;
  }

  /** Adds lines to the roots, and waits until they are on disk. */
  async addRoots(lines: readonly string[]): Promise<void> {
    await mkdir(this.dir, { recursive: true });
    const file = await open(this.rootsFile, 'a', 0o640);
    try {
      await file.write(lines.map((line) => `${line}\n`).join(''));
      await file.sync();
    } finally {
      await file.close();
    }
  }

  /** Puts the erasure list there, whole or not at all. */
  async putErasures(lines: readonly string[]): Promise<void> {
    await mkdir(this.dir, { recursive: true });
    const draft = `${this.erasuresFile}.draft`;
    await writeFile(draft, lines.map((line) => `${line}\n`).join(''), { mode: 0o640, flush: true });
    await rename(draft, this.erasuresFile);
  }
}

/** Reads a file of lines once: its last whole line, where that ends, and its size. */
async function scan(path: string): Promise<{ readonly last: string | null; readonly end: number; readonly size: number }> {
  let [last, end, size] = [null as string | null, 0, 0];
  let parts: Buffer[] = [];
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      let from = 0;
      for (let at = chunk.indexOf(newline); at >= 0; at = chunk.indexOf(newline, from)) {
        last = Buffer.concat([...parts, chunk.subarray(from, at)]).toString('utf8');
        parts = [];
        from = at + 1;
        end = size + from;
      }
      parts.push(chunk.subarray(from));
      size += chunk.length;
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return { last, end, size };
}

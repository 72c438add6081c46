import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';

/** Writes pieces to a new file as they come. A file that was given to somebody is not written over. @throws Failure `file-exists`, `file`. */
export async function writeNewFile(file: string, pieces: AsyncIterable<string> | Iterable<Buffer>): Promise<void> {
  try {
    await pipeline(Readable.from(pieces), createWriteStream(file, { flags: 'wx' }));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new Failure(exitCodes.wrongUse, 'file-exists', `${file} finnes fra før. Velg et annet navn: en fil skrives ikke over.`);
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR' || code === 'ENOSPC') throw new Failure(exitCodes.wrongUse, 'file', `${file} kan ikke skrives: ${(error as Error).message}`, { cause: error });
    throw error;
  }
}

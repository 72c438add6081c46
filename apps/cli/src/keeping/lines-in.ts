import { open } from 'node:fs/promises';
import { wrongUse } from '../failure.js';

/** The lines of a file, one at a time, however large it is. @throws Failure when it cannot be read. */
export async function* linesIn(path: string): AsyncGenerator<string, void, void> {
  const file = await open(path).catch((error: Error) => {
    throw wrongUse('unreadable-file', `Filen ${path} kan ikke leses: ${error.message}`);
  });
  try {
    for await (const line of file.readLines()) if (line.trim() !== '') yield line;
  } finally {
    await file.close();
  }
}

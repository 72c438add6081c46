import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { readReferralLines, readReferrals, type ReadReferralsOptions, type ReadReferralsResult } from '@forlop/fhir';
import { wrongUse } from '../failure.js';
import type { Io } from '../io.js';

/** One message of a file: a whole file, or a line of it. */
export interface Message extends ReadReferralsResult {
  readonly file: string;
  /** From 1; null when the file is one message. */
  readonly line: number | null;
  /** As it came in. */
  readonly text: string;
}

/**
 * Reads files one by one: those that end in `.ndjson` or `.jsonl` line by line, however large; others, and standard input
 * (`-`), as one JSON document when they are one, and else as lines.
 * @throws Failure when a file cannot be read.
 */
export async function* readFiles(files: readonly string[], io: Io, options: ReadReferralsOptions): AsyncGenerator<Message> {
  for (const file of files) {
    for await (const message of readOne(file, io, options)) yield { file, ...message };
  }
}

async function* readOne(file: string, io: Io, options: ReadReferralsOptions): AsyncGenerator<Omit<Message, 'file'>> {
  try {
    if (/\.(ndjson|jsonl)$/i.test(file)) return yield* readReferralLines(createReadStream(file, 'utf8') as AsyncIterable<string>, options);
    const text = file === '-' ? await everything(io.input()) : await readFile(file, 'utf8');
    const json = parsed(text);
    if (json === undefined) return yield* readReferralLines(text, options);
    yield { line: null, text, ...readReferrals(json, options) };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw wrongUse('unreadable-file', `Filen ${file} kan ikke leses: ${error.message}`);
  }
}

/** Node's errors of the file system name the call that failed. */
const isSystemError = (error: unknown): error is NodeJS.ErrnoException => typeof error === 'object' && error !== null && 'syscall' in error;

async function everything(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

/** Undefined when the text is not one JSON document (which never is `undefined`). */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

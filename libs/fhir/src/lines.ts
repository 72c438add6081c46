import { readReferrals, unreadable, type ReadReferralsOptions, type ReadReferralsResult } from './read-referrals.js';

/** One line of a batch: what {@link readReferrals} says of it, with its number (from 1) and its text. */
export interface ReadLine extends ReadReferralsResult {
  readonly line: number;
  /** The line as it was, for keeping with a quarantined referral. */
  readonly text: string;
}

/** The lines of a text that comes in pieces, without their line endings. A last line needs no ending. */
async function* linesOf(input: string | AsyncIterable<string>): AsyncGenerator<string> {
  let parts: string[] = [];
  for await (const chunk of typeof input === 'string' ? [input] : input) {
    const [first = '', ...rest] = chunk.split('\n');
    parts.push(first);
    for (const next of rest) {
      yield parts.join('');
      parts = [next];
    }
  }
  yield parts.join('');
}

function readLine(text: string, options: ReadReferralsOptions): ReadReferralsResult {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) {
      throw error;
    }
    return unreadable({ severity: 'fatal', reason: 'ugyldig-json', text: 'Linjen er ikke gyldig JSON.' }, true, options);
  }
  return readReferrals(json, options);
}

/**
 * Reads a batch with one FHIR resource on each line (NDJSON) and goes on after a bad line, which may have been a referral
 * and so is refused into quarantine. Empty lines are skipped. A byte order mark at the start is ignored.
 */
export async function* readReferralLines(input: string | AsyncIterable<string>, options: ReadReferralsOptions): AsyncGenerator<ReadLine> {
  let line = 0;
  for await (const raw of linesOf(input)) {
    line += 1;
    const text = raw.replace(line === 1 ? /^\uFEFF/ : '', '').replace(/\r$/, '');
    if (/\S/.test(text)) {
      yield { line, text, ...readLine(text, options) };
    }
  }
}

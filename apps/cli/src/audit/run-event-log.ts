import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ocelOf, xesOf, type LoggedPathway } from '@forlop/compliance';
import type { LoggedWithId } from '@forlop/ledger';
import type { Context } from '../context.js';
import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { withLedger } from '../ledger-access.js';
import { dateIn } from './run-audit.js';

/** Options of `forlop event-log`. */
export interface EventLogOptions {
  readonly from: string;
  readonly to: string;
  readonly asOf?: string;
  readonly org?: string;
  readonly definition?: string;
  readonly format: 'xes' | 'ocel';
  readonly out: string;
}

/** Streams the pathways from the ledger to the file, a page at a time. */
export async function runEventLog({ from, to, asOf, org, definition, format, out }: EventLogOptions, context: Context): Promise<void> {
  const [first, last] = [dateIn('--from', from), dateIn('--to', to)];
  if (first > last) throw new Failure(exitCodes.wrongUse, 'bad-period', '--to kan ikke være før --from.');
  const day = asOf === undefined ? null : dateIn('--as-of', asOf);
  await withLedger(context.io, async ({ ledger }) => {
    const judged = day ?? (await ledger.complianceDay());
    const log = new CountedLog(ledger.complianceEventLog({ from: first, to: last, asOf: judged, organisation: org ?? null, definition: definition ?? null }));
    await write(out, (format === 'xes' ? xesOf : ocelOf)(log.pathways(), judged));
    context.io.out(`${log.count} forløp skrevet til ${out}.`);
  });
}

/** The pathways without their ids, counted as they go. */
class CountedLog {
  count = 0;
  constructor(private readonly found: AsyncIterable<LoggedWithId>) {}

  async *pathways(): AsyncGenerator<LoggedPathway, void, void> {
    for await (const { logged } of this.found) {
      this.count += 1;
      yield logged;
    }
  }
}

/** A file that was given to somebody is not written over. */
async function write(file: string, pieces: AsyncIterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(pieces), createWriteStream(file, { flags: 'wx' }));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new Failure(exitCodes.wrongUse, 'file-exists', `${file} finnes fra før. Velg et annet navn: en logg skrives ikke over.`);
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR' || code === 'ENOSPC') throw new Failure(exitCodes.wrongUse, 'file', `${file} kan ikke skrives: ${(error as Error).message}`, { cause: error });
    throw error;
  }
}

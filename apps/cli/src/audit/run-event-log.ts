import { ocelOf, xesOf, type LoggedPathway } from '@forlop/compliance';
import type { LoggedWithId } from '@forlop/ledger';
import type { Context } from '../context.js';
import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { withLedger } from '../ledger-access.js';
import { dateIn } from './run-audit.js';
import { writeNewFile } from './write-new-file.js';

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
    await writeNewFile(out, (format === 'xes' ? xesOf : ocelOf)(log.pathways(), judged));
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

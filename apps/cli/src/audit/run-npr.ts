import type { NprRow } from '@forlop/compliance';
import { nprCsv, nprWorkbook } from '@forlop/documents';
import type { NprQuery, NprWithId } from '@forlop/ledger';
import type { Context } from '../context.js';
import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { withLedger } from '../ledger-access.js';
import { dateIn, knownIn } from './run-audit.js';
import { writeNewFile } from './write-new-file.js';

/** Options of `forlop npr`. */
export interface NprOptions {
  readonly from: string;
  readonly to: string;
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly knownOn?: string;
  readonly org?: string;
  readonly definition?: string;
  readonly format: 'csv' | 'xlsx';
  readonly out: string;
}

/** Writes the rows: CSV as they come from the ledger, a workbook whole. */
export async function runNpr({ from, to, asOf, org, definition, format, out, ...known }: NprOptions, context: Context): Promise<void> {
  const [first, last] = [dateIn('--from', from), dateIn('--to', to)];
  if (first > last) throw new Failure(exitCodes.wrongUse, 'bad-period', '--to kan ikke være før --from.');
  const day = asOf === undefined ? null : dateIn('--as-of', asOf);
  await withLedger(context.io, async ({ ledger }) => {
    const { knownAt, shownOn } = await knownIn(ledger, known);
    const query: NprQuery = { from: first, to: last, asOf: day ?? shownOn ?? (await ledger.complianceDay()), knownAt, organisation: org ?? null, definition: definition ?? null };
    const rows = new CountedRows(ledger.complianceNpr(query));
    await writeNewFile(out, format === 'csv' ? nprCsv(rows.pathways()) : [nprWorkbook(query, await rows.all())]);
    context.io.out(`${rows.count} rader for ${rows.referrals} ${rows.referrals === 1 ? 'henvisning' : 'henvisninger'} skrevet til ${out}. ${rows.remarked} har merknad.`);
  });
}

/** The rows without the ids, counted as they go. */
class CountedRows {
  count = 0;
  referrals = 0;
  remarked = 0;
  constructor(private readonly found: AsyncIterable<NprWithId>) {}

  async *pathways(): AsyncGenerator<readonly NprRow[], void, void> {
    for await (const { rows } of this.found) {
      this.referrals += 1;
      this.count += rows.length;
      this.remarked += rows.filter(({ remarks }) => remarks.length > 0).length;
      yield rows;
    }
  }

  async all(): Promise<NprRow[]> {
    const all: NprRow[] = [];
    for await (const rows of this.pathways()) all.push(...rows);
    return all;
  }
}

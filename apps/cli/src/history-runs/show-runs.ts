import type { HistoryRun } from '@forlop/ledger';
import type { Context } from '../context.js';
import { wrongUse } from '../failure.js';
import { columns } from '../layout.js';
import { withLedger } from '../ledger-access.js';

/** Options of `forlop imports`. */
export interface ShowRunsOptions {
  readonly limit: string;
  readonly json?: true;
}

const mostShown = 500;
/** So much of a hash tells two files apart; `--json` has all of it. */
const shownOfHash = 12;

/** Who took history in, and who set it going, the latest first. */
export async function showRuns({ limit, json }: ShowRunsOptions, { io }: Context): Promise<void> {
  const most = Number(limit);
  if (!Number.isInteger(most) || most < 1 || most > mostShown) throw wrongUse('bad-limit', `--limit må være et helt tall fra 1 til ${mostShown}.`);
  const runs = await withLedger(io, ({ ledger }) => ledger.historyRuns({ limit: most }));
  if (json) return io.out(JSON.stringify(runs));
  if (runs.length === 0) return io.out('Ingen har tatt inn historikk her, eller satt noe i gang.');
  io.out(columns([['Begynte', 'Av', 'Hva', 'Fil', 'Kartlegging', 'Slik gikk det'], ...runs.map(lineOf)]).join('\n'));
}

const instant = new Intl.DateTimeFormat('nb-NO', { timeZone: 'Europe/Oslo', dateStyle: 'short', timeStyle: 'short' });

function lineOf(run: HistoryRun): string[] {
  const { kind, begunAt, operator, extract } = run;
  const short = (hash: string | undefined): string => hash?.slice(0, shownOfHash) ?? '–';
  return [instant.format(new Date(begunAt)), operator, kind === 'import' ? `uttrekk fra ${extract!.system}` : 'satt i gang', short(extract?.fileSha256), short(extract?.mappingSha256), endOf(run)];
}

function endOf({ kind, ended }: HistoryRun): string {
  if (ended === null) return 'ikke avsluttet: pågår, eller prosessen ble drept';
  const n = (name: string): number => ended.counts[name] ?? 0;
  const came = kind === 'import'
    ? `${n('lines')} linjer (${n('refusedLines')} avvist, ${n('duplicates')} like en tidligere), ${n('referrals')} henvisninger (${n('created')} nye, ${n('extended')} utvidet, ${n('same')} uendret, ${n('refused')} avvist)`
    : `${n('live')} av ${n('asked')} forløp satt i gang`;
  return ended.outcome === 'finished' ? came : `AVBRUTT (${ended.problem}): ${came}`;
}

import { printJson, type Context } from '../context.js';
import { columns, counted } from '../layout.js';
import { withLedger } from '../ledger-access.js';

const page = 200;

/** Lists patients whose records no rule keeps any longer. Erases nobody. */
export async function runRetention({ limit, json }: { readonly limit: number; readonly json?: true }, context: Context): Promise<void> {
  const due = await withLedger(context.io, ({ ledger }) => ledger.retentionDue({ limit: Math.min(limit, page) }));
  if (json) return printJson(context, { due });
  if (due.length === 0) return context.io.out('Ingen pasienter har oppbevaringstid som er ute.');
  const rows = due.map(({ patientId, from, pathwayIds, held, requested }) => [patientId, from, counted(pathwayIds.length, 'forløp', 'forløp'), held ? 'skal bevares' : requested === null ? '' : 'sletting er bedt om']);
  context.io.out([
    `Oppbevaringstiden er ute for ${counted(due.length, 'pasient', 'pasienter')}${due.length === limit ? ' (flere kan finnes: bruk --limit)' : ''}:`,
    ...columns([['Pasient', 'Fra', 'Forløp', ''], ...rows], '  '), '',
    'Ingenting er slettet. En person ber om sletting, og en annen gjennomfører den.',
  ].join('\n'));
}

import { printJson, type Context } from '../context.js';
import { exitCodes } from '../exit-codes.js';
import { counted } from '../layout.js';
import { withLedger } from '../ledger-access.js';

/** Options of `forlop verify` and `forlop rebuild`. */
export interface CheckOptions {
  readonly pathway?: string;
  readonly json?: true;
}

/** Recomputes the chains and compares the read tables with a rebuild; says each difference. */
export async function runVerify({ pathway, json }: CheckOptions, context: Context): Promise<void> {
  const report = await withLedger(context.io, ({ ledger }) => ledger.verify(pathway));
  const { pathways, events, differences } = report;
  if (differences.length > 0) context.exitCode = exitCodes.found;
  if (json) return printJson(context, report);
  const size = `${counted(pathways, 'forløp', 'forløp')}, ${counted(events, 'hendelse', 'hendelser')}`;
  if (differences.length === 0) return context.io.out(`Kontrollert ${size}: ingen avvik.`);
  const lines = differences.map(({ pathwayId, what, at, sentence }) => `  ${pathwayId}  ${what}${at === null ? '' : ` ${at}`}: ${sentence}`);
  context.io.out([`Kontrollert ${size}: ${counted(differences.length, 'avvik', 'avvik')}.`, ...lines, '', advice(differences.map(({ what }) => what))].join('\n'));
}

/** What differs in the events themselves cannot be mended by writing the lists again. */
function advice(what: readonly string[]): string {
  const inEvents = what.some((kind) => ['chain', 'head', 'order', 'unreadable'].includes(kind));
  return inEvents
    ? 'Noe er endret i selve hendelsene, utenom Forløp. Stans endringer i databasen, ta vare på den slik den er, og sammenlign med siste sikkerhetskopi.'
    : 'Hendelsene er hele. Kjør «npx forlop rebuild» for å lage lesetabellene på nytt, og deretter «npx forlop verify».';
}

/** Writes the read tables anew. */
export async function runRebuild({ pathway, json }: CheckOptions, context: Context): Promise<void> {
  const report = await withLedger(context.io, ({ ledger }) => ledger.rebuild(pathway));
  if (json) return printJson(context, report);
  context.io.out(`Lesetabellene er laget på nytt for ${counted(report.pathways, 'forløp', 'forløp')}; ${report.changed === 0 ? 'ingen ble endret' : `${report.changed} ble endret`}.`);
}

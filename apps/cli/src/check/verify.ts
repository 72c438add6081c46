import { signatureChecker } from '@forlop/crypto';
import type { RootsReport } from '@forlop/ledger';
import { printJson, type Context } from '../context.js';
import { exitCodes } from '../exit-codes.js';
import { counted } from '../layout.js';
import { installation, withLedger } from '../ledger-access.js';
import { linesIn } from '../keeping/lines-in.js';

/** Options of `forlop verify` and `forlop rebuild`. */
export interface CheckOptions {
  readonly pathway?: string;
  /** File with the exported daily roots. */
  readonly roots?: string;
  readonly json?: true;
}

/** Recomputes the chains and compares the read tables with a rebuild, and the chains with exported roots; says each difference. */
export async function runVerify({ pathway, roots: file, json }: CheckOptions, context: Context): Promise<void> {
  const { roots, ...report } = await withLedger(context.io, async ({ ledger }) => {
    const told = file === undefined ? null : await ledger.verifyRoots(linesIn(file), signatureChecker(installation(context.io.env).env));
    return { ...(await ledger.verify(pathway)), ...(told && { roots: told }) };
  });
  const { pathways, events, differences } = report;
  if (differences.length + (roots?.differences.length ?? 0) > 0) context.exitCode = exitCodes.found;
  if (json) return printJson(context, { ...report, ...(roots && { roots }) });
  if (roots !== undefined) tellRoots(roots, context);
  const size = `${counted(pathways, 'forløp', 'forløp')}, ${counted(events, 'hendelse', 'hendelser')}`;
  if (differences.length === 0) return context.io.out(`Kontrollert ${size}: ingen avvik.`);
  const lines = differences.map(({ pathwayId, what, at, sentence }) => `  ${pathwayId === null ? '' : `${pathwayId}  `}${what}${at === null ? '' : ` ${at}`}: ${sentence}`);
  context.io.out([`Kontrollert ${size}: ${counted(differences.length, 'avvik', 'avvik')}.`, ...lines, '', advice(differences.map(({ what }) => what))].join('\n'));
}

function tellRoots({ days, from, to, chains, differences }: RootsReport, { io }: Context): void {
  const size = `${counted(days, 'rot', 'røtter')}${from === null ? '' : ` (${from} til ${to})`} over ${counted(chains, 'kjede', 'kjeder')}`;
  if (differences.length === 0) return io.out(`Kontrollert ${size}: ingen avvik.`);
  io.out([`Kontrollert ${size}: ${counted(differences.length, 'avvik', 'avvik')}.`, ...differences.map(({ what, at, sentence }) => `  ${what} ${at}: ${sentence}`)].join('\n'));
}

/** What differs in the events themselves cannot be mended by writing the lists again. */
function advice(what: readonly string[]): string {
  const inEvents = what.some((kind) => ['chain', 'head', 'order', 'unreadable'].includes(kind));
  return inEvents
    ? 'Noe er endret i selve hendelsene, utenom Forløp. Stans endringer i databasen, ta vare på den slik den er, og sammenlign med siste sikkerhetskopi.'
    : 'Hendelsene er hele. Kjør «npx forlop rebuild» for å lage lesetabellene på nytt, og deretter «npx forlop verify».';
}

/** A line for each tenth that is written, where there are many enough to wait for. */
export function progress({ note }: Context['io']): (done: number, of: number) => void {
  let tenths = 0;
  return (done, of) => {
    const reached = Math.floor((10 * done) / of);
    if (of < manyPathways || reached <= tenths) return;
    tenths = reached;
    note(`  ${done.toLocaleString('nb-NO')} av ${of.toLocaleString('nb-NO')} forløp`);
  };
}
const manyPathways = 500;

/** Writes the read tables anew. */
export async function runRebuild({ pathway, json }: CheckOptions, context: Context): Promise<void> {
  const report = await withLedger(context.io, ({ ledger }) => ledger.rebuild(pathway, progress(context.io)));
  if (json) return printJson(context, report);
  context.io.out(`Lesetabellene er laget på nytt for ${counted(report.pathways, 'forløp', 'forløp')}; ${report.changed === 0 ? 'ingen ble endret' : `${report.changed} ble endret`}.`);
}

import { osloDateOf } from '@forlop/calendar';
import type { LoadedRules } from '@forlop/definitions';
import { adviceFor, refusedReferral, type AcceptedReferral, type ReadReferralsOptions, type RefusedReferral } from '@forlop/fhir';
import { LedgerError, type Actor, type IntakeResult, type Ledger } from '@forlop/ledger';
import type { Json } from '@forlop/pathway';
import type { Context } from '../context.js';
import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { withLedger } from '../ledger-access.js';
import { shippedRules } from '../shipped-rules.js';
import { lineText, needsLook, noCounts, summaryText, type ImportLine } from './outcome.js';
import { readFiles, type Message } from './read-files.js';

/** Options of `forlop import`. */
export interface ImportOptions {
  readonly definition?: string;
  readonly dryRun?: true;
  readonly json?: true;
}

const actor: Actor = { kind: 'integration', id: 'import' };

/** Takes referrals in from files, answers each, and goes on after what is wrong. */
export async function runImport(files: readonly string[], options: ImportOptions, context: Context): Promise<void> {
  if (options.dryRun) return importAll(files, options, context, shippedRules(), undefined);
  await withLedger(context.io, ({ ledger, rules }) => importAll(files, options, context, rules, ledger));
}

async function importAll(files: readonly string[], options: ImportOptions, context: Context, rules: LoadedRules, ledger: Ledger | undefined): Promise<void> {
  if (options.definition !== undefined) rules.latestDefinition(options.definition);
  const counts = noCounts();
  const now = new Date().toISOString();
  const reading: ReadReferralsOptions = { receivedAt: now, today: osloDateOf(now), acceptSynthetic: context.io.env.NODE_ENV !== 'production' };
  for await (const message of readFiles(files, context.io, reading)) {
    for (const line of await takeIn(message, options, rules, ledger)) {
      counts[line.outcome] += 1;
      if (needsLook(line.outcome)) context.exitCode = exitCodes.found;
      if (options.json) context.io.out(JSON.stringify(line));
      else context.io.out(lineText(line));
    }
  }
  if (options.json) context.io.out(JSON.stringify({ summary: counts }));
  else context.io.out(`\n${summaryText(counts)}`);
}

/** All the referrals of one message. */
async function takeIn(message: Message, options: ImportOptions, rules: LoadedRules, ledger: Ledger | undefined): Promise<ImportLine[]> {
  const lines: ImportLine[] = [];
  for (const accepted of message.referrals) lines.push(await settled(message, accepted.path, accepted.issues, () => accept(accepted, options, rules, ledger)));
  for (const refused of message.refused) lines.push(await settled(message, refused.path, refused.issues, () => setAside(refused, message, ledger)));
  return lines;
}

type Settled = Pick<ImportLine, 'outcome' | 'pathwayId'> & { readonly reasons?: IntakeResult['reasons'] };

async function accept({ referral }: AcceptedReferral, { definition }: ImportOptions, rules: LoadedRules, ledger: Ledger | undefined): Promise<Settled> {
  if (ledger === undefined) return { outcome: 'would-accept', pathwayId: null };
  const isSaid = referral.definition !== undefined || rules.definitionFor(referral.reasonCodes, referral.mottattdato) !== null;
  return ledger.intake(isSaid || definition === undefined ? referral : { ...referral, definition }, actor);
}

async function setAside(refused: RefusedReferral, message: Message, ledger: Ledger | undefined): Promise<Settled> {
  if (!refused.quarantine) return { outcome: 'refused', pathwayId: null };
  if (ledger === undefined) return { outcome: 'would-quarantine', pathwayId: null };
  return ledger.quarantine(refusedReferral(refused, originalOf(message.text), message), actor);
}

/** JSON where it is, and else the text: what came in is kept whatever it was. */
function originalOf(text: string): Json {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as Json;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return text;
  }
}

/** The answer for one referral. A referral that the ledger cannot take is answered and the next one tried; a ledger that is away ends it all. */
async function settled({ file, line }: Message, path: string, issues: AcceptedReferral['issues'], take: () => Promise<Settled>): Promise<ImportLine> {
  const remarks = issues.map(({ reason, expression, text }) => ({ code: reason, sentence: `${text} ${adviceFor(reason)}`.trim(), ...(expression !== undefined && { path: expression }) }));
  try {
    const { outcome, pathwayId, reasons = [] } = await take();
    const also = reasons.filter(({ code, sentence }) => !remarks.some((remark) => remark.code === code && remark.sentence === sentence));
    return { file, line, path, outcome, pathwayId, remarks: [...remarks, ...also] };
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    if (error.retryable || error.code === 'setup') throw new Failure(exitCodes.noServer, error.code, `${error.message}\nImporten stoppet ved ${file}${line === null ? '' : `:${line}`}. Kjør den på nytt når databasen svarer: det som er tatt imot, registreres ikke to ganger.`, { cause: error });
    return { file, line, path, outcome: 'refused', pathwayId: null, remarks: [...remarks, { code: error.code, sentence: error.message }] };
  }
}

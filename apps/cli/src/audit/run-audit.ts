import { writeFile } from 'node:fs/promises';
import { isOsloDate, type OsloDate } from '@forlop/calendar';
import type { Cohort, ComplianceQuery, ReportLine } from '@forlop/compliance';
import { reportCsv, reportPdf, reportWorkbook, type ReportFile } from '@forlop/documents';
import type { Ledger, SealedReport } from '@forlop/ledger';
import { printJson, type Context } from '../context.js';
import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { withLedger } from '../ledger-access.js';
import type { FileFormat } from './formats.js';

/** Options of `forlop audit`. */
export interface AuditOptions {
  readonly from: string;
  readonly to: string;
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly knownOn?: string;
  readonly cohort: Cohort;
  readonly org?: string;
  readonly definition?: string;
  readonly clock?: readonly string[];
  readonly definitionVersion?: string;
  readonly variant?: string;
  readonly step?: string;
  readonly detail?: true;
  readonly out?: string;
  readonly format: FileFormat;
  readonly json?: true;
}

/** Makes the report, shows it, and writes it where asked. */
export async function runAudit(options: AuditOptions, context: Context): Promise<void> {
  const { sealed, names } = await withLedger(context.io, async ({ ledger }) => ({ sealed: await pinned(ledger, options), names: await namesOf(ledger) }));
  if (options.out !== undefined) await write(options.out, await written(options.format, sealed, names));
  if (options.json) return printJson(context, sealed);
  const { report, sha256 } = sealed;
  const lines = report.lines.map((line) => `  ${names.get(line.organisation) ?? line.organisation}  ${line.clock}: ${told(line)}`);
  context.io.out([
    `Frister ${report.query.from} til ${report.query.to}, bedømt per ${report.query.asOf}, slik det er kjent ved journalplass ${report.stamp.ledger.position}.`,
    ...(lines.length === 0 ? ['Ingen frister i perioden.'] : lines),
    `SHA-256 ${sha256}${options.out === undefined ? '' : `, skrevet til ${options.out}`}`,
  ].join('\n'));
}

/** The report by what is known now, held to the place in the ledger, so that later recordings do not change what it says. */
async function pinned(ledger: Ledger, options: AuditOptions): Promise<SealedReport> {
  const query = await queryOf(ledger, options);
  const made = await ledger.complianceReport(query, { withDetail: options.detail === true });
  if (query.knownAt !== null) return made;
  return ledger.complianceReport({ ...query, knownAt: made.report.stamp.ledger.position }, { withDetail: options.detail === true });
}

async function queryOf(ledger: Ledger, { from, to, asOf, cohort, org, definition, clock, ...options }: AuditOptions): Promise<ComplianceQuery> {
  const [first, last] = [dateIn('--from', from), dateIn('--to', to)];
  if (first > last) throw new Failure(exitCodes.wrongUse, 'bad-period', '--to kan ikke være før --from.');
  const { knownAt, shownOn } = await knownIn(ledger, options);
  return {
    from: first, to: last, asOf: asOf === undefined ? (shownOn ?? (await ledger.complianceDay())) : dateIn('--as-of', asOf), knownAt,
    cohort, organisation: org ?? null, definition: definition ?? null, clocks: clock ?? null, splitBy: [], ...onlyOf(options),
  };
}

function onlyOf({ definitionVersion, variant, step }: Pick<AuditOptions, 'definitionVersion' | 'variant' | 'step'>): Pick<ComplianceQuery, 'only'> {
  const chosen = Object.entries({ version: definitionVersion, variant, step }).filter(([, word]) => word !== undefined);
  return chosen.length === 0 ? {} : { only: Object.fromEntries(chosen) };
}

/** Up to which place what was recorded counts, and the day that it was shown on where one is named. */
export async function knownIn(ledger: Ledger, { knownAt, knownOn }: Pick<AuditOptions, 'knownAt' | 'knownOn'>): Promise<{ knownAt: number | null; shownOn: OsloDate | null }> {
  if (knownAt !== undefined && knownOn !== undefined) throw new Failure(exitCodes.wrongUse, 'bad-place', 'Oppgi enten --known-at eller --known-on.');
  if (knownOn === undefined) return { knownAt: placeIn(knownAt), shownOn: null };
  const shownOn = dateIn('--known-on', knownOn);
  if (shownOn > (await ledger.complianceDay())) throw new Failure(exitCodes.wrongUse, 'bad-date', 'Hva som ble vist en dag som ikke er kommet, kan ikke sies.');
  return { knownAt: await ledger.compliancePlace(shownOn), shownOn };
}

/** @throws Failure `bad-date`, naming the option. */
export function dateIn(option: string, text: string): OsloDate {
  if (!isOsloDate(text)) throw new Failure(exitCodes.wrongUse, 'bad-date', `${option} må være en dato på formen ÅÅÅÅ-MM-DD som finnes i kalenderen.`);
  return text;
}

/** A place in the ledger; null when none is given. @throws Failure `bad-place`. */
function placeIn(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^\d+$/.test(text)) throw new Failure(exitCodes.wrongUse, 'bad-place', '--known-at er en plass i journalen: et helt tall.');
  return Number(text);
}

const namesOf = async (ledger: Ledger): Promise<ReadonlyMap<string, string>> => new Map((await ledger.organisations()).map(({ id, name }) => [id, name]));

function written(format: FileFormat, sealed: SealedReport, names: ReadonlyMap<string, string>): string | Buffer | Promise<Buffer> {
  const file: ReportFile = { ...sealed, names };
  switch (format) {
    case 'json':
      return `${JSON.stringify(sealed, null, 1)}\n`;
    case 'csv':
      return reportCsv(file);
    case 'xlsx':
      return reportWorkbook(file);
    case 'pdf':
      return reportPdf(file);
  }
}

/** A report that was given to somebody is not written over. */
async function write(file: string, content: string | Buffer): Promise<void> {
  try {
    await writeFile(file, content, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw new Failure(exitCodes.wrongUse, 'file-exists', `${file} finnes fra før. Velg et annet navn: en rapport skrives ikke over.`);
    throw new Failure(exitCodes.wrongUse, 'file', `${file} kan ikke skrives: ${(error as Error).message}`, { cause: error });
  }
}

function told({ asRegistered: n, qualityAssured: assured }: ReportLine): string {
  const share = n.compliance === null ? 'ingen er bedømt' : `${percent(n.compliance.rate)} i tide (${n.met} av ${n.judged})`;
  const different = assured.started === n.started ? '' : `; kvalitetssikret: ${assured.compliance === null ? 'ingen er bedømt' : `${percent(assured.compliance.rate)} (${assured.met} av ${assured.judged})`}`;
  return `${n.started} startet, ${share}${different}`;
}

const percent = (rate: number): string => `${(rate * 100).toFixed(1).replace('.', ',')} %`;

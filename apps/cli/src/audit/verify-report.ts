import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { osloDateOf } from '@forlop/calendar';
import { compareReports, type Report, type ReportDifference } from '@forlop/compliance';
import type { ErasureEntry } from '@forlop/ledger';
import { canonicalJson } from '@forlop/pathway';
import { printJson, type Context } from '../context.js';
import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { counted } from '../layout.js';
import { withLedger } from '../ledger-access.js';
import { changedCell, jsonInWorkbook } from './read-workbook.js';

const parts: Readonly<Record<ReportDifference['part'], string>> = {
  kernel: 'Kjernen er en annen versjon',
  calendars: 'Kalenderne er andre',
  definitions: 'Definisjonene er andre versjoner',
  ledger: 'Journalen fram til rapportens plass er ikke den samme (slettet, gjenopprettet eller endret)',
  line: 'Tallet er et annet',
};

/** Holds a report's bytes to its hash, computes it again from the ledger, and says each difference. */
export async function verifyReport(file: string, json: boolean, context: Context): Promise<void> {
  const { report, sha256 } = await reportIn(file);
  if (createHash('sha256').update(canonicalJson(report), 'utf8').digest('hex') !== sha256) {
    throw new Failure(exitCodes.found, 'changed-report', `${file} er endret etter at rapporten ble laget: innholdet passer ikke til hashen ${sha256}.`);
  }
  const changed = isWorkbook(file) ? await changedCell(file, report, sha256) : null;
  if (changed !== null) throw new Failure(exitCodes.found, 'changed-report', `${file} er endret etter at rapporten ble laget: ${changed} sier noe annet enn rapporten.`);
  const knownAt = report.query.knownAt ?? report.stamp.ledger.position;
  const withDetail = report.lines.some(({ detail }) => detail !== null);
  const { again, erased } = await withLedger(context.io, async ({ ledger }) => ({ again: await ledger.complianceReport({ ...report.query, knownAt }, { withDetail }), erased: await ledger.erasedSince(knownAt) }));
  const differences = compareReports(report, again.report);
  if (differences.length > 0) context.exitCode = exitCodes.found;
  if (json) return printJson(context, { sha256, differences, erasedSince: erased.map(({ seq, erasedAt, pathwayIds }) => ({ seq, erasedAt, pathwayIds })) });
  const since = erased.length === 0 ? [] : [erasedTold(erased)];
  if (differences.length === 0) return context.io.out([`Rapporten er regnet om igjen av journalen: alle ${counted(report.lines.length, 'linje', 'linjer')} er like. SHA-256 ${sha256}`, ...since].join('\n'));
  const lines = differences.map(({ part, at, was, is }) => `  ${parts[part]}${at === '' ? '' : ` (${at})`}: ${was ?? 'fantes ikke'} → ${is ?? 'finnes ikke'}`);
  context.io.out([`Rapporten er regnet om igjen: ${counted(differences.length, 'forskjell', 'forskjeller')}.`, ...lines, ...since].join('\n'));
}

/** An erasure keeps every date and outcome (docs/decisions/0003), so it explains no difference; it is said, so that nobody need wonder. */
const erasedTold = (erased: readonly ErasureEntry[]): string =>
  `Etter rapporten er ${counted(erased.length, 'pasient', 'pasienter')} slettet, sist ${osloDateOf(Date.parse(erased.at(-1)!.erasedAt))}. Datoer og utfall blir stående ved sletting, så tallene skal være de samme.`;

const isWorkbook = (file: string): boolean => extname(file).toLowerCase() === '.xlsx';

async function reportIn(file: string): Promise<{ readonly report: Report; readonly sha256: string }> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new Failure(exitCodes.wrongUse, 'file', `${file} kan ikke leses: ${(error as Error).message}`, { cause: error });
  });
  const read = parsed(isWorkbook(file) ? await jsonInWorkbook(file) : bytes.toString('utf8'));
  if (read?.report?.format !== 'forlop-compliance-1' || typeof read.sha256 !== 'string') throw new Failure(exitCodes.wrongUse, 'not-a-report', `${file} er ikke en fristrapport fra Forløp.`);
  if (read.report.suppressed !== 'none') throw new Failure(exitCodes.wrongUse, 'hidden-numbers', `${file} er en rapport der små tall er skjult. Kontroller den fulle rapporten.`);
  return read as { report: Report; sha256: string };
}

function parsed(text: string): { report?: Partial<Report>; sha256?: unknown } | null {
  try {
    return JSON.parse(text) as { report?: Partial<Report>; sha256?: unknown } | null;
  } catch {
    return null;
  }
}

import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { keyOf, openExtract, readMapping, Spill, type Bucket, type OpenExtract, type Plan } from '@forlop/extract';
import type { LoadedRules } from '@forlop/definitions';
import type { Ledger } from '@forlop/ledger';
import type { Context } from '../context.js';
import { exitCodes } from '../exit-codes.js';
import { wrongUse } from '../failure.js';
import { fileSha256, keptRun, sha256 } from '../history-runs/kept-run.js';
import { withLedger } from '../ledger-access.js';
import { shippedRules } from '../shipped-rules.js';
import { takeParts } from './parts.js';
import { lineContext, organisationsBy, planned, type Reading } from './reading.js';
import { Report } from './report.js';
import { takePart, type TakeIn } from './take-part.js';
import type { PartResult } from './tally.js';

/** Options of `forlop import-extract`. */
export interface ImportExtractOptions {
  readonly mapping: string;
  readonly check?: true;
  readonly report?: string;
  readonly workers: string;
  readonly json?: true;
}

/** A part of an extract is about so large: what one thread has in memory, some ten times over. */
const partBytes = 4_000_000;
/** So many parts for each thread at least, so that none is without work long before the others are done. */
const partsForThread = 8;
/** So many parts at most, each a file that is open while lines are sorted. */
const mostParts = 512;
/** Smaller extracts are not worth starting threads for. */
const threadsFromBytes = 500_000;
/** How often progress is told, in lines. */
const tellEvery = 250_000;

/** Takes an extract in as history: sorts its lines by referral, and takes in a part at a time. */
export async function runImportExtract(file: string, options: ImportExtractOptions, context: Context): Promise<void> {
  const rules = shippedRules();
  const threads = threadsIn(options);
  const text = await readable(options.mapping, () => readFile(options.mapping, 'utf8'));
  const mapping = readMapping(text, options.mapping, rules);
  const { size } = await readable(file, () => stat(file));
  const extract = await readable(file, () => openExtract(file, mapping));
  const reading: Reading = { mapping: { text, name: options.mapping }, header: extract.header, context: lineContext(context.io.env) };
  const { plan, findings } = planned(reading, rules);
  const report = await Report.open(file, options, context.io);
  try {
    for (const finding of findings) await report.take(finding);
    if (plan !== null) await takeOrCheck(file, { size, extract, plan, reading, rules, threads, report, check: options.check === true }, context);
  } finally {
    await report.close();
  }
  if (report.foundAny) context.exitCode = exitCodes.found;
  report.tell(options.check === true);
}

function threadsIn({ workers }: ImportExtractOptions): number {
  const threads = Number(workers);
  if (!Number.isInteger(threads) || threads < 1 || threads > 64) throw wrongUse('bad-workers', '--workers må være et helt tall fra 1 til 64.');
  return threads;
}

/** What the file system refuses, as the user's to mend. */
async function readable<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'syscall' in error) throw wrongUse('unreadable-file', `Filen ${file} kan ikke leses: ${(error as unknown as Error).message}`);
    throw error;
  }
}

interface Job {
  readonly size: number;
  readonly extract: OpenExtract;
  readonly plan: Plan;
  readonly reading: Reading;
  readonly rules: LoadedRules;
  readonly threads: number;
  readonly report: Report;
  readonly check: boolean;
}

/** What is taken in is kept in the ledger with who did it, from its beginning to its end. */
async function takeOrCheck(file: string, job: Job, context: Context): Promise<void> {
  if (job.check) return takeAll(job, context, null);
  await withLedger(context.io, async ({ ledger }) => {
    const { system } = job.plan.mapping;
    const extract = { system, fileNameSha256: sha256(basename(file)), fileSha256: await fileSha256(file), mappingSha256: sha256(job.reading.mapping.text) };
    await keptRun(ledger, { kind: 'import', extract }, context.io, () => job.report.soFar, () => takeAll(job, context, ledger));
  });
}

async function takeAll(job: Job, context: Context, ledger: Ledger | null): Promise<void> {
  const isLarge = job.size >= threadsFromBytes;
  const threads = isLarge ? job.threads : 1;
  const spill = await Spill.open(Math.min(mostParts, Math.max(threads > 1 ? threads * partsForThread : 1, Math.ceil(job.size / partBytes))));
  try {
    const buckets = await sorted(job, spill, context);
    let left = buckets.length;
    const done = async (result: PartResult): Promise<void> => {
      job.report.count(result);
      for (const finding of result.findings) await job.report.take(finding);
      left -= 1;
      if (isLarge) context.io.note(`  ${buckets.length - left} av ${buckets.length} deler er ${job.check ? 'lest' : 'tatt inn'}`);
    };
    if (threads > 1) await takeParts(buckets, threads, { reading: job.reading, env: ledger === null ? null : environment(context) }, done);
    else await takeHere(buckets, { plan: job.plan, context: job.reading.context, organisations: ledger === null ? null : await organisationsBy(job.plan.mapping, ledger), ledger }, done);
  } finally {
    await spill.remove();
  }
}

/** What can be sent to a thread. */
const environment = ({ io }: Context): NodeJS.ProcessEnv => ({ ...io.env });

async function takeHere(buckets: readonly Bucket[], take: TakeIn, done: (result: PartResult) => Promise<void>): Promise<void> {
  for (const bucket of buckets) await done(await takePart(bucket, take));
}

/** Every line that names its referral, in the part that the referral belongs to. */
async function sorted({ extract, plan, report }: Job, spill: Spill, context: Context): Promise<Bucket[]> {
  let lines = 0;
  for await (const rows of extract.batches) {
    for (const row of rows) {
      const named = keyOf(plan, row);
      if ('key' in named) await spill.put(named.key, row);
      else await report.refuseLine(named.finding);
      lines += 1;
      if (lines % tellEvery === 0) context.io.note(`  ${lines} linjer er lest`);
    }
  }
  return spill.buckets();
}

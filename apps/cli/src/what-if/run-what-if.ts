import { isOsloDate, type OsloDate } from '@forlop/calendar';
import type { CountedQuery, Ledger } from '@forlop/ledger';
import { EVERYTHING_KNOWN } from '@forlop/pathway';
import { explainBoth, runWhatIf, type RulesChange, type WhatIfResult } from '@forlop/what-if';
import { printJson, type Context } from '../context.js';
import { exitCodes } from '../exit-codes.js';
import { Failure, wrongUse } from '../failure.js';
import { withLedger } from '../ledger-access.js';
import { progressTo } from './progress.js';
import { readChange, type ChangeOptions } from './read-change.js';
import { explained, shown } from './show.js';
import { unitsNamed } from './units.js';

/** Options of `forlop what-if`. */
export interface WhatIfOptions extends ChangeOptions {
  readonly at?: string;
  readonly knownAt?: string;
  readonly receivedFrom?: string;
  readonly receivedTo?: string;
  readonly unit: readonly string[];
  readonly explain?: string;
  readonly threads?: string;
  readonly json?: true;
}

/** Asks what another rule would have meant, and shows it. @throws Failure, PatchError, DefinitionError. */
export async function runWhatIfCommand(options: WhatIfOptions, context: Context): Promise<void> {
  const [asOf, receivedFrom, receivedTo] = [day('--at', options.at), day('--received-from', options.receivedFrom), day('--received-to', options.receivedTo)];
  const [knownAt, threads] = [wholeNumber('--known-at', options.knownAt), wholeNumber('--threads', options.threads)];
  await withLedger(context.io, async ({ ledger, rules }) => {
    const { change, title } = await readChange(options, rules, context.io);
    if (options.explain !== undefined) return explainOne(ledger, change, options, { asOf, knownAt }, context);
    const organisations = await ledger.organisations();
    const organisationIds = unitsNamed(options.unit, organisations);
    const query: CountedQuery = { ...(organisationIds && { organisationIds }), ...(receivedFrom && { receivedFrom }), ...(receivedTo && { receivedTo }) };
    const extent = await ledger.countedExtent(query);
    const known = knownAt ?? extent.position;
    const cohort = { receivedFrom: receivedFrom ?? null, receivedTo: receivedTo ?? null, organisationIds: organisationIds ?? null };
    const result = await stoppable(context, (signal) =>
      runWhatIf(ledger.countedFacts({ ...query, knownAt: known }), { change, title, asOf: asOf ?? extent.today, knownAt: known, cohort }, { ...(threads !== undefined && { threads }), signal, onProgress: progressTo(context.io, extent.pathways) }));
    if (result.pathways.unreadable > 0) context.exitCode = exitCodes.found;
    if (options.json) printJson(context, result);
    else context.io.out(shown(result, rules, organisations));
  });
}

/** Every clock of one pathway whose dates or outcome are others under the changed rules, explained both ways. */
async function explainOne(ledger: Ledger, change: RulesChange, { explain: pathwayId, json }: WhatIfOptions, { asOf, knownAt }: { readonly asOf: OsloDate | undefined; readonly knownAt: number | undefined }, context: Context): Promise<void> {
  const input = await ledger.kernelInput(pathwayId!, { ...(asOf && { asOf }), ...(knownAt !== undefined && { knownAt }) });
  const { flips } = await changedClocks(pathwayId!, input, change);
  const clocks = flips.listed.map(({ key }) => ({ key, ...explainBoth(change, input, key) }));
  if (json) return printJson(context, { pathwayId, asOf: input.asOf, clocks });
  context.io.out([`Forløp ${pathwayId} per ${input.asOf}:`, ...(clocks.length === 0 ? ['Ingen klokke får et annet utfall.'] : clocks.flatMap(({ key, ...both }) => explained(key, both)))].join('\n'));
}

async function changedClocks(id: string, { events, birthDate, asOf, knownAt }: Awaited<ReturnType<Ledger['kernelInput']>>, change: RulesChange): Promise<WhatIfResult> {
  const facts = events.filter(({ kind }) => kind !== 'observation').map((e) => [e.id, e.position, e.type, e.occurredOn, e.data, e.corrects ?? null, e.retracts ?? null]);
  const page = [{ id, organisationId: '', birthDate, events: JSON.stringify(facts) }];
  const pages = async function* () {
    yield page;
  };
  const result = await runWhatIf(pages(), { change, title: null, asOf, knownAt, cohort: { receivedFrom: null, receivedTo: null, organisationIds: null } }, { threads: 0 });
  if (result.pathways.unreadable > 0) throw new Failure(exitCodes.found, 'unreadable', 'Forløpet kan ikke leses. «npx forlop verify» sier hvorfor.');
  return result;
}

/** Ctrl-C ends the work, the threads with it, and says so. */
async function stoppable<T>({ io }: Context, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stopping = new AbortController();
  const forget = io.onInterrupt?.(() => stopping.abort(new Failure(exitCodes.interrupted, 'interrupted', 'Avbrutt. Ingenting er lagret.')));
  try {
    return await work(stopping.signal);
  } finally {
    forget?.();
  }
}

function day(option: string, text: string | undefined): OsloDate | undefined {
  if (text === undefined || isOsloDate(text)) return text;
  throw wrongUse('bad-date', `${option} må være en dato på formen ÅÅÅÅ-MM-DD, ikke «${text}».`);
}

const mostThreads = 64;

function wholeNumber(option: '--known-at' | '--threads', text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const most = option === '--threads' ? mostThreads : EVERYTHING_KNOWN;
  if (/^\d{1,15}$/.test(text) && Number(text) <= most) return Number(text);
  throw wrongUse('bad-number', `${option} må være et helt tall${option === '--threads' ? ` fra 0 til ${mostThreads}` : ''}, ikke «${text}».`);
}

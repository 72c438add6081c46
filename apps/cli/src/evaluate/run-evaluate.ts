import { readFile } from 'node:fs/promises';
import { osloDate, type OsloDate } from '@forlop/calendar';
import type { LoadedRules } from '@forlop/definitions';
import { engineEvents, evaluate, explain, EVERYTHING_KNOWN, type LedgerEvent, type PathwayInput, type Regime } from '@forlop/pathway';
import { calendarNamed, definitionNamed, parametersOf } from '@forlop/simulator';
import { printJson, type Context } from '../context.js';
import { exitCodes } from '../exit-codes.js';
import { wrongUse } from '../failure.js';
import { shippedRules } from '../shipped-rules.js';
import { parametersFrom } from './named.js';
import { readEvents, type LineError } from './read-events.js';
import { evaluationLines, explanationLines } from './show.js';

/** Options of `forlop evaluate`, as typed. */
export interface EvaluateOptions {
  readonly definition: string;
  readonly events: string;
  readonly at: string;
  readonly knownAt?: string;
  readonly birthDate?: string;
  readonly parameter: readonly string[];
  readonly calendar?: string;
  readonly explain?: string;
  readonly json?: true;
}

/** Evaluates events by the kernel alone and prints what it says. */
export async function runEvaluate(options: EvaluateOptions, context: Context): Promise<void> {
  const rules = shippedRules();
  const definition = definitionNamed(rules, options.definition);
  const asOf = osloDate(options.at);
  const birthDate = options.birthDate === undefined ? null : osloDate(options.birthDate);
  const regime: Regime = {
    definition: { id: definition.id, version: definition.version },
    calendar: options.calendar === undefined ? definition.calendar : calendarNamed(options.calendar),
    parameters: parametersOf(definition, parametersFrom(options.parameter, definition)),
  };
  const compiled = rules.definition(definition.id, definition.version);
  const { events, errors } = readEvents(await textOf(options.events, context), { definition: compiled, birthDate });
  if (errors.length > 0) return refuse(errors, options, context);
  const input: PathwayInput = { rules, birthDate, events: withCreated(events, regime, asOf), asOf, knownAt: positionOf(options.knownAt) };
  show(input, options, rules, context);
}

function show(input: PathwayInput, options: EvaluateOptions, rules: LoadedRules, context: Context): void {
  const evaluation = evaluate(input);
  const explanation = options.explain === undefined ? undefined : explain(input, options.explain);
  if (explanation === null) {
    const known = evaluation.clocks.map(({ key }) => key).join(', ') || 'ingen';
    throw wrongUse('unknown-clock', `Pasienten har ikke klokken «${options.explain}». Klokker: ${known}.`);
  }
  const { id, version } = evaluation.regime.definition;
  const { source } = rules.definition(id, version);
  if (options.json) printJson(context, explanation === undefined ? evaluation : { evaluation, explanation });
  else context.io.out((explanation === undefined ? evaluationLines(evaluation, source, input.events) : explanationLines(explanation)).join('\n'));
}

function refuse(errors: readonly LineError[], { events, json }: EvaluateOptions, context: Context): void {
  context.exitCode = exitCodes.found;
  if (json) return printJson(context, { error: { code: 'bad-lines', message: 'Noen linjer kan ikke brukes, og ingenting er regnet ut.', lines: errors } });
  const lines = errors.map(({ line, path, sentence }) => `  linje ${line}${path === '' ? '' : ` ${path}`}: ${sentence}`);
  context.io.note([`Hendelsene i ${events} kan ikke brukes, og ingenting er regnet ut:`, ...lines].join('\n'));
}

async function textOf(file: string, { io }: Context): Promise<string> {
  if (file === '-') {
    let text = '';
    for await (const piece of io.input()) text += piece;
    return text;
  }
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw wrongUse('unreadable-file', `Filen ${file} kan ikke leses: ${(error as Error).message}`);
  }
}

/** Before all others when it is not there: the pathway begins on the day of the first thing that happened. */
function withCreated(events: readonly LedgerEvent[], regime: Regime, asOf: OsloDate): readonly LedgerEvent[] {
  if (events.some(({ type }) => type === engineEvents.created)) return events;
  const [first] = [...events.map(({ occurredOn }) => occurredOn), asOf].sort();
  const created: LedgerEvent = {
    id: engineEvents.created,
    position: 0,
    kind: 'fact',
    type: engineEvents.created,
    occurredOn: first!,
    recordedAt: events[0]?.recordedAt ?? `${asOf}T00:00:00Z`,
    data: { definition: { ...regime.definition }, calendar: { ...regime.calendar }, parameters: { ...regime.parameters } },
  };
  return [created, ...events];
}

function positionOf(text: string | undefined): number {
  if (text === undefined) return EVERYTHING_KNOWN;
  if (!/^\d{1,15}$/.test(text)) throw wrongUse('bad-position', `--known-at må være en posisjon (et helt tall), ikke «${text}».`);
  return Number(text);
}

import { readFile } from 'node:fs/promises';
import { osloDate, type OsloDate } from '@forlop/calendar';
import type { Definition } from '@forlop/pathway';
import { loadScenario, type Scenario } from '@forlop/simulator';
import { printJson, type Context } from '../context.js';
import { exitCodes } from '../exit-codes.js';
import { wrongUse } from '../failure.js';
import { columns, counted, section } from '../layout.js';
import { shippedRules } from '../shipped-rules.js';
import { judgeExpectations, judgeRefusals, type Verdict } from './expectations.js';
import { rehearse, type Rehearsed } from './rehearsal.js';
import { setStage } from './stage.js';
import { timelineOf, type TimelineItem } from './timeline.js';

/** Options of `forlop rehearse`, as typed. */
export interface RehearseOptions {
  readonly scenario: string;
  readonly definition?: string;
  readonly until?: string;
  readonly json?: true;
}

/** Plays a scenario on servers of its own and prints its timeline; exit code 1 when an expectation did not hold. */
export async function runRehearse(options: RehearseOptions, context: Context): Promise<void> {
  const rules = shippedRules();
  const until: OsloDate | undefined = options.until === undefined ? undefined : osloDate(options.until);
  const scenario = loadScenario(await textOf(options.scenario), options.scenario, rules, { definition: options.definition, until });
  const stage = await setStage(context.io.env);
  let rehearsed: Rehearsed;
  try {
    rehearsed = await rehearse(scenario, rules, stage);
  } finally {
    await stage.strike();
  }
  const verdicts = [...judgeRefusals(rehearsed.played), ...judgeExpectations(scenario.expect, rehearsed.input)];
  if (verdicts.some(({ held }) => !held)) context.exitCode = exitCodes.found;
  const { id, version } = scenario.regime.definition;
  const definition = rules.definition(id, version).source;
  const timeline = timelineOf(rehearsed, definition, scenario.until);
  if (options.json) printJson(context, { title: scenario.title, regime: scenario.regime, timeline, verdicts, ...numbersOf(rehearsed) });
  else context.io.out(textLines(scenario, definition, timeline, verdicts, rehearsed).join('\n'));
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw wrongUse('unreadable-file', `Scenariet ${file} kan ikke leses: ${(error as Error).message}`);
  }
}

function numbersOf({ seconds, history, view }: Rehearsed) {
  return { seconds: Number(seconds.toFixed(2)), ledgerEvents: view.timeline.length, temporalEvents: history.events, temporalRuns: history.runs };
}

function textLines(scenario: Scenario, definition: Definition, timeline: readonly TimelineItem[], verdicts: readonly Verdict[], rehearsed: Rehearsed): string[] {
  const { seconds, ledgerEvents, temporalEvents } = numbersOf(rehearsed);
  return [
    scenario.title,
    ...(scenario.description === null ? [] : [scenario.description.trim()]),
    `${definition.title.nb} (${definition.id} ${definition.version}), ${scenario.referral.mottattdato} til ${scenario.until}`,
    '',
    ...columns(timeline.map(({ day, mark, text, rule }) => [day, mark, `${text}${rule === null ? '' : ` [${rule}]`}`])),
    ...section('Forventninger', verdicts.map(({ held, sentence }) => `  ${held ? 'holdt   ' : 'HOLDT IKKE'}  ${sentence}`)),
    '',
    `Spilt på ${seconds.toLocaleString('nb-NO')} s: ${counted(ledgerEvents, 'hendelse', 'hendelser')} i journalen, ${temporalEvents} i Temporal for forløpet.`,
  ];
}

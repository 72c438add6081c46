import { osloTimeOf, type OsloDate } from '@forlop/calendar';
import { checkEvent, decide, engineEvents, EVERYTHING_KNOWN, type Json, type LedgerEvent, type PathwayInput } from '@forlop/pathway';
import type { LoadedRules } from '@forlop/definitions';
import type { Step, Story } from '../src/index.js';

/** A story's events as the kernel would have them, and what it would not have. */
export interface KernelPlay {
  readonly input: PathwayInput;
  readonly refusals: readonly string[];
}

/** Plays a story through the kernel alone, as the ledger does with a database: `decide` for commands, `checkEvent` for facts. */
export function playInKernel(story: Story, rules: LoadedRules, today: OsloDate): KernelPlay {
  const definition = rules.latestDefinition(definitionOf(story));
  const compiled = rules.definition(definition.id, definition.version);
  const birthDate = story.arrival.as === 'referral' ? (story.arrival.referral.patient.birthDate ?? null) : null;
  const events: LedgerEvent[] = [];
  const ids = new Map<string, string>();
  const refusals: string[] = [];
  const add = (type: string, kind: LedgerEvent['kind'], occurredOn: OsloDate, recordedOn: OsloDate, data: LedgerEvent['data'], corrects?: string) => {
    const position = events.length + 1;
    const id = `e${String(position).padStart(4, '0')}`;
    events.push({ id, position, kind, type, occurredOn, recordedAt: noonOf(recordedOn), data, ...(corrects !== undefined && { corrects }) });
    return id;
  };
  const input = (asOf: OsloDate): PathwayInput => ({ rules, birthDate, events, asOf, knownAt: EVERYTHING_KNOWN });
  const parameters = Object.fromEntries(Object.entries(definition.parameters).map(([name, spec]) => [name, spec.default]));
  add(engineEvents.created, 'fact', story.recordedOn, story.recordedOn, { definition: { id: definition.id, version: definition.version }, calendar: { ...definition.calendar }, parameters });
  const [type, data] = arrivalOf(story);
  add(type, 'fact', story.recordedOn, story.recordedOn, data);
  for (const step of story.steps) playStep(step);
  return { input: input(today), refusals };

  function playStep({ id, on, recordedOn, act }: Step): void {
    if (act.do === 'command') {
      const decision = decide(input(recordedOn), { command: act.command, occurredOn: on, data: act.data, hasText: act.text !== undefined });
      if (decision.ok) ids.set(id, add(decision.event.type, 'decision', on, recordedOn, decision.event.data));
      else refusals.push(`${story.id} (${story.about}) ${on} ${act.command}: ${decision.refusal?.code ?? decision.errors.map((e) => `${e.path} ${e.sentence}`).join(' ')}`);
    } else if (act.do === 'retract') {
      const position = events.length + 1;
      const retracts = ids.get(act.retracts) ?? 'e0002';
      const { type } = events.find((event) => event.id === retracts)!;
      events.push({ id: `e${position}`, position, kind: 'fact', type, occurredOn: on, recordedAt: noonOf(recordedOn), data: {}, retracts });
    } else if (act.do === 'discard') {
      add('karanteneLost', 'decision', on, recordedOn, { utfall: 'ikke-henvisning' });
    } else if (act.do === 'fact') {
      const errors = checkEvent(compiled, { type: act.type, occurredOn: on, data: act.data, hasText: act.text !== undefined }, { today: recordedOn, birthDate });
      const corrected = act.corrects === undefined ? undefined : ids.get(act.corrects);
      // A correction's text is why it is corrected: any event may have one.
      if (errors.every(({ code }) => code === 'text-not-allowed' && corrected !== undefined)) ids.set(id, add(act.type, 'fact', on, recordedOn, act.data, corrected));
      else refusals.push(`${story.id} (${story.about}) ${on} ${act.type}: ${errors.map((e) => `${e.path} ${e.sentence}`).join(' ')}`);
    }
  }
}

function definitionOf({ arrival }: Story): string {
  return (arrival.as === 'referral' ? arrival.referral.definition : arrival.refused.definition)!;
}

function arrivalOf({ arrival }: Story): [string, Record<string, Json>] {
  if (arrival.as === 'quarantine') return ['henvisningIKarantene', { arsak: 'annet' }];
  const { grounds, functionLossPercent, severity, testsDone, priority, definition } = arrival.referral;
  if (definition !== 'langvarig-utmattelse') return ['henvisningMottatt', { henvisningstype: 'ny' }];
  const data = { henvisningstype: 'ny', hastegrad: priority, grunn: grounds, funksjonstap: functionLossPercent, alvorlighetsgrad: severity, prover: testsDone };
  return ['henvisningMottatt', JSON.parse(JSON.stringify(data)) as Record<string, Json>];
}

const noonOf = (day: OsloDate): string => new Date(osloTimeOf(day, '12:00')).toISOString();

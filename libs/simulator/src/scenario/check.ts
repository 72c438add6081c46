import { checkEvent, type CompiledDefinition, type DataError, type Definition, type Rules } from '@forlop/pathway';
import type { PlacedProblem } from './problems.js';
import { REFERRAL_STEP, type Act, type Expectation, type Scenario, type Step } from './scenario.js';
import { idOf, type ScenarioFile } from './schema.js';

type Path = readonly PropertyKey[];

/**
 * What a scenario asks that its definition does not have, or that cannot be: unknown events, commands, fields and clocks,
 * dates before birth or after their own registration, corrections of what is not there.
 */
export function checkScenario(scenario: Scenario, file: ScenarioFile, rules: Rules): PlacedProblem[] {
  const ids = [REFERRAL_STEP, ...file.events.map(idOf)];
  const twice = ids.findIndex((id, i) => ids.indexOf(id) !== i);
  const paths = new Map(file.events.map((event, i): [string, Path] => [idOf(event, i), ['events', i]]));
  return [
    ...(twice > 0 ? [{ path: ['events', twice - 1, 'id'], sentence: `Id-en «${ids[twice]}» er brukt to ganger.` }] : []),
    ...(scenario.until < scenario.recordedOn ? [{ path: ['until'], sentence: `Scenariet slutter ${scenario.until}, før det begynner.` }] : []),
    ...(scenario.recordedOn < file.start ? [{ path: ['referral', 'recordedOn'], sentence: 'Henvisningen kan ikke registreres før den er mottatt.' }] : []),
    ...scenario.steps.flatMap((step) => checkStep(step, paths.get(step.id)!, scenario, definitionFor(step, scenario, rules))),
    ...scenario.expect.flatMap((expectation, i) => checkExpectation(expectation, ['expect', i], scenario, definitionFor(null, scenario, rules).source)),
  ];
}

/** The definition that the pathway is on when a step is played; at the end when `step` is null. */
function definitionFor(step: Step | null, { regime, steps }: Scenario, rules: Rules): CompiledDefinition {
  const before = step === null ? steps : steps.slice(0, steps.indexOf(step));
  const moved = before.flatMap(({ act }) => (act.do === 'move' && act.definition !== undefined ? [act.definition] : [])).at(-1);
  const { id, version } = moved ?? regime.definition;
  return rules.definition(id, version);
}

function checkStep(step: Step, path: Path, scenario: Scenario, compiled: CompiledDefinition): PlacedProblem[] {
  const { recordedOn, until } = scenario;
  return [
    ...(step.recordedOn < step.on ? [{ path: [...path, 'recordedOn'], sentence: `${step.recordedOn} er før ${step.on}: det som ikke har hendt ennå, kan ikke registreres.` }] : []),
    ...(step.recordedOn < recordedOn ? [{ path: [...path, 'on'], sentence: `${step.recordedOn} er før henvisningen er registrert (${recordedOn}). Bruk recordedOn for det som registreres i ettertid.` }] : []),
    ...(step.recordedOn > until ? [{ path: [...path, 'on'], sentence: `${step.recordedOn} er etter at scenariet slutter (${until}).` }] : []),
    ...checkAct(step, path, scenario, compiled),
  ];
}

function checkAct({ act, on, recordedOn, id }: Step, path: Path, scenario: Scenario, compiled: CompiledDefinition): PlacedProblem[] {
  const { source } = compiled;
  const birthDate = scenario.referral.patient.birthDate ?? null;
  const dataProblems = (errors: readonly DataError[]) => errors.map((error) => ({ path: [...path, ...partsOf(error.path)], sentence: error.sentence }));
  const hasText = 'text' in act && act.text !== undefined;
  switch (act.do) {
    case 'fact':
      return [
        ...dataProblems(checkEvent(compiled, { type: act.type, occurredOn: on, data: act.data, hasText }, { today: recordedOn, birthDate })),
        ...(act.corrects === undefined ? [] : checkEarlier(act.corrects, id, [...path, 'corrects'], scenario)),
      ];
    case 'command':
      return checkCommand(act, [...path, 'type'], source);
    case 'retract':
      return checkEarlier(act.retracts, id, [...path, 'retracts'], scenario);
    case 'confirm':
      return among(source.duties.map((duty) => duty.id), act.duty, [...path, 'duty'], 'plikten');
    case 'move':
    case 'discard':
      return [];
  }
}

/** A command that is meant to be refused need not exist, and its data are for the ledger to judge. */
function checkCommand({ command, refused }: Act & { readonly do: 'command' }, path: Path, { commands }: Definition): PlacedProblem[] {
  return refused === undefined ? among(commands.map(({ id }) => id), command, path, 'kommandoen') : [];
}

/** What is corrected must have been recorded before. */
function checkEarlier(wanted: string, id: string, path: Path, { steps }: Scenario): PlacedProblem[] {
  if (wanted === REFERRAL_STEP) return [];
  const [target, self] = [wanted, id].map((name) => steps.findIndex((step) => step.id === name)) as [number, number];
  if (target >= 0 && target < self) return [];
  return [{ path, sentence: target < 0 ? `Hendelsen «${wanted}» finnes ikke.` : `Hendelsen «${wanted}» er ikke registrert ennå på dette tidspunktet.` }];
}

function checkExpectation(expectation: Expectation, path: Path, { until, recordedOn }: Scenario, { clocks, steps, duties }: Definition): PlacedProblem[] {
  const outside = expectation.on > until || expectation.on < recordedOn;
  return [
    ...(outside ? [{ path: [...path, 'on'], sentence: `${expectation.on} er utenfor det som spilles (${recordedOn} til ${until}).` }] : []),
    ...('clock' in expectation ? among(clocks.map(({ id }) => id), expectation.clock.split('#')[0]!, [...path, 'clock'], 'klokken') : []),
    ...('step' in expectation ? among(steps.map(({ id }) => id), expectation.step, [...path, 'step'], 'steget') : []),
    ...('duty' in expectation ? among(duties.map(({ id }) => id), expectation.duty, [...path, 'duty'], 'plikten') : []),
    ...('told' in expectation ? among(duties.map(({ id }) => id), expectation.told, [...path, 'told'], 'plikten') : []),
  ];
}

function among(known: readonly string[], wanted: string, path: Path, what: string): PlacedProblem[] {
  if (known.includes(wanted)) return [];
  return [{ path, sentence: `Definisjonen har ikke ${what} «${wanted}». Kjente: ${known.join(', ')}.` }];
}

/** The kernel's JSON pointers as parts of the scenario's path; `occurredOn` is called `on` here. */
function partsOf(pointer: string): PropertyKey[] {
  return pointer.split('/').slice(1).map((part) => (part === 'occurredOn' ? 'on' : /^\d+$/.test(part) ? Number(part) : part));
}

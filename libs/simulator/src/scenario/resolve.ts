import { calendarById, type OsloDate } from '@forlop/calendar';
import { syntheticFodselsnummer, systems, type Referral } from '@forlop/contracts';
import type { LoadedRules } from '@forlop/definitions';
import type { Definition, Regime } from '@forlop/pathway';
import { calendarNamed, definitionNamed, parameterFault, parametersOf } from '../regime.js';
import { checkScenario } from './check.js';
import { ScenarioError, type PlacedProblem } from './problems.js';
import { readScenario } from './read.js';
import { REFERRAL_STEP, type Act, type Expectation, type Scenario, type Step } from './scenario.js';
import { idOf, type ScenarioEvent, type ScenarioExpectation, type ScenarioFile } from './schema.js';
import { Dates, WhenError, type When } from './when.js';

/** What the command line says instead of the file. */
export interface ScenarioOverrides {
  /** `id[@version]`. */
  readonly definition?: string | undefined;
  readonly until?: OsloDate | undefined;
}

/**
 * A scenario from its file's text: read, its times worked out, and everything in it checked against its definition before
 * anything is played.
 * @throws ScenarioError with all that is wrong, each with its path and line.
 */
export function loadScenario(text: string, name: string, rules: LoadedRules, overrides: ScenarioOverrides = {}): Scenario {
  const { file, place } = readScenario(text, name);
  const resolver = new Resolver(file, rules, overrides);
  const scenario = resolver.resolve();
  if (resolver.problems.length > 0 || scenario === undefined) throw new ScenarioError(name, place(resolver.problems));
  return scenario;
}

/** Works out one file, and collects what is wrong with it. */
class Resolver {
  readonly problems: PlacedProblem[] = [];

  constructor(
    private readonly file: ScenarioFile,
    private readonly rules: LoadedRules,
    private readonly overrides: ScenarioOverrides,
  ) {}

  /** Undefined when what all the rest depends on is wrong. */
  resolve(): Scenario | undefined {
    const definition = this.definition();
    const calendar = this.attempt(['calendar'], () => (this.file.calendar === undefined ? definition?.calendar : calendarNamed(this.file.calendar)));
    if (definition === undefined || calendar === undefined) return undefined;
    const regime: Regime = { definition: { id: definition.id, version: definition.version }, calendar, parameters: parametersOf(definition, this.file.parameters) };
    this.checkParameters(definition);
    const dates = new Dates(this.file.start, calendarById(calendar.id, calendar.version), whensById(this.file));
    const scenario: Scenario = {
      title: this.file.title,
      description: this.file.description ?? null,
      regime,
      referral: referralOf(this.file, definition.id),
      recordedOn: this.day(dates, ['referral', 'recordedOn'], this.file.referral.recordedOn) ?? this.file.start,
      steps: inOrder(this.file.events.flatMap((event, i) => this.step(event, i, dates) ?? [])),
      until: this.overrides.until ?? this.day(dates, ['until'], this.file.until) ?? this.file.start,
      expect: this.file.expect.flatMap((expectation, i) => this.expectation(expectation, i, dates) ?? []),
    };
    if (this.problems.length === 0) this.problems.push(...checkScenario(scenario, this.file, this.rules));
    return scenario;
  }

  private definition(): Definition | undefined {
    const named = this.overrides.definition ?? this.file.definition;
    if (named !== undefined) return this.attempt(['definition'], () => definitionNamed(this.rules, named));
    this.problems.push({ path: ['definition'], sentence: 'Scenariet sier ikke hvilket forløp det gjelder. Skriv det i feltet, eller bruk --definition.' });
    return undefined;
  }

  private checkParameters(definition: Definition): void {
    for (const [name, value] of Object.entries(this.file.parameters)) {
      const fault = parameterFault(definition, name, value);
      if (fault !== undefined) this.problems.push({ path: ['parameters', name], sentence: fault });
    }
  }

  private step(event: ScenarioEvent, i: number, dates: Dates): Step | undefined {
    const on = this.day(dates, ['events', i, 'on'], event.on);
    const recordedOn = event.recordedOn === undefined ? on : this.day(dates, ['events', i, 'recordedOn'], event.recordedOn);
    if (on === undefined || recordedOn === undefined) return undefined;
    return { id: idOf(event, i), on, recordedOn, act: this.act(event, i) };
  }

  private act(event: ScenarioEvent, i: number): Act {
    switch (event.do) {
      case 'command':
        return { do: 'command', command: event.type, data: event.data, ...(event.text !== undefined && { text: event.text }), ...(event.refused !== undefined && { refused: event.refused }) };
      case 'fact':
        return { do: 'fact', type: event.type, data: event.data, ...(event.text !== undefined && { text: event.text }), ...(event.corrects !== undefined && { corrects: event.corrects }) };
      case 'retract':
        return { do: 'retract', retracts: event.retracts, text: event.text };
      case 'confirm':
        return { do: 'confirm', duty: event.duty };
      case 'move':
        return { do: 'move', text: event.text, ...this.movedTo(event, i) };
    }
  }

  private movedTo(event: ScenarioEvent & { readonly do: 'move' }, i: number): Partial<Regime> {
    const { definition, calendar, parameters } = event;
    const moved = definition === undefined ? undefined : this.attempt(['events', i, 'definition'], () => definitionNamed(this.rules, definition));
    const counted = calendar === undefined ? undefined : this.attempt(['events', i, 'calendar'], () => calendarNamed(calendar));
    return {
      ...(moved !== undefined && { definition: { id: moved.id, version: moved.version } }),
      ...(counted !== undefined && { calendar: counted }),
      ...(parameters !== undefined && { parameters }),
    };
  }

  private expectation({ on: when, ...rest }: ScenarioExpectation, i: number, dates: Dates): Expectation | undefined {
    const on = this.day(dates, ['expect', i, 'on'], when);
    if (on === undefined) return undefined;
    if (!('clock' in rest)) return { on, ...rest };
    const due = this.day(dates, ['expect', i, 'due'], rest.due);
    return { on, clock: rest.clock, status: rest.status, ...(due !== undefined && { due }) };
  }

  private day(dates: Dates, path: readonly PropertyKey[], when: When | undefined): OsloDate | undefined {
    return when === undefined ? undefined : this.attempt(path, () => dates.of(when));
  }

  /** What `find` gives, or a problem with what it says is wrong. */
  private attempt<T>(path: readonly PropertyKey[], find: () => T): T | undefined {
    try {
      return find();
    } catch (error) {
      if (!(error instanceof WhenError) && !(error instanceof Error && ['UnknownDefinitionError', 'CalendarError'].includes(error.name))) throw error;
      this.problems.push({ path, sentence: error.message });
      return undefined;
    }
  }
}

function whensById({ start, events }: ScenarioFile): ReadonlyMap<string, When> {
  return new Map([[REFERRAL_STEP, { date: start }], ...events.map((event, i): [string, When] => [idOf(event, i), event.on])]);
}

/** By day of recording, then of occurrence; what falls together keeps the file's order. */
function inOrder(steps: readonly Step[]): Step[] {
  return [...steps].sort((a, b) => compare(a.recordedOn, b.recordedOn) || compare(a.on, b.on));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Invented names, where the scenario has none. */
const inventedNames = { kvinne: { given: 'Kari', family: 'Prøvesen' }, mann: { given: 'Ola', family: 'Prøvesen' } } as const;

function referralOf({ title, patient, start, referral }: ScenarioFile, definition: string): Referral {
  const { recordedOn: _, ...said } = referral;
  const { birthDate, sex, name, protection } = patient;
  return {
    source: { kind: 'import', system: 'urn:forlop:scenario', id: title },
    patient: {
      identifier: { system: systems.fodselsnummer, value: syntheticFodselsnummer({ birthDate, sex, serial: 0 }) },
      birthDate,
      sex,
      name: name ?? inventedNames[sex],
      ...(protection !== undefined && { protection }),
    },
    mottattdato: start,
    reasonCodes: [],
    definition,
    ...said,
  };
}

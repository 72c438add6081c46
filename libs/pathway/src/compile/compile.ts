import { addSpanToDay, birthdays, calendarById } from '@forlop/calendar';
import type { AgeMarkSpec, ClockSpec, Condition, Definition, DutySpec, RequirementSpec, Span } from '../types/definition.js';
import type { CompiledAgeMark, CompiledClock, CompiledDefinition, CompiledDuty, CompiledRequirement, Test, When } from './compiled.js';
import { compileCondition, compileWhen, type Scope } from './conditions.js';
import type { Day } from '../days.js';
import { planner } from './plans.js';
import { vocabularyOf, type Vocabulary } from './vocabulary.js';

/** The event type under which an age mark is folded and named in definitions. */
export const ageMarkType = (id: string): string => `@${id}`;

/**
 * Makes a checked definition ready to run: conditions become functions, names become numbers, and each event type gets a
 * plan of what it can touch. The definition must have passed the loader's checks.
 */
export function compile(definition: Definition): CompiledDefinition {
  const names = vocabularyOf(definition);
  const scope = scopeOf(definition, names);
  const when = (condition: Condition | undefined): When => compileWhen(condition, scope);
  const lists = [...new Set(definition.requirements.map(gatheredKey))];
  const requirements = definition.requirements.map((spec) => compileRequirement(spec, lists.indexOf(gatheredKey(spec)), when));
  const duties = definition.duties.map((spec, index) => compileDuty(spec, index, when));
  const clocks = definition.clocks.map((spec, index) => compileClock(spec, index, duties, when));
  const eventType = planner({ definition, names, requirements, clocks, duties, when: (m) => when(m.when) });
  const groups = definition.groups.map((spec) => ({ id: spec.id, when: when({ group: spec.id }), variant: spec.variant === true }));
  const ranks: [string, number][] = [
    ...Object.entries(definition.events).map(([type, spec]): [string, number] => [type, spec.rank]),
    ...Object.entries(definition.ageMarks).map(([id, spec]): [string, number] => [ageMarkType(id), spec.rank]),
  ];
  return {
    source: definition,
    defaults: Object.fromEntries(Object.entries(definition.parameters).map(([name, parameter]) => [name, parameter.default])),
    events: new Map(ranks.map(([type, rank]) => [type, eventType(type, rank)])),
    ageMarks: Object.entries(definition.ageMarks).map(([id, spec]) => compileAgeMark(id, spec, definition)),
    attributes: [...names.attributes.keys()],
    seenTypes: names.happened.size,
    ages: names.ages,
    turningAges: names.ages.flatMap((age, index) => (names.agesToday.has(age) ? [index] : [])),
    requirements,
    standingRequirements: requirements.filter((r) => r.spec.onlyAtGate !== true),
    gatheredLists: lists.length,
    clocks,
    duties,
    conditionalDuties: duties.filter((d) => d.when !== null),
    groups,
    variants: groups.filter((g) => g.variant),
    plansFor: definition.plans.map((spec) => ({ id: spec.id, when: when(spec.when) })),
    countables: definition.countables.map((c) => c.id),
    commands: definition.commands.map((spec) => ({
      spec,
      requires: (spec.requires ?? []).map((r) => when(r.that)),
      warns: (spec.warns ?? []).map((w) => when(w.if)),
    })),
    terminalSteps: new Set(definition.steps.filter((s) => s.terminal).map((s) => s.id)),
  };
}

/** A group may name any other; the loader refuses a circle and a name that is not there. */
function scopeOf({ groups }: Definition, names: Vocabulary): Scope {
  const compiled = new Map<string, Test>();
  const scope: Scope = {
    names,
    group(id) {
      const known = compiled.get(id);
      if (known !== undefined) return known;
      const spec = groups.find((g) => g.id === id);
      if (spec === undefined) throw new Error(`Unknown group ${id}: the loader checks this.`);
      const test = compileCondition(spec.when, scope);
      compiled.set(id, test);
      return test;
    },
  };
  return scope;
}

type Compile = (condition: Condition | undefined) => When;

/** Requirements with the same key gather the same codes. */
const gatheredKey = ({ gather }: RequirementSpec): string => JSON.stringify(gather);

function compileRequirement(spec: RequirementSpec, gathered: number, when: Compile): CompiledRequirement {
  const needs = spec.needs.map((need) => ({ anyOf: need.anyOf, when: when(need.when), unless: need.unless === undefined ? () => false : when(need.unless) }));
  const optional = (spec.optional ?? []).map((o) => ({ code: o.code, when: when(o.when) }));
  return {
    spec,
    id: spec.id,
    when: when(spec.when),
    gathered,
    needs,
    optional,
    allMissing: spec.needs.every((need) => need.when === undefined && need.unless === undefined) ? needs.map((need) => need.anyOf) : null,
    allOptionalMissing: optional.every((o) => o.when === null) ? optional.map((o) => o.code) : null,
    blocks: spec.gates?.gate === 'blocks',
    gathersPathway: spec.gates?.gathered === 'pathway',
  };
}

function compileDuty(spec: DutySpec, index: number, when: Compile): CompiledDuty {
  const { id, kind, to, opens, repeat, escalate, needsConfirmation, template } = spec;
  return {
    spec,
    id,
    index,
    kind,
    when: when(spec.when),
    to,
    opensAt: opens.at,
    opensAfter: opens.after ?? null,
    repeats: repeat === undefined ? [] : Array.from({ length: repeat.most }, (_, n): Span => ({ value: repeat.every.value * (n + 1), unit: repeat.every.unit })),
    escalateAfter: escalate?.after ?? null,
    escalateTo: escalate?.to ?? null,
    needsConfirmation: needsConfirmation === true,
    template: template ?? null,
    keys: [],
  };
}

function compileClock(spec: ClockSpec, index: number, duties: readonly CompiledDuty[], when: Compile): CompiledClock {
  const { id, mode, kind, status, due, warn, owner } = spec;
  const oneFrist = mode === 'once' || mode === 'supersede';
  return {
    spec,
    id,
    index,
    kind,
    ruleStatus: status,
    mode,
    lapses: spec.lapses === true,
    outlivesClosing: spec.outlivesClosing === true,
    owner,
    onlyWhen: when(spec.onlyWhen),
    lengths: due !== undefined && 'after' in due ? due.after.map((l) => ({ when: when(l.when), span: l.span })) : [],
    dueField: due !== undefined && 'field' in due ? due.field : null,
    key: mode === 'each' ? (spec.key ?? null) : null,
    owners: (spec.ownerWhen ?? []).map((o) => ({ when: when(o.when), owner: o.owner })),
    warnFromDue: warn !== undefined && 'before' in warn ? backwards(warn.before) : null,
    warnFromStart: warn !== undefined && 'after' in warn ? warn.after : null,
    atRiskDays: spec.atRisk?.horizonDays ?? null,
    patientCauses: spec.bookings?.patientCauses ?? [],
    oneFrist,
    duties: duties.filter((d) => d.spec.clock === id && mayLeaveTheHouse(d, spec)),
    expectsStartFirst: oneFrist && (kind === 'legal' || kind === 'guiding'),
    keys: [],
  };
}

/** Only in-force legal clocks lead to Helfo (BREACH-3); the loader refuses a definition that says otherwise. */
const mayLeaveTheHouse = (duty: CompiledDuty, clock: ClockSpec): boolean =>
  duty.kind !== 'notify-helfo' || (clock.kind === 'legal' && clock.status === 'in-force');

const backwards = ({ value, unit }: Span): Span => ({ value: -value, unit });

function compileAgeMark(id: string, { age, before, rank }: AgeMarkSpec, definition: Definition): CompiledAgeMark {
  const calendar = calendarById(definition.calendar.id, definition.calendar.version);
  return {
    type: ageMarkType(id),
    rank,
    dayFor(birthDate) {
      const [birthday] = birthdays(birthDate, [age]) as [Day];
      return before === undefined ? birthday : addSpanToDay(calendar, birthday, backwards(before));
    },
  };
}

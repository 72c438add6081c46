import { addSpanToDay, birthdayAt, calendarById, dayNumber } from '@forlop/calendar';
import type { AgeMarkSpec, ClockSpec, Condition, Definition, EventMatch, GroupSpec, RequirementSpec, Span } from '../types/definition.js';
import type { CompiledAgeMark, CompiledClock, CompiledDefinition, CompiledDuty, CompiledRequirement, Match, Test } from './compiled.js';
import { compileCondition, compileMatch } from './conditions.js';
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
  const scope = { names, groups: compileGroups(definition.groups, names) };
  const test = (condition: Condition | undefined): Test => compileCondition(condition, scope);
  const match = (m: EventMatch): Match => compileMatch(m, scope);
  const requirements = definition.requirements.map((spec, index) => compileRequirement(spec, index, test));
  const duties = definition.duties.map((spec, index): CompiledDuty => ({ spec, index, when: test(spec.when), keys: [] }));
  const clocks = definition.clocks.map((spec, index) => compileClock(spec, index, duties, test));
  const plan = planner({ definition, names, requirements, clocks, duties, match });
  const ranks: [string, number][] = [
    ...Object.entries(definition.events).map(([type, spec]): [string, number] => [type, spec.rank]),
    ...Object.entries(definition.ageMarks).map(([id, spec]): [string, number] => [ageMarkType(id), spec.rank]),
  ];
  return {
    source: definition,
    defaults: Object.fromEntries(Object.entries(definition.parameters).map(([name, parameter]) => [name, parameter.default])),
    plans: new Map(ranks.map(([type, rank]) => [type, plan(type, rank)])),
    ageMarks: Object.entries(definition.ageMarks).map(([id, spec]) => compileAgeMark(id, spec, definition)),
    attributes: [...names.attributes.keys()],
    seenTypes: names.happened.size,
    ages: names.ages,
    turningAges: names.ages.flatMap((age, index) => (names.agesToday.has(age) ? [index] : [])),
    requirements,
    clocks,
    duties,
    groups: definition.groups.map((spec) => ({ spec, holds: test({ group: spec.id }) })),
    plansFor: definition.plans.map((spec) => ({ spec, holds: test(spec.when) })),
    countables: definition.countables.map((c) => c.id),
    commands: definition.commands.map((spec) => ({
      spec,
      requires: (spec.requires ?? []).map((r) => test(r.that)),
      warns: (spec.warns ?? []).map((w) => test(w.if)),
    })),
    terminalSteps: new Set(definition.steps.filter((s) => s.terminal).map((s) => s.id)),
  };
}

/** A group may name any other; the loader refuses a circle. */
function compileGroups(groups: readonly GroupSpec[], names: Vocabulary): ReadonlyMap<string, Test> {
  const compiled = new Map<string, Test>();
  for (const group of groups) compiled.set(group.id, (state) => bodies.get(group.id)!(state));
  const bodies = new Map(groups.map((group) => [group.id, compileCondition(group.when, { names, groups: compiled })]));
  return compiled;
}

function compileRequirement(spec: RequirementSpec, index: number, test: (c: Condition | undefined) => Test): CompiledRequirement {
  return {
    spec,
    index,
    when: test(spec.when),
    needs: spec.needs.map((need) => ({ anyOf: need.anyOf, when: test(need.when), unless: need.unless === undefined ? () => false : test(need.unless) })),
    optional: (spec.optional ?? []).map((o) => ({ code: o.code, when: test(o.when) })),
  };
}

function compileClock(spec: ClockSpec, index: number, duties: readonly CompiledDuty[], test: (c: Condition | undefined) => Test): CompiledClock {
  const { mode, kind, due, warn } = spec;
  const oneFrist = mode === 'once' || mode === 'supersede';
  return {
    spec,
    index,
    onlyWhen: test(spec.onlyWhen),
    lengths: due !== undefined && 'after' in due ? due.after.map((l) => ({ when: test(l.when), span: l.span })) : [],
    dueField: due !== undefined && 'field' in due ? due.field : null,
    key: mode === 'each' ? (spec.key ?? null) : null,
    owners: (spec.ownerWhen ?? []).map((o) => ({ when: test(o.when), owner: o.owner })),
    warnFromDue: warn !== undefined && 'before' in warn ? backwards(warn.before) : null,
    warnFromStart: warn !== undefined && 'after' in warn ? warn.after : null,
    patientCauses: spec.bookings?.patientCauses ?? [],
    oneFrist,
    duties: duties.filter((d) => d.spec.clock === spec.id),
    expectsStartFirst: oneFrist && (kind === 'legal' || kind === 'guiding'),
    keys: [],
  };
}

const backwards = ({ value, unit }: Span): Span => ({ value: -value, unit });

function compileAgeMark(id: string, { age, before, rank }: AgeMarkSpec, definition: Definition): CompiledAgeMark {
  const calendar = calendarById(definition.calendar.id, definition.calendar.version);
  return {
    type: ageMarkType(id),
    rank,
    dayFor(birthDate) {
      const birthday = dayNumber(birthdayAt(birthDate, age));
      return before === undefined ? birthday : addSpanToDay(calendar, birthday, backwards(before));
    },
  };
}

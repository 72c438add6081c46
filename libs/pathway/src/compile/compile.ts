import { addSpan, birthdayAt, calendarById, type OsloDate } from '@forlop/calendar';
import type { AgeMarkSpec, ClockSpec, Condition, Definition, EventMatch, GroupSpec, RequirementSpec } from '../types/definition.js';
import type {
  BookingRole, ClockAction, CompiledAgeMark, CompiledClock, CompiledDefinition, CompiledDuty, CompiledRequirement, EventPlan, Match, Test,
} from './compiled.js';
import { compileCondition, compileMatch, fieldsPass } from './conditions.js';

/** The event type under which an age mark is folded and named in definitions. */
export const ageMarkType = (id: string): string => `@${id}`;

/**
 * Makes a checked definition ready to run: conditions become functions, and each event type gets a plan of what it can
 * touch. The definition must have passed the loader's checks.
 */
export function compile(definition: Definition): CompiledDefinition {
  const groups = compileGroups(definition.groups);
  const test = (condition: Condition | undefined): Test => compileCondition(condition, groups);
  const match = (m: EventMatch): Match => compileMatch(m, groups);
  const requirements = definition.requirements.map((spec, index) => compileRequirement(spec, index, test));
  const duties = definition.duties.map((spec, index): CompiledDuty => ({ spec, index, when: test(spec.when) }));
  const clocks = definition.clocks.map((spec, index) => compileClock(spec, index, duties, test));
  const plan = planner({ definition, requirements, clocks, duties, match });
  const ranks: [string, number][] = [
    ...Object.entries(definition.events).map(([type, spec]): [string, number] => [type, spec.rank]),
    ...Object.entries(definition.ageMarks).map(([id, spec]): [string, number] => [ageMarkType(id), spec.rank]),
  ];
  return {
    source: definition,
    defaults: Object.fromEntries(Object.entries(definition.parameters).map(([name, parameter]) => [name, parameter.default])),
    plans: new Map(ranks.map(([type, rank]) => [type, plan(type, rank)])),
    ageMarks: Object.entries(definition.ageMarks).map(([id, spec]) => compileAgeMark(id, spec, definition)),
    requirements,
    clocks,
    duties,
    groups: definition.groups.map((spec) => ({ spec, holds: test({ group: spec.id }) })),
    plansFor: definition.plans.map((spec) => ({ spec, holds: test(spec.when) })),
    commands: definition.commands.map((spec) => ({
      spec,
      requires: (spec.requires ?? []).map((r) => test(r.that)),
      warns: (spec.warns ?? []).map((w) => test(w.if)),
    })),
    terminalSteps: new Set(definition.steps.filter((s) => s.terminal).map((s) => s.id)),
    turningAges: turningAges(definition),
  };
}

/** Groups may name earlier groups; the loader refuses a circle. */
function compileGroups(groups: readonly GroupSpec[]): ReadonlyMap<string, Test> {
  const compiled = new Map<string, Test>();
  for (const group of groups) compiled.set(group.id, (state) => bodies.get(group.id)!(state));
  const bodies = new Map(groups.map((group) => [group.id, compileCondition(group.when, compiled)]));
  return compiled;
}

function compileRequirement(spec: RequirementSpec, index: number, test: (c: Condition | undefined) => Test): CompiledRequirement {
  return {
    spec,
    index,
    when: test(spec.when),
    needs: spec.needs.map((need) => {
      const when = test(need.when);
      const unless = need.unless === undefined ? () => false : test(need.unless);
      return { anyOf: need.anyOf, asked: (state) => when(state) && !unless(state) };
    }),
    optional: (spec.optional ?? []).map((o) => ({ code: o.code, when: test(o.when) })),
  };
}

function compileClock(
  spec: ClockSpec, index: number, duties: readonly CompiledDuty[], test: (c: Condition | undefined) => Test,
): CompiledClock {
  return {
    spec,
    index,
    onlyWhen: test(spec.onlyWhen),
    lengths: spec.due !== undefined && 'after' in spec.due ? spec.due.after.map((l) => ({ when: test(l.when), span: l.span })) : [],
    dueField: spec.due !== undefined && 'field' in spec.due ? spec.due.field : null,
    owners: (spec.ownerWhen ?? []).map((o) => ({ when: test(o.when), owner: o.owner })),
    patientCauses: new Set(spec.bookings?.patientCauses ?? []),
    bookings: spec.bookings ?? null,
    duties: duties.filter((d) => d.spec.clock === spec.id),
    expectsStartFirst: (spec.mode === 'once' || spec.mode === 'supersede') && (spec.kind === 'legal' || spec.kind === 'guiding'),
  };
}

interface PlannerInput {
  readonly definition: Definition;
  readonly requirements: readonly CompiledRequirement[];
  readonly clocks: readonly CompiledClock[];
  readonly duties: readonly CompiledDuty[];
  readonly match: (m: EventMatch) => Match;
}

function planner({ definition, requirements, clocks, duties, match }: PlannerInput): (type: string, rank: number) => EventPlan {
  return (type, rank) => ({
    type,
    rank,
    setters: Object.entries(definition.attributes).flatMap(([attribute, spec]) =>
      spec.setBy.filter((s) => s.event === type).map((setter) => ({ attribute, setter, match: match(setter) }))),
    gathers: requirements.flatMap((requirement) =>
      requirement.spec.gather.filter((g) => g.event === type).map((g) => ({ requirement, field: g.field }))),
    gates: requirements.filter((r) => r.spec.gates?.event === type).map((requirement) => ({ requirement, concerns: fieldsPass(requirement.spec.gates?.where) })),
    transitions: definition.transitions.filter((t) => t.on.event === type).map((spec) => ({ spec, match: match(spec.on) })),
    clocks: clocks.map((clock) => clockAction(clock, type, match)).filter((a) => a !== null),
    closes: duties.flatMap((duty) => (duty.spec.closedBy ?? []).filter((m) => m.event === type).map((m) => ({ duty, match: match(m) }))),
    countables: definition.countables.filter((c) => c.countedBy.event === type).map((spec) => ({ spec, match: match(spec.countedBy) })),
    endsEverything: definition.endsEverything.filter((m) => m.event === type).map(match),
  });
}

function clockAction(clock: CompiledClock, type: string, match: (m: EventMatch) => Match): ClockAction | null {
  const { spec } = clock;
  const of = <M extends EventMatch>(matches: readonly M[] | undefined): M[] => (matches ?? []).filter((m) => m.event === type);
  const said = (matches: readonly EventMatch[] | undefined, role: BookingRole) => of(matches).map((m) => ({ match: match(m), role }));
  const action: ClockAction = {
    clock,
    met: of(spec.metBy).map(match),
    ended: of(spec.endedBy).map((m) => ({ match: match(m), as: m.as })),
    bookings: [
      ...of(spec.bookings?.offeredBy).map((m) => ({ match: match(m), role: 'offered' as const, dateField: m.dateField })),
      ...of(spec.bookings?.postponedBy).map((m) => ({ match: match(m), role: 'postponed' as const, dateField: m.dateField, causeField: m.causeField })),
      ...said(spec.bookings?.missedBy, 'missed'),
      ...said(spec.bookings?.cancelledBy, 'cancelled'),
      ...said(spec.breachForeseenBy, 'foreseen'),
      ...said(spec.riskSaidBy, 'risk-said'),
      ...said(spec.riskWithdrawnBy, 'risk-withdrawn'),
    ],
    communicated: of(spec.communicatedBy).map(match),
    starts: of(spec.start).map((m) => ({ match: match(m), dateFields: m.dateFields ?? [] })),
  };
  const parts = [action.met, action.ended, action.bookings, action.communicated, action.starts];
  return parts.some((part) => part.length > 0) ? action : null;
}

function compileAgeMark(id: string, spec: AgeMarkSpec, definition: Definition): CompiledAgeMark {
  const calendar = calendarById(definition.calendar.id, definition.calendar.version);
  return {
    type: ageMarkType(id),
    rank: spec.rank,
    dateFor(birthDate: OsloDate): OsloDate {
      const birthday = birthdayAt(birthDate, spec.age);
      return spec.before === undefined ? birthday : addSpan(calendar, birthday, { value: -spec.before.value, unit: spec.before.unit });
    },
  };
}

/** Ages that conditions without `at` compare today's age with, wherever they stand in the definition. */
function turningAges(definition: Definition): number[] {
  const ages = new Set<number>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (node === null || typeof node !== 'object') return;
    const { age } = node as { age?: { at?: string; below?: number; from?: number } };
    if (age !== undefined && typeof age === 'object' && age.at === undefined) {
      for (const turn of [age.below, age.from]) if (turn !== undefined) ages.add(turn);
    }
    Object.values(node).forEach(visit);
  };
  visit(definition);
  return [...ages].sort((a, b) => a - b);
}

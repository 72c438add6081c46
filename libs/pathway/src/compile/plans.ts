import type { AttributeSetter, Definition, EventMatch, TransitionSpec } from '../types/definition.js';
import type {
  Answers, BookingRole, ClockAction, CompiledClock, CompiledDuty, CompiledRequirement, CompiledSetter, CompiledTransition, Data, EventPlan, EventType, Gathering, When,
} from './compiled.js';
import { fieldsPass, type FieldTests } from './conditions.js';
import type { Vocabulary } from './vocabulary.js';

export interface PlannerInput {
  readonly definition: Definition;
  readonly names: Vocabulary;
  readonly requirements: readonly CompiledRequirement[];
  readonly clocks: readonly CompiledClock[];
  readonly duties: readonly CompiledDuty[];
  readonly when: (m: EventMatch) => When;
}

/**
 * The plan for a fact: its data answer every question that the definition asks of its type, and facts with the same
 * answers share one plan, in which nothing about data is left to ask.
 */
export function planOf(type: EventType, data: Data): EventPlan {
  const { questions } = type;
  let node = type.answers;
  for (let i = 0; i < questions.length; i += 1) {
    node = questions[i]!(data) ? (node.yes ??= noAnswers()) : (node.no ??= noAnswers());
  }
  return (node.plan ??= type.planFor(data));
}

const noAnswers = (): Answers => ({ yes: null, no: null, plan: null });

/** Says of each type of event what it can do in the definition. */
export function planner(input: PlannerInput): (type: string, rank: number) => EventType {
  const wheres = wheresByType(input.definition);
  return (type, rank) => ({
    type,
    rank,
    isAgeMark: type.startsWith('@'),
    seenAs: input.names.happened.get(type) ?? null,
    questions: [...(wheres.get(type)?.values() ?? [])].map(fieldsPass),
    answers: noAnswers(),
    planFor: (data) => makePlan(input, type, data),
  });
}

/** Every different test that the definition makes of an event type's data, by type. */
function wheresByType(definition: Definition): Map<string, Map<string, FieldTests>> {
  const found = new Map<string, Map<string, FieldTests>>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (node === null || typeof node !== 'object') return;
    const { event, where } = node as { event?: unknown; where?: FieldTests };
    if (typeof event === 'string' && where !== undefined) {
      const ofType = found.get(event) ?? new Map<string, FieldTests>();
      found.set(event, ofType.set(JSON.stringify(where), where));
    }
    Object.values(node).forEach(visit);
  };
  visit(definition);
  return found;
}

function makePlan({ definition, names, requirements, clocks, duties, when }: PlannerInput, type: string, data: Data): EventPlan {
  const matches = (m: { readonly event: string; readonly where?: FieldTests } | undefined): boolean => m?.event === type && fieldsPass(m.where)(data);
  const of = <M extends EventMatch>(all: readonly M[] | undefined): M[] => (all ?? []).filter(matches);
  return {
    setters: listed(Object.entries(definition.attributes).flatMap(([attribute, spec]) => of(spec.setBy).map((setter) => compileSetter(attribute, setter, names, when(setter))))),
    gathers: listed(gatherings(requirements, type)),
    gates: listed(requirements.filter((r) => matches(r.spec.gates))),
    transitions: listed(definition.transitions.filter((t) => matches(t.on)).map((spec) => compileTransition(spec, when(spec.on)))),
    clocks: listed(clocks.map((clock) => clockAction(clock, of, when)).filter((a) => a !== null)),
    closes: listed(duties.flatMap((duty) => of(duty.spec.closedBy).map((m) => ({ duty, when: when(m) })))),
    countables: listed(definition.countables.flatMap((c, index) => (matches(c.countedBy) ? [{ index, when: when(c.countedBy) }] : []))),
    endsEverything: listed(of(definition.endsEverything).map(when)),
  };
}

const NOTHING: readonly never[] = [];

/** Most parts of most plans are empty: they share one list, so that asking for its length stays in the processor's cache. */
const listed = <T>(items: readonly T[]): readonly T[] => (items.length === 0 ? NOTHING : items);

/** Requirements that share a list of codes gather into it once. */
function gatherings(requirements: readonly CompiledRequirement[], type: string): Gathering[] {
  const found = new Map<string, Gathering>();
  for (const { gathered, spec } of requirements) {
    for (const { event, field } of spec.gather) if (event === type) found.set(`${gathered} ${field}`, { gathered, field });
  }
  return [...found.values()];
}

function compileSetter(attribute: string, setter: AttributeSetter, names: Vocabulary, when: When): CompiledSetter {
  const { field, date, value, keepFirst } = setter;
  return {
    attribute: names.attributes.get(attribute)!,
    from: date === true ? 'date' : field === undefined ? 'value' : 'field',
    field: field ?? '',
    value,
    keepFirst: keepFirst === true,
    isDay: names.dayAttributes.has(attribute),
    when,
  };
}

const compileTransition = ({ from, to, milestone, newEpisode }: TransitionSpec, when: When): CompiledTransition =>
  ({ from: from === '*' ? null : from, to, milestone: milestone === true, newEpisode: newEpisode === true, when });

type Matching = <M extends EventMatch>(all: readonly M[] | undefined) => M[];

function clockAction(clock: CompiledClock, of: Matching, when: (m: EventMatch) => When): ClockAction | null {
  const { spec } = clock;
  const said = (matches: readonly EventMatch[] | undefined, role: BookingRole) =>
    of(matches).map((m) => ({ when: when(m), role, dateField: null, causeField: null }));
  const parts = {
    met: listed(of(spec.metBy).map(when)),
    ended: listed(of(spec.endedBy).map((m) => ({ when: when(m), as: m.as }))),
    bookings: listed([
      ...of(spec.bookings?.offeredBy).map((m) => ({ when: when(m), role: 'offered' as const, dateField: m.dateField, causeField: null })),
      ...of(spec.bookings?.postponedBy).map((m) => ({ when: when(m), role: 'postponed' as const, dateField: m.dateField, causeField: m.causeField })),
      ...said(spec.bookings?.missedBy, 'missed'),
      ...said(spec.bookings?.cancelledBy, 'cancelled'),
      ...said(spec.breachForeseenBy, 'foreseen'),
      ...said(spec.riskSaidBy, 'risk-said'),
      ...said(spec.riskWithdrawnBy, 'risk-withdrawn'),
    ]),
    communicated: listed(of(spec.communicatedBy).map(when)),
    starts: listed(of(spec.start).map((m) => ({ when: when(m), dateFields: listed(m.dateFields ?? []) }))),
  };
  if (Object.values(parts).every((part) => part.length === 0)) return null;
  const onlyOpen = parts.bookings.length === 0 && parts.starts.length === 0 && !(clock.expectsStartFirst && parts.met.length > 0);
  return { clock, index: clock.index, onlyOpen, ...parts };
}

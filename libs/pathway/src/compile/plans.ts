import type { Definition, EventMatch } from '../types/definition.js';
import type { BookingRole, ClockAction, CompiledClock, CompiledDuty, CompiledRequirement, EventPlan, Match } from './compiled.js';
import { fieldsPass } from './conditions.js';
import type { Vocabulary } from './vocabulary.js';

export interface PlannerInput {
  readonly definition: Definition;
  readonly names: Vocabulary;
  readonly requirements: readonly CompiledRequirement[];
  readonly clocks: readonly CompiledClock[];
  readonly duties: readonly CompiledDuty[];
  readonly match: (m: EventMatch) => Match;
}

/** Says of each type of event everything that it can do in the definition. */
export function planner({ definition, names, requirements, clocks, duties, match }: PlannerInput): (type: string, rank: number) => EventPlan {
  return (type, rank) => ({
    type,
    rank,
    isAgeMark: type.startsWith('@'),
    seenAs: names.happened.get(type) ?? null,
    setters: Object.entries(definition.attributes).flatMap(([attribute, spec]) =>
      spec.setBy.filter((s) => s.event === type).map((setter) => ({ index: names.attributes.get(attribute)!, setter, match: match(setter) }))),
    gathers: requirements.flatMap((requirement) =>
      requirement.spec.gather.filter((g) => g.event === type).map((g) => ({ requirement, field: g.field }))),
    gates: requirements.filter((r) => r.spec.gates?.event === type).map((requirement) => ({ requirement, concerns: fieldsPass(requirement.spec.gates?.where) })),
    transitions: definition.transitions.filter((t) => t.on.event === type).map((spec) => ({ spec, match: match(spec.on) })),
    clocks: clocks.map((clock) => clockAction(clock, type, match)).filter((a) => a !== null),
    closes: duties.flatMap((duty) => (duty.spec.closedBy ?? []).filter((m) => m.event === type).map((m) => ({ duty, match: match(m) }))),
    countables: definition.countables.flatMap((c, index) => (c.countedBy.event === type ? [{ index, match: match(c.countedBy) }] : [])),
    endsEverything: definition.endsEverything.filter((m) => m.event === type).map(match),
  });
}

function clockAction(clock: CompiledClock, type: string, match: (m: EventMatch) => Match): ClockAction | null {
  const { spec } = clock;
  const of = <M extends EventMatch>(matches: readonly M[] | undefined): M[] => (matches ?? []).filter((m) => m.event === type);
  const said = (matches: readonly EventMatch[] | undefined, role: BookingRole) =>
    of(matches).map((m) => ({ match: match(m), role, dateField: null, causeField: null }));
  const action: ClockAction = {
    clock,
    met: of(spec.metBy).map(match),
    ended: of(spec.endedBy).map((m) => ({ match: match(m), as: m.as })),
    bookings: [
      ...of(spec.bookings?.offeredBy).map((m) => ({ match: match(m), role: 'offered' as const, dateField: m.dateField, causeField: null })),
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

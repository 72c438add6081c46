import { actsAs } from '@forlop/access';
import { minDate, type OsloDate } from '@forlop/calendar';
import type { ClockRow, CompiledDefinition, Evaluation, Obligation } from '@forlop/pathway';
import type { StoredEvent } from './open-pathway.js';

/** The events as `libs/definitions` calls them: somebody is given a role, leaves it, and was in touch with the patient. */
const [given, left, contact] = ['ansvarligTildelt', 'ansvarligFratradt', 'kontaktRegistrert'];

/** Roles that the hospital's own people act in; whoever else a patient waits for is another. */
const inHouse: ReadonlySet<string> = new Set([...actsAs.coordinator!.roles, ...actsAs.clinician!.roles]);

/** Who is to act and since when, as columns of `pathway_state`. */
export interface ToAct {
  readonly owner_role: string;
  /** Empty for nobody. */
  readonly owner_person: string;
  readonly persons: Readonly<Record<string, string>>;
  readonly next_role: string | null;
  readonly waits_for_others: boolean;
  readonly todo_from: OsloDate | null;
  readonly last_contact_on: OsloDate | null;
}

/** `open`: the clocks that nobody has met or ended. */
export function toAct(evaluation: Evaluation, events: readonly StoredEvent[], open: readonly ClockRow[], definition: CompiledDefinition): ToAct {
  const standing = standingOn(evaluation.asOf, events);
  const persons = personsOf(standing);
  const { source } = definition;
  const ownerRole = stepOwner(definition, source.initialStep) ?? '';
  const nextRole = evaluation.active ? (firstLasting(open)?.owner ?? stepOwner(definition, evaluation.step)) : null;
  return {
    owner_role: ownerRole,
    owner_person: persons[ownerRole] ?? '',
    persons,
    next_role: nextRole,
    waits_for_others: nextRole !== null && !inHouse.has(nextRole),
    todo_from: todoFrom(open, evaluation),
    last_contact_on: standing.findLast(({ type }) => type === contact)?.occurredOn ?? null,
  };
}

const stepOwner = ({ source }: CompiledDefinition, step: string): string | null => source.steps.find(({ id }) => id === step)?.owner ?? null;

/** What has happened by a day, as last corrected and not taken back, by its date; of one day what was recorded later comes later. */
function standingOn(day: OsloDate, events: readonly StoredEvent[]): StoredEvent[] {
  const latest = new Map<string, StoredEvent>();
  for (const event of events) if (event.type === given || event.type === left || event.type === contact) latest.set(event.corrects ?? event.retracts ?? event.id, event);
  return [...latest.values()]
    .filter(({ retracts, occurredOn }) => retracts === undefined && occurredOn <= day)
    .sort((a, b) => (a.occurredOn < b.occurredOn ? -1 : a.occurredOn > b.occurredOn ? 1 : a.seq - b.seq));
}

function personsOf(standing: readonly StoredEvent[]): Record<string, string> {
  const persons = new Map<string, string>();
  for (const { type, data } of standing) {
    if (type === left) persons.delete(String(data['rolle']));
    if (type === given && typeof data['personId'] === 'string') persons.set(String(data['rolle']), data['personId']);
  }
  return Object.fromEntries([...persons].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The first due of those that do not end by themselves: when one of these ends at midnight, the next one's owner must stand there already. */
function firstLasting(open: readonly ClockRow[]): ClockRow | undefined {
  const lasting = open.filter((row) => row.dueOn !== null && row.metOn === null && row.endedOn === null && !row.lapses);
  return lasting.sort((a, b) => (a.dueOn! < b.dueOn! ? -1 : a.dueOn! > b.dueOn! ? 1 : a.key < b.key ? -1 : 1))[0];
}

/** The first day on which the house owes something: a duty of its own opens, or a clock of its own falls due. */
function todoFrom(open: readonly ClockRow[], { obligations, asOf }: Evaluation): OsloDate | null {
  const isOpen = ({ closesOn, to }: Obligation): boolean => inHouse.has(to) && (closesOn === null || closesOn > asOf);
  const days = [
    ...obligations.filter(isOpen).map(({ opensOn }) => opensOn),
    ...open.flatMap(({ owner, dueOn, lapses }) => (dueOn === null || lapses || !inHouse.has(owner) ? [] : [dueOn])),
  ];
  return days.length === 0 ? null : minDate(days[0]!, ...days);
}

/** The event by which a role is given to somebody. */
const given = 'ansvarligTildelt';

interface Entry {
  readonly type: string;
  readonly occurredOn: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly retracts: string | null;
  readonly supersededBy: string | null;
}

export interface Owner {
  readonly role: string;
  /** The person's id here. */
  readonly person: string;
  readonly on: string;
}

/** Who was given each role last, of a timeline with the oldest event first. */
export function ownersIn(timeline: readonly Entry[]): readonly Owner[] {
  const owners = new Map<string, Owner>();
  for (const { type, occurredOn, data, retracts, supersededBy } of timeline) {
    const { rolle, personId } = data;
    if (type !== given || retracts !== null || supersededBy !== null || typeof rolle !== 'string' || typeof personId !== 'string') continue;
    const before = owners.get(rolle);
    if (before === undefined || before.on <= occurredOn) owners.set(rolle, { role: rolle, person: personId, on: occurredOn });
  }
  return [...owners.values()];
}

import type { Line, Numbers, Organisation } from './queries.js';

/** Numbers that whoever sees no patient is given too. */
export type Counted = Omit<Numbers, 'excludedBy' | 'delay'>;

/** A line as the screen reads it: null where small numbers are hidden. */
export const registeredOf = (line: Line): Counted | null => line.asRegistered ?? line.numbers ?? null;

/** An organisation with its line, and those below it that have one. */
export interface Unit {
  readonly id: string;
  readonly name: string;
  readonly line: Line;
  readonly below: readonly Unit[];
}

/** Which organisations are shown. */
export interface Sight {
  /** The organisation asked about, with all below it; null: all. */
  readonly within: string | null;
  /** One's own. Those above it are left out: their lines hold only the part that one sees. */
  readonly own: string | null;
}

/** The lines of one frist as organisations stand below each other. */
export function unitsOf(lines: readonly Line[], organisations: readonly Organisation[], { within, own }: Sight): readonly Unit[] {
  const known = new Map(organisations.map((one) => [one.id, one]));
  const above = upFrom(known, own).slice(1);
  const shown = lines.filter(({ organisation }) => !above.includes(organisation) && (within === null || upFrom(known, organisation).includes(within)));
  const ids = new Set(shown.map(({ organisation }) => organisation));
  const parentOf = ({ organisation }: Line): string | undefined => upFrom(known, organisation).slice(1).find((one) => ids.has(one));
  const unitOf = (line: Line): Unit => ({
    id: line.organisation,
    name: known.get(line.organisation)?.name ?? line.organisation,
    line,
    below: shown.filter((one) => parentOf(one) === line.organisation).map(unitOf).sort(byName),
  });
  return shown.filter((line) => parentOf(line) === undefined).map(unitOf).sort(byName);
}

const byName = (a: Unit, b: Unit): number => a.name.localeCompare(b.name, 'nb');

/** The organisation, the one above it, and so on. */
export function upFrom(known: ReadonlyMap<string, Organisation>, id: string | null | undefined): readonly string[] {
  const up: string[] = [];
  for (let at = id; at !== null && at !== undefined && !up.includes(at); at = known.get(at)?.parentId) up.push(at);
  return up;
}

/** All of them, each before those below it. */
export const flat = (units: readonly Unit[]): readonly Unit[] => units.flatMap((unit) => [unit, ...flat(unit.below)]);

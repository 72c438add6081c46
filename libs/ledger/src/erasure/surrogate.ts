import { osloDate, type OsloDate } from '@forlop/calendar';
import { canonicalJson, evaluate, EVERYTHING_KNOWN, type Evaluation } from '@forlop/pathway';
import type { LedgerContext } from '../context.js';
import type { OpenPathway } from '../core/open-pathway.js';

/** Birth years tried on each side of the true one. */
const yearsAround = 3;

/**
 * The birth date that takes the true one's place at erasure: the most common one by which every one of these pathways of
 * one patient is judged as by the true one, byte for byte (docs/decisions/0003). None at all where nothing turns on age; the true
 * day itself where a rule turned on that very day, and then it is a date that nobody knows whose it is.
 */
export function surrogateBirthDate(context: LedgerContext, pathways: readonly OpenPathway[]): OsloDate | null {
  const birthDate = pathways[0]?.patient.birthDate ?? null;
  if (birthDate === null) return null;
  const judged = (candidate: OsloDate | null): string => canonicalJson(pathways.map((pathway) => judgedBy(context, pathway, candidate)));
  const truth = judged(birthDate);
  const found = candidates(birthDate).find((candidate) => judged(candidate) === truth);
  return found === undefined ? birthDate : found;
}

/** All that the read tables are made of. */
function judgedBy({ rules }: LedgerContext, { events, today }: OpenPathway, birthDate: OsloDate | null): Evaluation {
  return evaluate({ rules, birthDate, events, asOf: today, knownAt: EVERYTHING_KNOWN });
}

/** From the most common to the most telling: none, a year's first day and its middle, the month's first day. */
function candidates(birthDate: OsloDate): (OsloDate | null)[] {
  const year = Number(birthDate.slice(0, 4));
  const years = Array.from({ length: yearsAround + 1 }, (_, n) => (n === 0 ? [year] : [year - n, year + n])).flat();
  return [null, ...years.flatMap((y) => [osloDate(`${y}-01-01`), osloDate(`${y}-07-01`)]), osloDate(`${birthDate.slice(0, 8)}01`)];
}

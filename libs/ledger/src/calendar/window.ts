import { addDays, isOsloDate, weekday, type OsloDate } from '@forlop/calendar';
import type { LedgerContext } from '../context.js';
import { isUuid } from '../core/event-id.js';
import { LedgerError } from '../types/errors.js';
import type { CalendarQuery } from '../types/mirrored-calendar.js';
import { Parameters } from '../worklist/conditions.js';
import { namedRows, ownRow } from '../worklist/statement.js';
import { today } from '../worklist/worklist.js';

const standardWeeks = 8;
const mostWeeks = 26;
const sunday = 7;

/** Statuses of a clock that a time would still help. */
export const waiting = `('not-started', 'running', 'warned', 'at-risk')`;

/** The days that a question about the weeks ahead is about. */
export interface Window {
  readonly asOf: OsloDate;
  /** The last Sunday. */
  readonly to: OsloDate;
  readonly weeks: number;
}

/** The last day of the week that a day lies in. */
export const sundayOf = (day: OsloDate): OsloDate => addDays(day, sunday - weekday(day));

/** @throws LedgerError `bad-data`. */
export async function windowOf(context: LedgerContext, { asOf, weeks = standardWeeks, organisationIds = [] }: CalendarQuery): Promise<Window> {
  if (!Number.isInteger(weeks) || weeks < 1 || weeks > mostWeeks) throw new LedgerError('bad-data', `Det kan vises fra 1 til ${mostWeeks} uker.`);
  if (asOf !== undefined && !isOsloDate(asOf)) throw new LedgerError('bad-data', 'Dagen må være en dato på formen ÅÅÅÅ-MM-DD.');
  if (!organisationIds.every(isUuid)) throw new LedgerError('bad-data', 'En virksomhet i filteret har ikke en gyldig id.');
  const from = asOf ?? (await today(context));
  return { asOf: from, to: addDays(sundayOf(from), sunday * (weeks - 1)), weeks };
}

/** The rules whose date a first visit keeps, with their titles: those that an offered time is looked for. */
export function clocksOfFirstVisits({ rules }: LedgerContext): ReadonlyMap<string, string> {
  const clocks = rules.definitions().flatMap((definition) => definition.clocks.filter(({ bookings }) => bookings?.offeredBy.some(({ event }) => event === 'timeTilbudt')));
  return new Map(clocks.map(({ id, title }) => [id, title.nb]));
}

/** Parameters that every statement about the open clocks of first visits begins with. */
export class FirstVisits {
  readonly parameters = new Parameters();
  readonly asOf: string;
  private readonly clocks: string;
  private readonly organisations: string | null;

  constructor(private readonly context: LedgerContext, { asOf }: Window, organisationIds: readonly string[] | undefined) {
    this.asOf = this.parameters.add(asOf, 'date');
    this.clocks = this.parameters.add([...clocksOfFirstVisits(context).keys()], 'text[]');
    this.organisations = organisationIds === undefined ? null : this.parameters.add(organisationIds, 'uuid[]');
  }

  get eyes(): boolean {
    return this.context.database.access !== null;
  }

  /**
   * Where such clocks are, each place apart, so that an organisation's own are found by the index that begins with it, and no row of another's
   * is asked about; then those of pathways that name whoever looks.
   */
  rows(columns: string, due: string): string {
    const within = this.organisations === null ? 'true' : `r.organisation_id = any(${this.organisations})`;
    const condition = `r.open and r.due_sort ${due}`;
    // One clock after the other, so that each is a stretch of one index.
    const own = `unnest(${this.clocks}) k(id) cross join lateral (select ${columns} from clock_row r where r.organisation_id = o.id and r.clock = k.id and ${condition} offset 0) x`;
    if (!this.eyes) return `select x.* from (select id from organisation${this.organisations === null ? '' : ` where id = any(${this.organisations})`}) o cross join ${own}`;
    const mine = `select x.* from (select u.id from unnest((select app_organisations())) u(id)${this.organisations === null ? '' : ` where u.id = any(${this.organisations})`}) o cross join ${own}`;
    return `${mine} union all select ${columns} from ${namedRows('clock_row', 'r')} where not ${ownRow('r')} and ${within} and r.clock = any(${this.clocks}) and ${condition}`;
  }
}

import { isOsloDate, type OsloDate } from '@forlop/calendar';
import { EVERYTHING_KNOWN } from '@forlop/pathway';
import type { LedgerContext } from '../context.js';
import { isUuid } from '../core/event-id.js';
import { openPatient } from '../core/open-pathway.js';
import { read } from '../database/read.js';
import type { CountedExtent, CountedFacts, CountedQuery } from '../types/counting.js';
import { LedgerError } from '../types/errors.js';
import { Parameters } from '../worklist/conditions.js';
import { today } from '../worklist/worklist.js';
import { factsText } from './facts-text.js';

interface Row {
  readonly id: string;
  readonly organisation_id: string;
  readonly patient_id: string;
  readonly wrapped_key: Buffer | null;
  readonly sealed_demographics: Buffer | null;
  readonly surrogate_birth_date: OsloDate | null;
  readonly events: string | null;
}

const standardPage = 400;
const mostInPage = 2_000;
const beforeAll = '00000000-0000-0000-0000-000000000000';

/** Pages of pathways for counting; the next page is fetched while the last is worked on. @throws LedgerError `bad-data`. */
export async function* countedFacts(context: LedgerContext, query: CountedQuery = {}): AsyncGenerator<readonly CountedFacts[], void, void> {
  const { pageSize = standardPage } = query;
  check(query, pageSize);
  let next: Promise<Row[]> | null = pageAfter(context, query, beforeAll, pageSize);
  while (next !== null) {
    const rows: Row[] = await next;
    next = rows.length < pageSize ? null : pageAfter(context, query, rows.at(-1)!.id, pageSize);
    // Whoever stops in the middle leaves it unread.
    next?.catch(() => undefined);
    const known = rows.filter(({ events }) => events !== null);
    if (known.length > 0) yield await Promise.all(known.map((row) => factsOf(context, row)));
  }
}

/**
 * Pathways are found first, then their events, which the database leaves as text: nobody reads them but the thread that counts.
 */
function pageAfter(context: LedgerContext, query: CountedQuery, after: string, pageSize: number): Promise<Row[]> {
  const parameters = new Parameters();
  const [beyond, limit, known] = [parameters.add(after, 'uuid'), parameters.add(pageSize, 'int'), parameters.add(query.knownAt ?? EVERYTHING_KNOWN, 'bigint')];
  return read<Row>(
    context.database,
    `select p.id, p.organisation_id, p.patient_id, pt.wrapped_key, pt.sealed_demographics, pt.surrogate_birth_date,
            ${factsText('p', known)} as events
       from (select id, organisation_id, patient_id from pathway where id > ${beyond} and ${conditions(query, parameters)} order by id limit ${limit}) p
       join patient pt on pt.id = p.patient_id
      order by p.id`,
    parameters.values,
  );
}

function conditions({ organisationIds, receivedFrom, receivedTo }: CountedQuery, parameters: Parameters): string {
  return [
    'true',
    ...(organisationIds === undefined ? [] : [`organisation_id = any(${parameters.add(organisationIds, 'uuid[]')})`]),
    ...(receivedFrom === undefined ? [] : [`received_on >= ${parameters.add(receivedFrom, 'date')}`]),
    ...(receivedTo === undefined ? [] : [`received_on <= ${parameters.add(receivedTo, 'date')}`]),
  ].join(' and ');
}

async function factsOf(context: LedgerContext, row: Row): Promise<CountedFacts> {
  const { birthDate } = await openPatient(context, row.patient_id, row.wrapped_key, row.sealed_demographics, row.surrogate_birth_date);
  return { id: row.id, organisationId: row.organisation_id, birthDate, events: row.events! };
}

/** How much there is to read. @throws LedgerError `bad-data`. */
export async function countedExtent(context: LedgerContext, query: CountedQuery = {}): Promise<CountedExtent> {
  check(query, standardPage);
  const parameters = new Parameters();
  const statement = `select (select count(*)::int from pathway where ${conditions(query, parameters)}) as pathways, coalesce((select e.position from event e order by e.position desc limit 1), 0) as position`;
  const [[row], day] = await Promise.all([read<{ pathways: number; position: number }>(context.database, statement, parameters.values), today(context)]);
  return { pathways: row!.pathways, position: Number(row!.position), today: day };
}

function check({ organisationIds = [], receivedFrom, receivedTo, knownAt }: CountedQuery, pageSize: number): void {
  const bad = (sentence: string): LedgerError => new LedgerError('bad-data', sentence);
  if (!organisationIds.every(isUuid)) throw bad('En virksomhet i utvalget har ikke en gyldig id.');
  for (const day of [receivedFrom, receivedTo]) if (day !== undefined && !isOsloDate(day)) throw bad('En dag i utvalget er ikke en dato på formen ÅÅÅÅ-MM-DD.');
  if (knownAt !== undefined && (!Number.isSafeInteger(knownAt) || knownAt < 0)) throw bad('Posisjonen må være et helt tall fra 0.');
  if (!Number.isInteger(pageSize) || pageSize < 1 || pageSize > mostInPage) throw bad(`En side har fra 1 til ${mostInPage} forløp.`);
}

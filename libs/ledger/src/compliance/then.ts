import { receivedAs, type ComplianceQuery, type PastCount, type PastPathway } from '@forlop/compliance';
import type { OsloDate } from '@forlop/calendar';
import { EVERYTHING_KNOWN } from '@forlop/pathway';
import type { LedgerContext } from '../context.js';
import { openPatient } from '../core/open-pathway.js';
import { factsText } from '../counting/facts-text.js';
import { read, snapshot } from '../database/read.js';
import type { Transaction } from '../database/transaction.js';
import { LedgerError } from '../types/errors.js';
import { Parameters } from '../worklist/conditions.js';
import { openTwins } from './counted.js';
import type { Scope } from './scope.js';

const pageSize = 500;

interface Row {
  readonly id: string;
  readonly organisation_id: string;
  readonly patient_id: string;
  readonly wrapped_key: Buffer | null;
  readonly sealed_demographics: Buffer | null;
  readonly surrogate_birth_date: OsloDate | null;
  readonly duplicate: boolean;
  readonly events: string | null;
}

/**
 * What is counted on an earlier day, or by what was known earlier: each pathway evaluated again by the kernel, a page at a time, in the order of
 * their ids. Those received after the day, or ended before the period, have nothing in it. Which pathways are duplicates is as known now.
 * @param from the first pathway's id; null: from the beginning.
 * @throws LedgerError `too-many-pathways` when there are more than may be evaluated for one question.
 */
export async function* countedThen(context: LedgerContext, query: ComplianceQuery, scope: Scope, from: string | null = null): AsyncGenerator<PastCount, void, void> {
  const { counter, most } = context.past;
  const pathways = await extent(context, query, scope, most);
  if (pathways > most) throw tooMany(most);
  for await (const page of counter(pages(context, query, scope, from), query, pathways)) yield* page;
}

function tooMany(most: number): LedgerError {
  const number = new Intl.NumberFormat('nb-NO').format(most);
  return new LedgerError('too-many-pathways', `En tidligere dag, eller det som var kjent tidligere, regnes ut på nytt for ett og ett forløp, og høyst ${number} om gangen. Velg én virksomhet eller én definisjon, eller spør om i dag.`);
}

/** How many there are to evaluate, counted no further than needed. */
async function extent({ database }: LedgerContext, query: ComplianceQuery, scope: Scope, most: number): Promise<number> {
  const parameters = new Parameters();
  const where = conditions(query, scope, parameters).join(' and ');
  const [row] = await read<{ n: number }>(database, `select count(*)::int as n from (select from pathway_state s where ${where} limit ${Number.isFinite(most) ? most + 1 : 'all'}) x`, parameters.values);
  return row!.n;
}

async function* pages(context: LedgerContext, query: ComplianceQuery, scope: Scope, from: string | null): AsyncGenerator<readonly PastPathway[], void, void> {
  let last: string | null = null;
  for (let more = true; more; ) {
    const rows: Row[] = await snapshot(context.database, (reader) => pageOf(reader, query, scope, last === null ? from : last, last === null ? '>=' : '>'));
    more = rows.length === pageSize;
    last = rows.at(-1)?.id ?? last;
    yield await Promise.all(rows.filter(({ events }) => events !== null).map((row) => pathwayOf(context, row)));
  }
}

async function pathwayOf(context: LedgerContext, row: Row): Promise<PastPathway> {
  const { birthDate } = await openPatient(context, row.patient_id, row.wrapped_key, row.sealed_demographics, row.surrogate_birth_date);
  return { id: row.id, organisationId: row.organisation_id, birthDate, duplicate: row.duplicate, events: row.events! };
}

function conditions({ asOf, from, knownAt, cohort, definition }: ComplianceQuery, { organisationIds }: Scope, parameters: Parameters): string[] {
  const day = parameters.add(asOf, 'date');
  return [
    // By what was known earlier the receipt may have had another day than it has now.
    knownAt === null ? `s.received_on <= ${day}` : `(s.received_on <= ${day} or exists (select from event r where r.pathway_id = s.pathway_id and r.type = any(${parameters.add(receivedAs, 'text[]')}) and r.occurred_on <= ${day}))`,
    ...(organisationIds === null ? [] : [`s.organisation_id = any(${parameters.add(organisationIds, 'uuid[]')})`]),
    ...(definition === null ? [] : [`s.definition_id = ${parameters.add(definition, 'text')}`]),
    // A clock's start lies within its pathway; its date may lie after it.
    ...(knownAt === null && cohort === 'started' ? [`(s.ended_on is null or s.ended_on >= ${parameters.add(from, 'date')})`] : []),
  ];
}

function pageOf(reader: Pick<Transaction, 'query'>, query: ComplianceQuery, scope: Scope, id: string | null, beyond: '>' | '>='): Promise<Row[]> {
  const parameters = new Parameters();
  const where = [...conditions(query, scope, parameters), ...(id === null ? [] : [`s.pathway_id ${beyond} ${parameters.add(id, 'uuid')}`])];
  const known = parameters.add(query.knownAt ?? EVERYTHING_KNOWN, 'bigint');
  return reader.query<Row>(
    `with chosen as materialized (select s.pathway_id from pathway_state s where ${where.join(' and ')} order by s.pathway_id limit ${pageSize}),
     pathways as (select pathway_id from chosen),
     ${openTwins('')}
     select p.id, p.organisation_id, pt.id as patient_id, pt.wrapped_key, pt.sealed_demographics, pt.surrogate_birth_date, p.id in (select pathway_id from twins) as duplicate,
            ${factsText('p', known)} as events
       from pathway p join patient pt on pt.id = p.patient_id where p.id in (select pathway_id from chosen) order by p.id`,
    parameters.values,
  );
}

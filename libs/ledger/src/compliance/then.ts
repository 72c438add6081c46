import { countedOf, type ComplianceQuery, type Counted } from '@forlop/compliance';
import type { OsloDate } from '@forlop/calendar';
import { engineEvents, evaluate, EVERYTHING_KNOWN, type PathwayInput } from '@forlop/pathway';
import type { LedgerContext } from '../context.js';
import { openPatient, storedEvent, type RawEvent } from '../core/open-pathway.js';
import { snapshot } from '../database/read.js';
import type { Transaction } from '../database/transaction.js';
import { Parameters } from '../worklist/conditions.js';
import { openTwins } from './counted.js';
import type { Scope } from './scope.js';

const pageSize = 500;
const beforeAll = '00000000-0000-0000-0000-000000000000';

/** A pathway with what it adds to an answer. */
export interface CountedPathway {
  readonly pathwayId: string;
  readonly organisationId: string;
  readonly counted: readonly Counted[];
}

interface Row {
  readonly id: string;
  readonly organisation_id: string;
  readonly patient_id: string;
  readonly wrapped_key: Buffer | null;
  readonly sealed_demographics: Buffer | null;
  readonly surrogate_birth_date: OsloDate | null;
  readonly duplicate: boolean;
  readonly events: RawEvent[];
}

/**
 * What is counted on an earlier day, or by what was known earlier: each pathway evaluated again by the kernel, a page at a time, in the order of
 * their ids. Those received after the day, or ended before the period, have nothing in it. Which pathways are duplicates is as known now.
 */
export async function* countedThen(context: LedgerContext, query: ComplianceQuery, scope: Scope): AsyncGenerator<CountedPathway, void, void> {
  for (let after = beforeAll; ; ) {
    const page = await snapshot(context.database, (reader) => pageOf(reader, query, scope, after));
    for (const row of page) {
      const counted = await countedIn(context, query, row);
      if (counted.length > 0) yield { pathwayId: row.id, organisationId: row.organisation_id, counted };
    }
    if (page.length < pageSize) return;
    after = page.at(-1)!.id;
  }
}

function pageOf(reader: Pick<Transaction, 'query'>, { asOf, from, knownAt, cohort, definition }: ComplianceQuery, { organisationIds }: Scope, after: string): Promise<Row[]> {
  const parameters = new Parameters();
  const conditions = [
    `s.pathway_id > ${parameters.add(after, 'uuid')}`,
    `s.received_on <= ${parameters.add(asOf, 'date')}`,
    ...(organisationIds === null ? [] : [`s.organisation_id = any(${parameters.add(organisationIds, 'uuid[]')})`]),
    ...(definition === null ? [] : [`s.definition_id = ${parameters.add(definition, 'text')}`]),
    // A clock's start lies within its pathway; its date may lie after it.
    ...(knownAt === null && cohort === 'started' ? [`(s.ended_on is null or s.ended_on >= ${parameters.add(from, 'date')})`] : []),
  ];
  return reader.query<Row>(
    `with chosen as materialized (select s.pathway_id from pathway_state s where ${conditions.join(' and ')} order by s.pathway_id limit ${pageSize}),
     pathways as (select pathway_id from chosen),
     ${openTwins('')}
     select p.id, p.organisation_id, pt.id as patient_id, pt.wrapped_key, pt.sealed_demographics, pt.surrogate_birth_date, p.id in (select pathway_id from twins) as duplicate,
            (select coalesce(json_agg(e order by e.seq), '[]') from (
               select x.id, x.position, x.seq, x.kind, x.type, x.occurred_on as "occurredOn", x.recorded_at as "recordedAt", x.data, x.corrects, x.retracts, x.organisation_id as organisation, x.actor, false as "hasText"
                 from event x where x.pathway_id = p.id and x.kind <> 'observation') e) as events
       from pathway p join patient pt on pt.id = p.patient_id where p.id in (select pathway_id from chosen) order by p.id`,
    parameters.values,
  );
}

async function countedIn(context: LedgerContext, query: ComplianceQuery, row: Row): Promise<readonly Counted[]> {
  const { birthDate } = await openPatient(context, row.patient_id, row.wrapped_key, row.sealed_demographics, row.surrogate_birth_date);
  const input: PathwayInput = { rules: context.rules, birthDate, events: row.events.map(storedEvent), asOf: query.asOf, knownAt: query.knownAt ?? EVERYTHING_KNOWN };
  return wasThere(input) ? countedOf(evaluate(input), row.organisation_id, query, row.duplicate) : [];
}

/** Before its first event was known, or had happened, there was no pathway. */
const wasThere = ({ events, asOf, knownAt }: PathwayInput): boolean =>
  events.some(({ type, occurredOn, position }) => type === engineEvents.created && occurredOn <= asOf && position <= knownAt);

import type { ComplianceQuery, LoggedFact, LoggedPathway } from '@forlop/compliance';
import type { OsloDate } from '@forlop/calendar';
import { engineEvents, evaluate, EVERYTHING_KNOWN, type PathwayInput } from '@forlop/pathway';
import type { LedgerContext } from '../context.js';
import { openPatient, storedEvent, type RawEvent } from '../core/open-pathway.js';
import { snapshot } from '../database/read.js';
import type { Transaction } from '../database/transaction.js';
import type { EventLogQuery, LoggedWithId } from '../types/compliance.js';
import { Parameters } from '../worklist/conditions.js';
import { beforeAll, pseudonymOf } from './pseudonym.js';
import { scopeOf, type Scope } from './scope.js';

const pageSize = 200;

/** How the engine keeps its own books: nothing that happened to anybody. */
const engineTypes: readonly string[] = Object.values(engineEvents);

interface Row {
  readonly id: string;
  readonly organisation_id: string;
  readonly patient_id: string;
  readonly wrapped_key: Buffer | null;
  readonly sealed_demographics: Buffer | null;
  readonly surrogate_birth_date: OsloDate | null;
  readonly events: RawEvent[];
}

/**
 * Pathways that were received in the period, as an event log tells them, in the order of their ids. Ids become keyed hashes; data, texts, birth dates and
 * who did what stay here.
 * @throws LedgerError `unknown-organisation`.
 */
export async function* complianceEventLog(context: LedgerContext, query: EventLogQuery): AsyncGenerator<LoggedWithId, void, void> {
  const scope = await scopeOf(context, query);
  for (let after = beforeAll; ; ) {
    const page = await snapshot(context.database, (reader) => pageOf(reader, query, scope, after));
    for (const row of page) yield { pathwayId: row.id, logged: await loggedOf(context, query, row) };
    if (page.length < pageSize) return;
    after = page.at(-1)!.id;
  }
}

function pageOf(reader: Pick<Transaction, 'query'>, { from, to, definition }: EventLogQuery, { organisationIds }: Scope, after: string): Promise<Row[]> {
  const parameters = new Parameters();
  const conditions = [
    `s.pathway_id > ${parameters.add(after, 'uuid')}`,
    `s.received_on between ${parameters.add(from, 'date')} and ${parameters.add(to, 'date')}`,
    ...(organisationIds === null ? [] : [`s.organisation_id = any(${parameters.add(organisationIds, 'uuid[]')})`]),
    ...(definition === null ? [] : [`s.definition_id = ${parameters.add(definition, 'text')}`]),
  ];
  return reader.query<Row>(
    `with chosen as materialized (select s.pathway_id from pathway_state s where ${conditions.join(' and ')} order by s.pathway_id limit ${pageSize})
     select p.id, p.organisation_id, pt.id as patient_id, pt.wrapped_key, pt.sealed_demographics, pt.surrogate_birth_date,
            (select coalesce(json_agg(e order by e.seq), '[]') from (
               select x.id, x.position, x.seq, x.kind, x.type, x.occurred_on as "occurredOn", x.recorded_at as "recordedAt", x.data, x.corrects, x.retracts, x.organisation_id as organisation, x.actor, false as "hasText"
                 from event x where x.pathway_id = p.id and x.kind <> 'observation') e) as events
       from pathway p join patient pt on pt.id = p.patient_id where p.id in (select pathway_id from chosen) order by p.id`,
    parameters.values,
  );
}

async function loggedOf(context: LedgerContext, { asOf }: Pick<ComplianceQuery, 'asOf'>, row: Row): Promise<LoggedPathway> {
  const { birthDate } = await openPatient(context, row.patient_id, row.wrapped_key, row.sealed_demographics, row.surrogate_birth_date);
  const input: PathwayInput = { rules: context.rules, birthDate, events: row.events.map(storedEvent), asOf, knownAt: EVERYTHING_KNOWN };
  const { regime, variant, clocks } = evaluate(input);
  return {
    pseudonym: pseudonymOf(context, row.id), organisation: row.organisation_id, definition: regime.definition.id, version: regime.definition.version, variant,
    facts: factsOf(context, row.events), clocks,
  };
}

function factsOf(context: LedgerContext, events: readonly RawEvent[]): LoggedFact[] {
  const told = events.filter(({ type, retracts }) => !engineTypes.includes(type) && retracts === null);
  const retracted = new Set(events.flatMap(({ retracts }) => retracts ?? []));
  // A correction names the first of those it corrects: the last one of them stands.
  const last = new Map(told.map(({ id, corrects }) => [corrects ?? id, id]));
  return told.map(({ id, type, kind, occurredOn, organisation, corrects }): LoggedFact => {
    const root = corrects ?? id;
    const superseded = retracted.has(root) ? 'retracted' : last.get(root) === id ? null : 'corrected';
    return { id: pseudonymOf(context, id), type, kind: kind === 'decision' ? 'decision' : 'fact', occurredOn, organisation, superseded };
  });
}

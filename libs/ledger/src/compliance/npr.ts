import { nprRowsOf, receivedAs } from '@forlop/compliance';
import { EVERYTHING_KNOWN, standingFacts } from '@forlop/pathway';
import type { LedgerContext } from '../context.js';
import { storedEvent, type RawEvent } from '../core/open-pathway.js';
import { snapshot } from '../database/read.js';
import type { Transaction } from '../database/transaction.js';
import { organisations } from '../house/organisations.js';
import type { NprQuery, NprWithId } from '../types/compliance.js';
import { Parameters } from '../worklist/conditions.js';
import { beforeAll, pseudonymOf } from './pseudonym.js';
import { scopeOf, type Scope } from './scope.js';

const pageSize = 200;

interface Row {
  readonly id: string;
  readonly organisation_id: string;
  readonly patient_id: string;
  readonly definition_id: string;
  readonly events: RawEvent[];
}
interface Numbers {
  readonly orgNumber: string | null;
  readonly reshId: string | null;
}

/**
 * NPR-shaped rows of the pathways whose first receipt lies in the period, in the order of their ids, of what stood by `asOf` as far as was recorded at
 * `knownAt`. Who the patients are is neither read nor opened.
 * @throws LedgerError `unknown-organisation`.
 */
export async function* complianceNpr(context: LedgerContext, query: NprQuery): AsyncGenerator<NprWithId, void, void> {
  const scope = await scopeOf(context, query);
  const numbers = new Map((await organisations(context)).map(({ id, orgNumber, reshId }): [string, Numbers] => [id, { orgNumber: orgNumber ?? null, reshId: reshId ?? null }]));
  for (let after = beforeAll; ; ) {
    const page = await snapshot(context.database, (reader) => pageOf(reader, query, scope, after));
    for (const row of page) {
      const rows = rowsOf(context, query, row, numbers.get(row.organisation_id) ?? { orgNumber: null, reshId: null });
      if (rows.length > 0) yield { pathwayId: row.id, rows };
    }
    if (page.length < pageSize) return;
    after = page.at(-1)!.id;
  }
}

/** Pathways that have a receipt in the period, also one that was corrected since: which of them belong follows from what stands. */
function pageOf(reader: Pick<Transaction, 'query'>, { from, to, definition }: NprQuery, { organisationIds }: Scope, after: string): Promise<Row[]> {
  const parameters = new Parameters();
  const period = `between ${parameters.add(from, 'date')} and ${parameters.add(to, 'date')}`;
  const received = parameters.add(receivedAs, 'text[]');
  const conditions = [
    `p.id > ${parameters.add(after, 'uuid')}`,
    `(p.received_on ${period} or exists (select from event r where r.pathway_id = p.id and r.type = any(${received}) and r.occurred_on ${period}))`,
    ...(organisationIds === null ? [] : [`p.organisation_id = any(${parameters.add(organisationIds, 'uuid[]')})`]),
    ...(definition === null ? [] : [`p.definition_id = ${parameters.add(definition, 'text')}`]),
  ];
  return reader.query<Row>(
    `with chosen as materialized (select p.id from pathway p where ${conditions.join(' and ')} order by p.id limit ${pageSize})
     select p.id, p.organisation_id, p.patient_id, p.definition_id,
            (select coalesce(json_agg(e order by e.seq), '[]') from (
               select x.id, x.position, x.seq, x.kind, x.type, x.occurred_on as "occurredOn", x.recorded_at as "recordedAt", x.data, x.corrects, x.retracts, x.organisation_id as organisation, x.actor, false as "hasText"
                 from event x where x.pathway_id = p.id and x.kind <> 'observation') e) as events
       from pathway p where p.id in (select id from chosen) order by p.id`,
    parameters.values,
  );
}

function rowsOf(context: LedgerContext, { from, to, asOf, knownAt }: NprQuery, row: Row, organisation: Numbers): NprWithId['rows'] {
  const facts = standingFacts(row.events.map(storedEvent), asOf, knownAt ?? EVERYTHING_KNOWN);
  const rows = nprRowsOf({ referral: pseudonymOf(context, row.id), patient: pseudonymOf(context, row.patient_id), organisation, definition: row.definition_id, facts });
  const receivedOn = rows[0]?.receivedOn ?? null;
  return receivedOn !== null && from <= receivedOn && receivedOn <= to ? rows : [];
}

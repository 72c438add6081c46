import { daysBetween, isOsloDate, type OsloDate } from '@forlop/calendar';
import { evaluate } from '@forlop/pathway';
import type { LedgerContext } from '../context.js';
import { textOf } from '../commands/command.js';
import { findingsOf } from '../core/changed-basis.js';
import { isUuid } from '../core/event-id.js';
import { observations } from '../core/observation-types.js';
import { openPatient, type OpenPathway } from '../core/open-pathway.js';
import { findingRows } from '../core/read-rows.js';
import { kernelInputOf } from '../core/write-pathway.js';
import { readOften } from '../database/read.js';
import type { Transaction } from '../database/transaction.js';
import type { Actor } from '../types/actor.js';
import { LedgerError } from '../types/errors.js';
import type { FindingListed, FindingsPage, FindingsQuery } from '../types/daily-work.js';
import type { Recorded } from '../types/writing.js';
import { readCursor, writeCursor } from '../worklist/cursor.js';
import { Parameters } from '../worklist/conditions.js';
import { namedPathways, ownRow } from '../worklist/statement.js';
import { today } from '../worklist/worklist.js';
import { recordObservation } from './observe.js';

interface Row {
  readonly pathway_id: string;
  readonly key: string;
  readonly code: string;
  readonly fact: string;
  readonly occurred_on: OsloDate;
  readonly rule: string | null;
  readonly detail: FindingListed['detail'];
  readonly owner_person: string | null;
  readonly set_aside: boolean;
  readonly organisation_id: string;
  readonly organisation_name: string;
  readonly patient_id: string;
  readonly wrapped_key: Buffer | null;
  readonly sealed_demographics: Buffer | null;
}

interface Cursor {
  readonly on: OsloDate;
  readonly pathwayId: string;
  readonly key: string;
}

const defaultLimit = 50;
const mostRows = 200;

/** What does not fit, the oldest first. @throws LedgerError `bad-cursor`, `bad-data`. */
export async function findingsList(context: LedgerContext, query: FindingsQuery = {}): Promise<FindingsPage> {
  const { limit = defaultLimit } = query;
  if (!Number.isInteger(limit) || limit < 1 || limit > mostRows) throw new LedgerError('bad-data', `En side har fra 1 til ${mostRows} rader.`);
  const after = query.cursor === undefined ? null : readCursor(query.cursor, isCursor);
  const [asOf, rows, counted] = await Promise.all([today(context), page(context, query, after, limit), countsByCode(context, query)]);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    asOf,
    counts: Object.fromEntries(counted.map(({ code, count }) => [code, count])),
    nextCursor: rows.length <= limit || last === undefined ? null : writeCursor({ on: last.occurred_on, pathwayId: last.pathway_id, key: last.key } satisfies Cursor),
    rows: await Promise.all(shown.map((row) => listed(context, row, asOf))),
  };
}

function page(context: LedgerContext, query: FindingsQuery, after: Cursor | null, limit: number): Promise<Row[]> {
  const parameters = new Parameters();
  const conditions = conditionsOf(query, parameters);
  if (after !== null) conditions.push(`(f.occurred_on, f.pathway_id, f.key) > (${parameters.add(after.on, 'date')}, ${parameters.add(after.pathwayId, 'uuid')}, ${parameters.add(after.key, 'text')})`);
  const order = `order by f.occurred_on, f.pathway_id, f.key limit ${limit + 1}`;
  const { parts, rows } = seen(context, conditions, order);
  return readOften<Row>(
    context.database,
    `with ${parts} page as (select f.* from (${rows}) f ${order})
     select page.pathway_id, page.key, page.code, page.fact, page.occurred_on, page.rule, page.detail, page.owner_person, page.set_aside,
            o.id as organisation_id, o.name as organisation_name, pt.id as patient_id, pt.wrapped_key, pt.sealed_demographics
       from page join pathway p on p.id = page.pathway_id join patient pt on pt.id = p.patient_id join organisation o on o.id = page.organisation_id
      order by page.occurred_on, page.pathway_id, page.key`,
    parameters.values,
  );
}

function countsByCode(context: LedgerContext, query: FindingsQuery): Promise<{ readonly code: string; readonly count: number }[]> {
  const parameters = new Parameters();
  const { code: _, ...others } = query;
  const { parts, rows } = seen(context, conditionsOf(others, parameters), '');
  return readOften(context.database, `with ${parts} found as (${rows}) select code, count(*)::int as count from found group by code order by code`, parameters.values);
}

/** The rows that somebody sees, one of their organisations at a time in the order of its index, and those of pathways that name them (`worklist/statement.ts`). */
function seen({ database }: LedgerContext, conditions: readonly string[], order: string): { readonly parts: string; readonly rows: string } {
  const wanted = conditions.join(' and ');
  if (database.access === null) return { parts: '', rows: `select f.* from finding_row f where ${wanted}` };
  return {
    parts: `${namedPathways},`,
    rows: `select x.* from unnest((select app_organisations())) o(id) cross join lateral (select f.* from finding_row f where f.organisation_id = o.id and ${wanted} ${order}) x
      union all
      select f.* from named n cross join lateral (select * from finding_row t where t.pathway_id = n.pathway_id offset 0) f where not ${ownRow('f')} and ${wanted}`,
  };
}

function conditionsOf({ organisationIds, code, person, setAside }: FindingsQuery, parameters: Parameters): string[] {
  if (!(organisationIds ?? []).every(isUuid)) throw new LedgerError('bad-data', 'En virksomhet i filteret har ikke en gyldig id.');
  return [
    setAside === true ? 'f.set_aside' : 'not f.set_aside',
    // What does not fit in history is put right where it came from, or from the audit: nobody works on it here.
    `(select s.mode from pathway_state s where s.pathway_id = f.pathway_id) <> 'historical'`,
    ...(organisationIds === undefined ? [] : [`f.organisation_id = any(${parameters.add(organisationIds, 'uuid[]')})`]),
    ...(code === undefined ? [] : [`f.code = ${parameters.add(code, 'text')}`]),
    ...(person === undefined ? [] : person === '' ? ['f.owner_person is null'] : [`f.owner_person = ${parameters.add(person, 'text')}`]),
  ];
}

async function listed(context: LedgerContext, row: Row, asOf: OsloDate): Promise<FindingListed> {
  const { demographics, birthDate } = await openPatient(context, row.patient_id, row.wrapped_key, row.sealed_demographics);
  return {
    pathwayId: row.pathway_id,
    patient: { id: row.patient_id, name: demographics?.name ?? null, birthDate },
    organisation: { id: row.organisation_id, name: row.organisation_name },
    key: row.key, code: row.code, fact: row.fact, occurredOn: row.occurred_on, rule: row.rule, detail: row.detail,
    ageDays: daysBetween(row.occurred_on, asOf),
    person: row.owner_person,
    setAside: row.set_aside,
  };
}

function isCursor(value: unknown): value is Cursor {
  if (typeof value !== 'object' || value === null) return false;
  const { on, pathwayId, key } = value as Record<string, unknown>;
  return isOsloDate(on) && isUuid(pathwayId) && typeof key === 'string';
}

/** Somebody sees to a finding; null: nobody does any more. @throws LedgerError `bad-data`. */
export function takeFinding(context: LedgerContext, pathwayId: string, key: string, person: string | null, actor: Actor, within?: Transaction): Promise<Recorded> {
  return recordObservation(context, pathwayId, (pathway) => {
    mustHave(context, pathway, key);
    return { type: observations.findingTaken, data: { avvik: key, ...(person !== null && { personId: person }) } };
  }, actor, within);
}

/** Lets a finding stand, with a reason that stays on record; or takes that back. @throws LedgerError `bad-data`. */
export function setFindingAside(context: LedgerContext, pathwayId: string, key: string, { aside, reason }: { readonly aside: boolean; readonly reason: string }, actor: Actor, within?: Transaction): Promise<Recorded> {
  return recordObservation(context, pathwayId, (pathway) => {
    mustHave(context, pathway, key);
    if (textOf(reason) === undefined) throw new LedgerError('bad-data', 'Skriv hvorfor avviket legges til side eller tas fram igjen.');
    return { type: observations.findingSetAside, data: { avvik: key, ...(!aside && { tilbake: true }) }, text: textOf(reason) };
  }, actor, within);
}

function mustHave(context: LedgerContext, pathway: OpenPathway, key: string): void {
  const rows = findingRows(findingsOf(evaluate(kernelInputOf(context, pathway)), pathway.events));
  if (!rows.some((row) => row.key === key)) throw new LedgerError('bad-data', 'Forløpet har ikke dette avviket. Det kan være rettet i mellomtiden.');
}

import type { LedgerContext } from '../context.js';
import { read } from '../database/read.js';
import { isUuid } from '../core/event-id.js';
import type { CellQuery, CountedClock, CountedPage } from '../types/compliance.js';
import { LedgerError } from '../types/errors.js';
import { Parameters } from '../worklist/conditions.js';
import { countedRows } from './counted.js';
import { scopeOf, type Scope } from './scope.js';
import { isOfNow } from './tallies.js';
import { countedThen } from './then.js';

const pageSize = 100;
const mostOnPage = 500;

/** @throws LedgerError `unknown-organisation`, `bad-cursor`. */
export async function complianceCell(context: LedgerContext, query: CellQuery): Promise<CountedPage> {
  const scope = await scopeOf(context, query);
  const limit = Math.min(query.limit ?? pageSize, mostOnPage);
  const items = (await isOfNow(context, query)) ? await itemsNow(context, query, scope, limit + 1) : await itemsThen(context, query, scope, limit + 1);
  const page = items.slice(0, limit);
  const last = page.at(-1);
  return { items: page, next: items.length > limit && last !== undefined ? `${last.pathwayId} ${last.key}` : null };
}

function itemsNow(context: LedgerContext, query: CellQuery, scope: Scope, limit: number): Promise<CountedClock[]> {
  const parameters = new Parameters();
  const counted = countedRows(query, scope, parameters);
  return read<CountedClock>(
    context.database,
    `with ${counted}
     select pathway_id as "pathwayId", key, clock, organisation_id as "organisationId", start_on as "startOn", due_on as "dueOn", met_on as "metOn", ended_on as "endedOn",
            outcome, reason, cause, "end", days, defect
       from counted where ${conditions(query, parameters).join(' and ')} order by pathway_id, key limit ${limit}`,
    parameters.values,
  );
}

/** The same as of an earlier day, or by what was known earlier. */
async function itemsThen(context: LedgerContext, query: CellQuery, scope: Scope, limit: number): Promise<CountedClock[]> {
  const { outcome, reason, cause, defect, version, variant, step } = query;
  const [afterId, afterKey] = cursorOf(query.after) ?? ['', ''];
  const items: CountedClock[] = [];
  for await (const { pathwayId, organisationId, counted } of countedThen(context, query, scope, afterId === '' ? null : afterId)) {
    const shown = counted
      .filter(({ cell }) => (version === undefined || cell.version === version) && (variant === undefined || cell.variant === variant) && (step === undefined || cell.step === step))
      .map(({ row: { key, clock, startOn, dueOn, metOn, endedOn }, outcome: found, defect: told }): CountedClock => ({ pathwayId, key, clock, organisationId, startOn, dueOn, metOn, endedOn, ...found, defect: told }))
      .filter((item) => (outcome === undefined || item.outcome === outcome) && (reason === undefined || item.reason === reason) && (cause === undefined || item.cause === cause))
      .filter((item) => defect === undefined || (defect === 'any' ? item.defect !== null : item.defect === defect))
      .filter((item) => pathwayId > afterId || item.key > afterKey);
    items.push(...shown.sort((a, b) => (a.key < b.key ? -1 : 1)));
    if (items.length >= limit) break;
  }
  return items.slice(0, limit);
}

function conditions({ outcome, reason, cause, defect, version, variant, step, after }: CellQuery, parameters: Parameters): string[] {
  const equal = (column: string, value: string | undefined): string[] => (value === undefined ? [] : [`${column} = ${parameters.add(value, 'text')}`]);
  return [
    'true',
    ...equal('outcome', outcome),
    ...equal('reason', reason),
    ...equal('cause', cause),
    ...equal('version', version),
    ...equal('variant', variant),
    ...equal('step', step),
    ...(defect === 'any' ? ['defect is not null'] : equal('defect', defect)),
    ...afterCursor(after, parameters),
  ];
}

function afterCursor(after: string | undefined, parameters: Parameters): string[] {
  const cursor = cursorOf(after);
  return cursor === null ? [] : [`(pathway_id, key) > (${parameters.add(cursor[0], 'uuid')}, ${parameters.add(cursor[1], 'text')})`];
}

function cursorOf(after: string | undefined): readonly [id: string, key: string] | null {
  if (after === undefined) return null;
  const [id, key] = after.split(' ');
  if (id === undefined || key === undefined || !isUuid(id)) throw new LedgerError('bad-cursor', 'Sidemarkøren er ikke gyldig.');
  return [id, key];
}

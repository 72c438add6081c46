import { randomUUID } from 'node:crypto';
import { addDays, type OsloDate } from '@forlop/calendar';
import { evaluate, type Definition, type Json, type PlanItemSpec, type PlanSpec } from '@forlop/pathway';
import { retract } from '../commands/correct.js';
import type { LedgerContext } from '../context.js';
import { observations } from '../core/observation-types.js';
import { ledgerToday } from '../core/today.js';
import { kernelInputOf } from '../core/write-pathway.js';
import { snapshot } from '../database/read.js';
import { inTransactionOf, type Transaction } from '../database/transaction.js';
import { inputOf, loadPathway } from '../reads/load.js';
import { actorText, type Actor } from '../types/actor.js';
import { LedgerError } from '../types/errors.js';
import type { CarePlan, OpenPlanItem, PlanItem, PlanItemInput, PlanItemState, Worked } from '../types/working.js';
import { addEntry, give, historiesOf, keysOf, nameOf, observe, openForWork, openWork, patientsOf, sealWork } from './parts.js';

interface SealedItem {
  readonly person: string | null;
  readonly note: string | null;
  readonly reason: string | null;
}

interface ItemRow {
  readonly plan_id: string;
  readonly item: string;
  readonly patient_id: string;
  readonly owner: string;
  readonly due_on: OsloDate | null;
  readonly state: PlanItemState;
  readonly event_ids: readonly string[];
  readonly sealed: Buffer | null;
}

const unknownPlan = (sentence = 'Det finnes ingen slik plan for pasienten.'): LedgerError => new LedgerError('unknown-plan', sentence);
const settled = (state: PlanItemState): boolean => state === 'done' || state === 'not-relevant';
const aboutOf = (planId: string, item: string): string => `${planId}/${item}`;

/** Begins a plan that the definition asks for. @throws LedgerError `unknown-plan`, `not-now`. */
export function beginCarePlan(context: LedgerContext, pathwayId: string, plan: string, actor: Actor, within?: Transaction): Promise<Worked> {
  return inTransactionOf(context.database, within, async (transaction) => {
    const pathway = await openForWork(context, transaction, pathwayId);
    const spec = planSpec(pathway.definition, plan);
    if (!evaluate(kernelInputOf(context, pathway)).plans.includes(plan)) throw new LedgerError('not-now', `«${spec.title.nb}» gjelder ikke for pasienten nå.`);
    const id = randomUUID();
    const [mine] = await transaction.query(
      'insert into care_plan (id, pathway_id, plan, definition_version, created_by, created_at) values ($1, $2, $3, $4, $5, $6) on conflict (pathway_id, plan) do nothing returning 1',
      [id, pathwayId, plan, pathway.head.definitionVersion, actorText(actor), pathway.now]);
    if (mine === undefined) throw new LedgerError('not-now', 'Pasienten har alt denne planen.');
    const already = settledBefore(pathway.definition, spec, pathway.events);
    for (const [line, { id: item, owner }] of spec.items.entries()) {
      await transaction.query('insert into care_plan_item (plan_id, item, pathway_id, patient_id, line, owner, state, changed_by, changed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)', [
        id, item, pathwayId, pathway.patient.id, line, owner, already.has(item) ? 'done' : 'not-begun', actorText(actor), pathway.now,
      ]);
    }
    await observe(context, transaction, pathwayId, observations.planBegun, { plan }, actor);
    await addEntry(transaction, pathway, id, 'begun', actor, { settled: [...already] });
    return { id, pathwayId, warnings: [], recorded: null };
  });
}

/** Lines that stand as settled on the pathway already. */
function settledBefore(definition: Definition, { settledBy }: PlanSpec, events: readonly { readonly id: string; readonly type: string; readonly data: Readonly<Record<string, Json>>; readonly retracts?: string; readonly corrects?: string }[]): Set<string> {
  const type = definition.commands.find(({ id }) => id === settledBy?.command)?.records;
  if (settledBy === undefined || type === undefined) return new Set();
  const undone = new Set(events.flatMap(({ retracts, corrects }) => [retracts, corrects].filter((id) => id !== undefined)));
  const codes = events.filter((event) => event.type === type && event.retracts === undefined && !undone.has(event.id)).flatMap(({ data }) => data[settledBy.field] as readonly string[]);
  return new Set(codes);
}

/**
 * Sets a line: who has it, when, how far it has come. A line that is settled is recorded on the pathway in the same transaction; one that is
 * opened again takes that back. @throws CommandNotDone, LedgerError `unknown-plan`, `bad-data`.
 */
export function setPlanItem(context: LedgerContext, pathwayId: string, plan: string, item: string, input: PlanItemInput, actor: Actor, within?: Transaction): Promise<Worked> {
  return inTransactionOf(context.database, within, async (transaction) => {
    const pathway = await openForWork(context, transaction, pathwayId);
    const spec = planSpec(pathway.definition, plan);
    const [row] = await transaction.query<ItemRow>(
      'select i.plan_id, i.item, i.patient_id, i.owner, i.due_on, i.state, i.event_ids, i.sealed from care_plan_item i join care_plan c on c.id = i.plan_id where c.pathway_id = $1 and c.plan = $2 and i.item = $3', [pathwayId, plan, item]);
    const line = spec.items.find(({ id }) => id === item);
    if (row === undefined || line === undefined) throw unknownPlan('Planen er ikke tatt i bruk for pasienten, eller den har ikke dette punktet.');
    if (pathway.definition.roles[input.owner] === undefined) throw new LedgerError('bad-data', `Definisjonen har ikke rollen «${input.owner}».`);
    const reason = input.state === 'not-relevant' ? (input.text ?? '').trim() : null;
    if (reason === '') throw new LedgerError('bad-data', 'Skriv hvorfor punktet ikke er relevant.');
    const eventIds = input.state === row.state ? row.event_ids : await settle(context, transaction, pathwayId, spec, line, row, { ...input, on: input.on ?? pathway.today }, actor);
    const about = aboutOf(row.plan_id, item);
    const sealed: SealedItem = { person: input.person, note: input.note, reason: input.state === 'not-relevant' ? reason : null };
    await transaction.query('update care_plan_item set owner = $3, due_on = $4, state = $5, event_ids = $6, sealed = $7, changed_by = $8, changed_at = $9 where plan_id = $1 and item = $2', [
      row.plan_id, item, input.owner, input.dueOn, input.state, eventIds, sealWork(pathway.key, pathway.patient.id, about, sealed as unknown as Json), actorText(actor), pathway.now,
    ]);
    const detail = { item, state: input.state, was: row.state, owner: input.owner, dueOn: input.dueOn, ...(row.due_on !== input.dueOn && { wasDueOn: row.due_on }) };
    await addEntry(transaction, pathway, row.plan_id, 'item', actor, detail, input.note ?? input.text);
    return { id: row.plan_id, pathwayId, warnings: [], recorded: null };
  });
}

async function settle(context: LedgerContext, transaction: Transaction, pathwayId: string, { settledBy }: PlanSpec, line: PlanItemSpec, row: ItemRow, input: PlanItemInput & { readonly on: OsloDate }, actor: Actor): Promise<readonly string[]> {
  for (const id of row.event_ids) await retract(context, id, 'Punktet i planen er åpnet igjen.', actor, transaction);
  if (!settled(input.state)) return [];
  const more = input.state === 'done' ? line.done : line.notRelevant;
  const common = { on: input.on, ...(input.text !== undefined && { text: input.text }), ...(input.actingAs !== undefined && { actingAs: input.actingAs }) };
  const recorded = [
    settledBy === undefined ? null : (await give(context, transaction, pathwayId, { command: settledBy.command, data: { [settledBy.field]: [line.id] } }, common, actor)).recorded,
    (await give(context, transaction, pathwayId, more, common, actor)).recorded,
  ];
  return recorded.flatMap((one) => one?.eventIds ?? []);
}

function planSpec({ plans }: Definition, id: string): PlanSpec {
  const spec = plans.find((one) => one.id === id);
  if (spec === undefined) throw unknownPlan();
  return spec;
}

/** Every plan that the definition asks for now or the patient has. @throws LedgerError `unknown-pathway`. */
export async function carePlans(context: LedgerContext, pathwayId: string): Promise<readonly CarePlan[]> {
  const loaded = await loadPathway(context, pathwayId);
  const evaluation = evaluate(inputOf(context, loaded));
  const definition = context.rules.definition(evaluation.regime.definition.id, evaluation.regime.definition.version).source;
  return snapshot(context.database, async (reader) => {
    const begun = await reader.query<{ id: string; plan: string }>('select id, plan from care_plan where pathway_id = $1', [pathwayId]);
    const rows = await reader.query<ItemRow>('select plan_id, item, patient_id, owner, due_on, state, event_ids, sealed from care_plan_item where pathway_id = $1 order by plan_id, line', [pathwayId]);
    const histories = await historiesOf(reader, new Map([[loaded.patient.id, loaded.patient.key]]), begun.map(({ id }) => id));
    return definition.plans.filter(({ id }) => evaluation.plans.includes(id) || begun.some(({ plan }) => plan === id)).map((spec): CarePlan => {
      const id = begun.find(({ plan }) => plan === spec.id)?.id ?? null;
      return {
        id, pathwayId, plan: spec.id, title: spec.title.nb, status: spec.status, calledFor: evaluation.plans.includes(spec.id), missing: id === null,
        sources: spec.sources.map(({ source, locator }) => [definition.sources[source]?.title ?? source, locator].filter((part) => part !== undefined).join(', ')),
        items: id === null ? [] : rows.filter((row) => row.plan_id === id).map((row) => itemShown(definition, spec, row, loaded.patient)),
        history: id === null ? [] : (histories.get(id) ?? []),
      };
    });
  });
}

function itemShown(definition: Definition, spec: PlanSpec | undefined, row: ItemRow, patient: { readonly key: Buffer | null }): PlanItem {
  const line = spec?.items.find(({ id }) => id === row.item);
  const sealed = openWork<SealedItem>(patient, row.patient_id, aboutOf(row.plan_id, row.item), row.sealed);
  return {
    item: row.item, title: line?.title.nb ?? row.item, level: line?.level ?? 'kan', owner: row.owner, ownerTitle: definition.roles[row.owner]?.nb ?? row.owner,
    person: sealed?.person ?? null, dueOn: row.due_on, state: row.state, note: sealed?.note ?? null, reason: sealed?.reason ?? null,
  };
}

interface OpenRow extends ItemRow {
  readonly due_on: OsloDate;
  readonly plan: string;
  readonly pathway_id: string;
  readonly definition_id: string;
  readonly definition_version: string;
}

/** Of live pathways that the asker sees. */
export async function openPlanItems(context: LedgerContext, { until, owner, limit }: { readonly until?: OsloDate; readonly owner?: string; readonly limit: number }): Promise<readonly OpenPlanItem[]> {
  return snapshot(context.database, async (reader) => {
    const today = await ledgerToday(context, reader);
    const rows = await reader.query<OpenRow>(
      `select i.plan_id, i.item, i.patient_id, i.owner, i.due_on, i.state, i.event_ids, i.sealed, c.plan, i.pathway_id, p.definition_id, p.definition_version
         from care_plan_item i join care_plan c on c.id = i.plan_id join pathway p on p.id = i.pathway_id
        where i.state in ('not-begun', 'agreed') and i.due_on is not null and i.due_on <= $1 and ($2::text is null or i.owner = $2) and p.mode = 'live'
        order by i.due_on, i.pathway_id, i.line limit $3`, [until ?? addDays(today, 3650), owner ?? null, limit]);
    const patients = await patientsOf(context, reader, rows.map((row) => row.patient_id));
    return rows.map((row): OpenPlanItem => {
      const definition = context.rules.definition(row.definition_id, row.definition_version).source;
      const spec = definition.plans.find(({ id }) => id === row.plan);
      const shown = itemShown(definition, spec, row, { key: keysOf(patients).get(row.patient_id) ?? null });
      const { item, title, owner: role, ownerTitle, person, state } = shown;
      return { item, title, owner: role, ownerTitle, person, state, dueOn: row.due_on, overdue: row.due_on < today, planId: row.plan_id, plan: row.plan, pathwayId: row.pathway_id, patient: nameOf(row.patient_id, patients) };
    });
  });
}

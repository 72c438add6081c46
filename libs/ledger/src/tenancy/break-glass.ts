import { randomUUID } from 'node:crypto';
import { textOf } from '../commands/command.js';
import type { LedgerContext } from '../context.js';
import { isUuid } from '../core/event-id.js';
import { openEventText } from '../core/demographics.js';
import { observations } from '../core/observation-types.js';
import { openPathway, openPatient, unknownPathway } from '../core/open-pathway.js';
import { writePathway } from '../core/write-pathway.js';
import { isForeignKeyViolation } from '../database/database-errors.js';
import { read } from '../database/read.js';
import { inTransactionOf, type Transaction } from '../database/transaction.js';
import { actorText, type Actor } from '../types/actor.js';
import { LedgerError } from '../types/errors.js';
import type { BreakGlassInput, BreakGlassKind, BreakGlassUse } from '../types/tenancy.js';
import { mustKnow } from './holder.js';

const kinds: readonly BreakGlassKind[] = ['liv-og-helse', 'helsehjelp'];

/** Since when uses are listed when nobody says: as long as a unit is given to look through them. */
const defaultDays = 90;

/**
 * Lets somebody without access see a pathway for some hours, with a reason that the patient's unit and those who watch over security are
 * shown. It is itself an event on the pathway. Only danger to life and health goes before the patient's own blocking; otherwise, and for a
 * pathway that does not exist, the answer is the same.
 * @throws LedgerError `bad-data`, `unknown-pathway`.
 */
export async function breakGlass(context: LedgerContext, pathwayId: string, input: BreakGlassInput, actor: Actor, within?: Transaction): Promise<BreakGlassUse> {
  if (actor.kind !== 'person') throw new LedgerError('bad-data', 'Bare en person kan bruke nødtilgang.');
  if (!kinds.includes(input.kind)) throw new LedgerError('bad-data', `Grunnen til nødtilgang må være en av: ${kinds.join(', ')}.`);
  if (textOf(input.reason) === undefined) throw new LedgerError('bad-data', 'Skriv hvorfor du trenger nødtilgang. Pasientens enhet får se det.');
  return inTransactionOf(context.database, within, async (transaction) => {
    if (input.organisationId !== undefined) await mustKnow(transaction, input.organisationId);
    const id = randomUUID();
    const until = await open(context, transaction, id, pathwayId, input, actor);
    const pathway = await openPathway(context, transaction, pathwayId);
    const data = { art: input.kind, til: until.toISOString() };
    const draft = { id, kind: 'observation' as const, type: observations.brokeGlass, occurredOn: pathway.today, data, text: input.reason, actor: actorText(actor) };
    await writePathway(context, transaction, pathway, [draft], { tell: false });
    const [use] = await uses(context, transaction, 'g.id = $1', [id]);
    return use!;
  });
}

/** Opens the glass first: what follows is already seen by it, or not at all. */
async function open({ glassHours }: LedgerContext, transaction: Transaction, id: string, pathwayId: string, { kind, organisationId }: BreakGlassInput, actor: Actor): Promise<Date> {
  if (!isUuid(pathwayId)) throw unknownPathway();
  try {
    const [row] = await transaction.query<{ until_at: Date }>(
      `insert into break_glass (id, pathway_id, actor, organisation_id, kind, from_at, until_at)
       values ($1, $2, $3, $4, $5, app_now(), app_now() + make_interval(hours => $6)) returning until_at`,
      [id, pathwayId, actorText(actor), organisationId ?? null, kind, glassHours],
    );
    return row!.until_at;
  } catch (error) {
    throw isForeignKeyViolation(error) ? unknownPathway() : error;
  }
}

/** Uses since an instant, the latest first: of one's own people, and on one's own patients. */
export async function breakGlassUses(context: LedgerContext, query: { readonly since?: string; readonly pathwayId?: string } = {}): Promise<readonly BreakGlassUse[]> {
  const { since, pathwayId } = query;
  if (since !== undefined && Number.isNaN(Date.parse(since))) throw new LedgerError('bad-data', 'Tidspunktet må være på formen 2026-03-20T12:00:00Z.');
  if (pathwayId !== undefined && !isUuid(pathwayId)) throw unknownPathway();
  const reader = { query: <Row>(sql: string, parameters: readonly unknown[] = []) => read<Row>(context.database, sql, parameters) };
  return uses(context, reader, `g.from_at >= coalesce($1::timestamptz, app_now() - make_interval(days => ${defaultDays})) and ($2::uuid is null or g.pathway_id = $2)`, [since ?? null, pathwayId ?? null]);
}

interface UseRow {
  readonly id: string;
  readonly pathway_id: string;
  readonly actor: string;
  readonly organisation_id: string | null;
  readonly organisation_name: string | null;
  readonly kind: BreakGlassKind;
  readonly from_at: Date;
  readonly until_at: Date;
  readonly patient_id: string | null;
  readonly wrapped_key: Buffer | null;
  readonly sealed: Buffer | null;
}

async function uses(context: LedgerContext, reader: Pick<Transaction, 'query'>, where: string, parameters: readonly unknown[]): Promise<BreakGlassUse[]> {
  // Event and patient are there for those who may see the pathway itself.
  const rows = await reader.query<UseRow>(
    `select g.id, g.pathway_id, g.actor, o.id as organisation_id, o.name as organisation_name, g.kind, g.from_at, g.until_at, pt.id as patient_id, pt.wrapped_key, e.sealed
       from break_glass g left join organisation o on o.id = g.organisation_id
       left join event e on e.id = g.id left join patient pt on pt.id = e.patient_id
      where ${where} order by g.from_at desc, g.id limit 1000`,
    parameters,
  );
  return Promise.all(rows.map(async (row): Promise<BreakGlassUse> => ({
    id: row.id, pathwayId: row.pathway_id, actor: row.actor, kind: row.kind,
    organisation: row.organisation_id === null ? null : { id: row.organisation_id, name: row.organisation_name! },
    from: row.from_at.toISOString(), until: row.until_at.toISOString(),
    reason: await reasonOf(context, row),
  })));
}

async function reasonOf(context: LedgerContext, { id, patient_id, wrapped_key, sealed }: UseRow): Promise<string | null> {
  if (patient_id === null || wrapped_key === null || sealed === null) return null;
  const { key } = await openPatient(context, patient_id, wrapped_key, null);
  return key === null ? null : openEventText(key, patient_id, id, sealed).text;
}

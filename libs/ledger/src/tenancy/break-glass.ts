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
import type { Page } from '../types/reading.js';
import type { BreakGlassInput, BreakGlassKind, BreakGlassQuery, BreakGlassUse } from '../types/tenancy.js';
import { readCursor, writeCursor } from '../worklist/cursor.js';
import { mustKnow } from './holder.js';

const kinds: readonly BreakGlassKind[] = ['liv-og-helse', 'helsehjelp'];

/** Uses on one page at most. */
const most = 200;

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
    const [opened] = await uses(context, transaction, 'g.id = $1', [id]);
    return opened!.use;
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

/** Uses, the latest first: of one's own people, and on one's own patients. @throws LedgerError `bad-data`, `bad-cursor`, `unknown-pathway`. */
export async function breakGlassUses(context: LedgerContext, query: BreakGlassQuery = {}): Promise<Page<BreakGlassUse>> {
  const { since, pathwayId, limit = 50, cursor } = query;
  if (!Number.isInteger(limit) || limit < 1 || limit > most) throw new LedgerError('bad-data', `En side har fra 1 til ${most} rader.`);
  if (since !== undefined && Number.isNaN(Date.parse(since))) throw new LedgerError('bad-data', 'Tidspunktet må være på formen 2026-03-20T12:00:00Z.');
  if (pathwayId !== undefined && !isUuid(pathwayId)) throw unknownPathway();
  const after = cursor === undefined ? null : readCursor(cursor, isGlassCursor);
  const reader = { query: <Row>(sql: string, parameters: readonly unknown[] = []) => read<Row>(context.database, sql, parameters) };
  const found = await uses(
    context, reader,
    `($1::timestamptz is null or g.from_at >= $1) and ($2::uuid is null or g.pathway_id = $2) and ($3::timestamptz is null or (g.from_at, g.id) < ($3, $4::uuid))`,
    [since ?? null, pathwayId ?? null, after?.from ?? null, after?.id ?? null], limit + 1,
  );
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return { rows: rows.map(({ use }) => use), nextCursor: found.length > limit ? writeCursor({ from: last!.from, id: last!.use.id } satisfies GlassCursor) : null };
}

/** Where a page ended. */
interface GlassCursor {
  /** To the microsecond, as the database writes it. */
  readonly from: string;
  readonly id: string;
}

function isGlassCursor(value: unknown): value is GlassCursor {
  const { from, id } = (value ?? {}) as Partial<GlassCursor>;
  return typeof from === 'string' && !Number.isNaN(Date.parse(from)) && typeof id === 'string' && isUuid(id);
}

interface UseRow {
  readonly id: string;
  readonly pathway_id: string;
  readonly actor: string;
  readonly actor_name: string | null;
  readonly organisation_id: string | null;
  readonly organisation_name: string | null;
  readonly kind: BreakGlassKind;
  readonly from_at: Date;
  readonly from_text: string;
  readonly until_at: Date;
  readonly patient_id: string | null;
  readonly wrapped_key: Buffer | null;
  readonly sealed: Buffer | null;
}

/** What the user was called is in the access log's entry of the use, which is written in the same moment. */
const nameInLog = `
  (select l.actor_name from access_log l
    where l.actor = g.actor and l.action = 'break-glass.use' and l.outcome = 'wrote' and l.at between g.from_at - interval '1 minute' and g.from_at + interval '1 minute' and g.pathway_id = any(l.pathway_ids)
    order by l.id limit 1)`;

async function uses(context: LedgerContext, reader: Pick<Transaction, 'query'>, where: string, parameters: readonly unknown[], limit = 1): Promise<{ readonly use: BreakGlassUse; readonly from: string }[]> {
  // Event and patient are there for those who may see the pathway itself.
  const rows = await reader.query<UseRow>(
    `select g.id, g.pathway_id, g.actor, ${nameInLog} as actor_name, o.id as organisation_id, o.name as organisation_name, g.kind, g.from_at,
            to_char(g.from_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as from_text, g.until_at, pt.id as patient_id, pt.wrapped_key, e.sealed
       from break_glass g left join organisation o on o.id = g.organisation_id
       left join event e on e.id = g.id left join patient pt on pt.id = e.patient_id
      where ${where} order by g.from_at desc, g.id desc limit ${limit}`,
    parameters,
  );
  return Promise.all(rows.map(async (row) => ({ from: row.from_text, use: await useOf(context, row) })));
}

async function useOf(context: LedgerContext, row: UseRow): Promise<BreakGlassUse> {
  return {
    id: row.id, pathwayId: row.pathway_id, actor: row.actor, actorName: row.actor_name, kind: row.kind,
    organisation: row.organisation_id === null ? null : { id: row.organisation_id, name: row.organisation_name! },
    from: row.from_at.toISOString(), until: row.until_at.toISOString(),
    reason: await reasonOf(context, row),
  };
}

async function reasonOf(context: LedgerContext, { id, patient_id, wrapped_key, sealed }: UseRow): Promise<string | null> {
  if (patient_id === null || wrapped_key === null || sealed === null) return null;
  const { key } = await openPatient(context, patient_id, wrapped_key, null);
  return key === null ? null : openEventText(key, patient_id, id, sealed).text;
}

import { randomUUID } from 'node:crypto';
import type { OsloDate, WorkCalendar } from '@forlop/calendar';
import type { LedgerContext } from '../context.js';
import { openPathway, type OpenPathway } from '../core/open-pathway.js';
import { inTransaction, type Transaction } from '../database/transaction.js';
import { effectsOn } from '../house/effects.js';
import type { AttemptRef, Claim } from '../types/advancing.js';
import { confirmedKeys, isOpenObligation, type ObligationRow } from './open-obligations.js';
import { quietUntil } from './spread.js';

/** How soon a claim is tried again while the whole installation is silent, or nobody has confirmed. */
const retryAfterMs = 60 * 60_000;

const closed = { go: false, why: 'closed' } as const;
const alreadyDone = { go: false, why: 'already-done' } as const;

interface AttemptRow {
  readonly id: string;
  readonly outcome: string | null;
}

/**
 * Leave for one effect, given once. Refused when the obligation is closed or the effect is done; held while effects are
 * off, nobody has confirmed, or people are to be left in peace. A claim without an outcome is given again to
 * the same attempt: whoever made it has crashed, and the message carries the same id, by which a channel that can
 * deduplicate does so.
 */
export function claimAttempt(context: LedgerContext, ref: AttemptRef): Promise<Claim> {
  return inTransaction(context.database, async (transaction) => {
    const pathway = await openPathway(context, transaction, ref.pathwayId);
    const obligation = await obligationRow(transaction, ref);
    const refusal = await claimRefusal(transaction, pathway, obligation, ref);
    if (refusal !== null) return refusal;
    const until = quietUntil(calendarOf(context, pathway), context.hours, `${pathway.head.id}/${ref.key}`, pathway.now);
    return until === null ? { go: true, message: { id: await claim(transaction, pathway, obligation!, ref) } } : { go: false, why: 'hold', retryAt: until };
  });
}

/** Why an effect may not happen, or not yet; null: it may, as far as anything but people's hours is concerned. */
export async function claimRefusal(transaction: Transaction, pathway: OpenPathway, obligation: ObligationRow | null, ref: AttemptRef): Promise<Exclude<Claim, { go: true }> | null> {
  if (obligation === null) return closed;
  return closedClaim(pathway, obligation, ref) ?? (await doneClaim(transaction, ref, obligation)) ?? (await holdClaim(transaction, pathway, obligation, ref));
}

/** The obligation as it stands; null when there is none, or no more. */
export async function obligationRow(transaction: Transaction, { pathwayId, key }: Pick<AttemptRef, 'pathwayId' | 'key'>): Promise<ObligationRow | null> {
  const [row] = await transaction.query<ObligationRow>('select * from obligation_row where pathway_id = $1 and key = $2', [pathwayId, key]);
  return row ?? null;
}

function closedClaim({ head, today }: OpenPathway, obligation: ObligationRow, { attempt, purpose }: AttemptRef): typeof closed | typeof alreadyDone | null {
  if (head.mode !== 'live' || !isOpenObligation(obligation, today)) return closed;
  // Going live sends nothing that was planned for days before it.
  const wasPast = head.liveFrom !== null && purpose !== 'withdraw' && attempt < dayNumber(head.liveFrom);
  return wasPast ? alreadyDone : null;
}

const dayNumber = (day: OsloDate): number => Number(day.replaceAll('-', ''));

async function doneClaim(transaction: Transaction, ref: AttemptRef, { about }: ObligationRow): Promise<typeof alreadyDone | null> {
  const row = await attemptRow(transaction, ref, await generationOf(transaction, ref.pathwayId, about));
  return row?.outcome == null ? null : alreadyDone;
}

/** How often what was told about an obligation has been corrected: it is told anew after that. */
export async function generationOf(transaction: Transaction, pathwayId: string, about: string): Promise<number> {
  const [row] = await transaction.query<{ corrections: number }>(
    `select count(*)::int as corrections from obligation_attempt where pathway_id = $1 and about = $2 and purpose = 'withdraw' and outcome = 'sent'`,
    [pathwayId, about],
  );
  return row!.corrections;
}

async function attemptRow(transaction: Transaction, { pathwayId, key, attempt, purpose }: AttemptRef, generation: number): Promise<AttemptRow | null> {
  const [row] = await transaction.query<AttemptRow>(
    'select id, outcome from obligation_attempt where pathway_id = $1 and key = $2 and generation = $3 and attempt = $4 and purpose = $5',
    [pathwayId, key, generation, attempt, purpose],
  );
  return row ?? null;
}

async function holdClaim(transaction: Transaction, pathway: OpenPathway, obligation: ObligationRow, { purpose }: AttemptRef): Promise<{ readonly go: false; readonly why: 'hold'; readonly retryAt: string } | null> {
  const hold = (retryAt: string) => ({ go: false, why: 'hold', retryAt }) as const;
  const later = new Date(pathway.now.getTime() + retryAfterMs).toISOString();
  if (!(await effectsOn(transaction))) return hold(later);
  if (purpose === 'ask' && obligation.needs_confirmation && !confirmedKeys(pathway.events).has(obligation.key)) return hold(later);
  return null;
}

/** The calendar that the pathway's rules count by. */
export function calendarOf(context: LedgerContext, { events, head }: OpenPathway): WorkCalendar {
  const named = events.findLast((e) => e.data['calendar'] !== undefined)?.data['calendar'] as { id: string; version: string } | undefined;
  const { calendar } = context.rules.definition(head.definitionId, head.definitionVersion).source;
  return context.rules.calendar(named?.id ?? calendar.id, named?.version ?? calendar.version);
}

/** Writes the claim, or finds the one that was made before. */
export async function claim(transaction: Transaction, pathway: OpenPathway, obligation: ObligationRow, { pathwayId, key, attempt, purpose }: AttemptRef): Promise<string> {
  const [row] = await transaction.query<{ id: string }>(
    `insert into obligation_attempt (id, pathway_id, key, generation, attempt, purpose, about, claimed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (pathway_id, key, generation, attempt, purpose) do update set claims = obligation_attempt.claims + 1, claimed_at = excluded.claimed_at
     returning id`,
    [randomUUID(), pathwayId, key, await generationOf(transaction, pathwayId, obligation.about), attempt, purpose, obligation.about, pathway.now],
  );
  return row!.id;
}

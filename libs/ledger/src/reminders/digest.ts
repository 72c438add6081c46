import { createHash } from 'node:crypto';
import { osloDateOf, osloMidnight, type OsloDate } from '@forlop/calendar';
import { mondayOf, overLimit, whoReceives, type Absence } from '@forlop/reminders';
import type { LedgerContext } from '../context.js';
import { fullNameOf } from '../core/demographics.js';
import { openPatient } from '../core/open-pathway.js';
import { ledgerNow } from '../core/today.js';
import { inTransaction, type Transaction } from '../database/transaction.js';
import { effectsOn } from '../house/effects.js';
import { quietUntil } from '../process/spread.js';
import type { AttemptPurpose, ObligationKind } from '../types/advancing.js';
import type { Address, ChannelId, DigestCall, DigestClaim, DigestItem, OfferedChannel, PlannedDigest } from '../types/reminders.js';
import { storedContact } from './addressees.js';
import { endUnsent } from './ending.js';
import { addEntries } from './entries.js';
import { servedBy, type ServedBy } from '../webhooks/delivery.js';
import { addressOf, type ReceiverRow } from './receiver.js';
import { possiblySent } from './settle.js';
import { digestAt, nextWeek } from './window.js';

/** How soon it is asked again while the installation sends nothing. */
const effectsRetryMs = 15 * 60_000;
/** One message holds no more reminders than a person reads. */
const mostItems = 50;
/** Stand-ins of stand-ins are followed so far. */
const mostStandIns = 5;

interface ClaimRow {
  readonly id: string;
  readonly pathway_id: string;
  readonly attempt_id: string;
  readonly state: 'planned' | 'sending';
  readonly channel: ChannelId | null;
  readonly purpose: AttemptPurpose;
  readonly wording: string;
  readonly role: string;
  readonly message_id: string | null;
  readonly planned_at: Date;
  readonly mode: string;
  readonly open: boolean;
  readonly kind: ObligationKind | null;
  readonly duty: string | null;
  readonly due_on: OsloDate | null;
  readonly definition_id: string;
  readonly definition_version: string;
  readonly organisation: string;
  readonly patient_id: string;
  readonly wrapped_key: Buffer | null;
  readonly sealed_demographics: Buffer | null;
}

type Refused = { readonly row: ClaimRow; readonly code: string };

/**
 * What one receiver is sent now, by one channel; asked again until there is nothing more. What was claimed for this digest before
 * and has no outcome comes first, and alone: it is the same message once more, less what is closed by now, which may have been sent. What is
 * closed, done or no longer theirs is else suppressed on the way: a reminder that is not out of the house when its cause goes never leaves it.
 */
export async function claimDigest(context: LedgerContext, call: DigestCall): Promise<DigestClaim> {
  const refused: Refused[] = [];
  const claim = await inTransaction(context.database, async (transaction): Promise<DigestClaim> => {
    refused.length = 0;
    const now = await ledgerNow(context, transaction);
    if (!(await effectsOn(transaction))) return { go: false, why: 'hold', retryAt: new Date(now.getTime() + effectsRetryMs).toISOString() };
    const receiver = await lockReceiver(transaction, call.receiverId);
    if (receiver === null) return nothing;
    const before = await rowsOf(transaction, call, now, true);
    const again = before[0] === undefined ? null : quietUntilFor(context, before[0], receiver.id, now);
    if (again !== null) return { go: false, why: 'hold', retryAt: again };
    if (before.length > 0) return claimed(context, transaction, call, receiver, before, before[0]!.channel!, await reachOf(context, transaction, receiver, before[0]!), now, refused);
    const standIn = await standInOf(transaction, receiver, osloDateOf(now.getTime()));
    if (standIn !== null) return { ...nothing, handedOn: await handOn(transaction, receiver, standIn, now) };
    const due = await withinLimit(transaction, receiver, await rowsOf(transaction, call, now, false), now);
    if (due.length === 0) return nothing;
    const quiet = quietUntilFor(context, due[0]!, receiver.id, now);
    if (quiet !== null) return { go: false, why: 'hold', retryAt: quiet };
    const reach = await reachOf(context, transaction, receiver, due[0]!);
    const channel = channelFor(reach, receiver, due[0]!, call.channels);
    const carries = call.channels.find(({ id }) => id === channel)?.carries;
    // What names a patient is about one patient: it becomes a part of her record at the other end.
    const mine = due
      .filter((row) => row.channel === due[0]!.channel && (carries !== 'health' || row.pathway_id === due[0]!.pathway_id))
      .slice(0, receiver.undigested_at === null ? mostItems : 1);
    return claimed(context, transaction, call, receiver, mine, channel, reach, now, refused);
  });
  for (const { row, code } of refused) await (row.state === 'sending' ? possiblySent(context, row, code) : endUnsent(context, row, 'suppressed', { code }));
  return claim;
}

/**
 * Windows keep to people's hours when a reminder is planned. What is sent later than that, because the week's limit held it, a channel was away or
 * a digest was lost, comes at any time of the day, and waits until people may be disturbed again; null: they may.
 */
function quietUntilFor(context: LedgerContext, row: Pick<ClaimRow, 'definition_id' | 'definition_version'>, receiverId: string, now: Date): string | null {
  if (context.digestMinutes === 0) return null;
  const { calendar } = context.rules.definition(row.definition_id, row.definition_version).source;
  return quietUntil(context.rules.calendar(calendar.id, calendar.version), context.hours, receiverId, now);
}

const nothing = { go: false, why: 'nothing', handedOn: [] } as const;

async function lockReceiver(transaction: Transaction, id: string): Promise<ReceiverRow | null> {
  const [row] = await transaction.query<ReceiverRow>('select * from receiver where id = $1 for update', [id]);
  return row ?? null;
}

function rowsOf(transaction: Transaction, { receiverId, digestId }: DigestCall, now: Date, before: boolean): Promise<ClaimRow[]> {
  return transaction.query<ClaimRow>(
    `select r.id, r.pathway_id, r.attempt_id, r.state, r.channel, r.purpose, r.wording, r.role, r.message_id, r.planned_at, p.mode, p.definition_id, p.definition_version,
            coalesce(o.opens_on <= $3::date and (o.closes_on is null or o.closes_on > $3::date), false) as open,
            o.kind, o.duty, c.due_on, org.name as organisation, pt.id as patient_id, pt.wrapped_key, pt.sealed_demographics
       from reminder r
       join obligation_attempt a on a.id = r.attempt_id
       join pathway p on p.id = r.pathway_id
       join patient pt on pt.id = p.patient_id
       join organisation org on org.id = p.organisation_id
       left join obligation_row o on o.pathway_id = a.pathway_id and o.key = a.key
       left join clock_row c on c.pathway_id = o.pathway_id and c.key = o.clock_key
      where r.receiver_id = $1 and ${before ? `r.state = 'sending' and r.digest_id = $2` : `r.state = 'planned' and r.due_at <= $2`}
      order by r.due_at, r.id limit ${mostItems} for update of r skip locked`,
    [receiverId, before ? digestId : now, osloDateOf(now.getTime())],
  );
}

/** Who answers while somebody is away; null when they are not, or nobody does. */
async function standInOf(transaction: Transaction, receiver: ReceiverRow, today: OsloDate): Promise<string | null> {
  const absences: Absence[] = [];
  // Two who stand in for each other are a circle for as long as neither is away: only those who are, are followed.
  for (let at: ReceiverRow | undefined = receiver; at?.away_from != null && absences.length < mostStandIns; ) {
    absences.push({ of: at.id, from: at.away_from, to: at.away_to, standIn: at.stand_in });
    [at] = at.stand_in === null ? [] : await transaction.query<ReceiverRow>('select * from receiver where id = $1', [at.stand_in]);
  }
  const { to } = whoReceives(receiver.id, today, absences);
  return to === receiver.id ? null : to;
}

async function handOn(transaction: Transaction, receiver: ReceiverRow, standIn: string, now: Date): Promise<PlannedDigest[]> {
  const rows = await transaction.query<{ id: string }>(`update reminder set receiver_id = $2 where receiver_id = $1 and state = 'planned' and due_at <= $3 returning id`, [receiver.id, standIn, now]);
  await addEntries(transaction, rows.map(({ id }) => id), now, { what: 'handed-on', code: 'away' });
  return rows.length === 0 ? [] : [digestAt(standIn, now)];
}

/** Askings beyond the week's limit wait for the next. What is escalated or taken back does not. */
async function withinLimit(transaction: Transaction, { id, max_per_week: most }: ReceiverRow, rows: readonly ClaimRow[], now: Date): Promise<readonly ClaimRow[]> {
  if (most === null || rows.length === 0) return rows;
  const monday = new Date(osloMidnight(mondayOf(osloDateOf(now.getTime()))));
  const [sent] = await transaction.query<{ n: number }>(`select count(*)::int as n from reminder where receiver_id = $1 and sent_at >= $2 and purpose = 'ask'`, [id, monday]);
  const { goes, waits } = overLimit(rows.map((row) => ({ ...row, dueOn: row.due_on })), sent!.n, most);
  const held = waits.map((row) => row.id);
  await transaction.query('update reminder set due_at = $2 where id = any($1)', [held, nextWeek(now)]);
  await addEntries(transaction, held, now, { what: 'held', code: 'weekly-limit' });
  return goes;
}

/** A withdrawal's own way; else the receiver's choice where they have that address and the house that channel; else the first that fits. */
function channelFor(reach: Reach, receiver: ReceiverRow, row: ClaimRow, offered: readonly OfferedChannel[]): ChannelId | null {
  const fits = offered.filter(({ id }) => reaches(reach, id, receiver.unreachable)).map(({ id }) => id);
  const wanted = row.channel ?? receiver.channel;
  return wanted !== null && fits.includes(wanted) ? wanted : (fits[0] ?? null);
}

/** By what somebody can be reached. */
interface Reach {
  readonly address: Address | null;
  readonly subscriber: ServedBy | null;
}

async function reachOf(context: LedgerContext, transaction: Transaction, receiver: ReceiverRow, row: ClaimRow): Promise<Reach> {
  const address = await addressAt(context, transaction, receiver, row);
  return { address, subscriber: await servedBy(transaction, receiver, address) };
}

function reaches({ address, subscriber }: Reach, channel: ChannelId, unreachable: string | null): boolean {
  if (channel === 'email') return Boolean(address?.email) && unreachable === null;
  return channel === 'dialogmelding' ? Boolean(address?.herId) : subscriber !== null;
}

async function addressAt(context: LedgerContext, transaction: Transaction, receiver: ReceiverRow, row: ClaimRow): Promise<Address | null> {
  if (receiver.patient_id === null) return addressOf(context, receiver, transaction);
  const patient = await openPatient(context, row.patient_id, row.wrapped_key, null);
  const contact = await storedContact(transaction, patient, row.role);
  return contact === null ? null : { name: contact.name, email: contact.email, hprNumber: null, herId: null, orgNumber: null };
}

async function claimed(
  context: LedgerContext, transaction: Transaction, call: DigestCall, receiver: ReceiverRow, rows: readonly ClaimRow[], channel: ChannelId | null, { address, subscriber }: Reach, now: Date, refused: Refused[],
): Promise<DigestClaim> {
  for (const row of rows) {
    const code = refusalOf(row, channel);
    if (code !== null) refused.push({ row, code });
  }
  const going = rows.filter((row) => !refused.some((one) => one.row === row));
  // Nothing of this batch goes; the rest of what is due is looked at in the next call.
  if (going.length === 0) return refused.length === 0 ? nothing : { go: false, why: 'again' };
  const ids = going.map(({ id }) => id);
  const messageId = rows[0]!.message_id ?? messageIdFor(channel!, ids);
  const repeated = going.some(({ state }) => state === 'sending');
  await transaction.query(
    `update reminder set state = 'sending', digest_id = $2, channel = $3, language = $4, claims = claims + 1, claimed_at = $5, message_id = $6,
            subscriber_id = case when $3::text = 'webhook' then coalesce($7::uuid, subscriber_id) end
       where id = any($1)`,
    [ids, call.digestId, channel, receiver.language, now, messageId, subscriber?.id ?? null],
  );
  await addEntries(transaction, ids, now, { what: repeated ? 'possibly-sent-twice' : 'claimed', channel });
  const carries = call.channels.find(({ id }) => id === channel)!.carries;
  const items = await Promise.all(going.map((row) => itemOf(context, row, carries)));
  return { go: true, digest: { digestId: call.digestId, receiverId: receiver.id, messageId, channel: channel!, language: receiver.language, address: address!, subscriber: channel === 'webhook' ? subscriber : null, items, repeated } };
}

/** The same for the same reminders on the same channel, and kept when some of them fall out: a receiver who recognises it drops a repetition. */
function messageIdFor(channel: ChannelId, reminderIds: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify([channel, ...[...reminderIds].sort()])).digest('hex').slice(0, 40);
}

/** Why a reminder does not leave; null: it does. An obligation is closed by what was done, by death, a move, and the pathway's end. */
function refusalOf({ mode, open, wrapped_key: key }: ClaimRow, channel: ChannelId | null): string | null {
  if (key === null) return 'erased';
  if (mode !== 'live') return 'not-live';
  if (!open) return 'closed';
  return channel === null ? 'no-address' : null;
}

async function itemOf(context: LedgerContext, row: ClaimRow, carries: OfferedChannel['carries']): Promise<DigestItem> {
  const { source } = context.rules.definition(row.definition_id, row.definition_version);
  return {
    reminderId: row.id,
    pathwayId: row.pathway_id,
    purpose: row.purpose,
    wording: row.wording,
    kind: row.kind ?? 'remind',
    duty: row.duty ?? '',
    dutyTitle: source.duties.find(({ id }) => id === row.duty)?.title.nb ?? row.duty ?? '',
    dueOn: row.due_on,
    organisation: row.organisation,
    patient: carries === 'health' ? await patientOf(context, row) : null,
    plannedAt: row.planned_at.toISOString(),
  };
}

async function patientOf(context: LedgerContext, row: ClaimRow): Promise<DigestItem['patient']> {
  const { demographics } = await openPatient(context, row.patient_id, row.wrapped_key, row.sealed_demographics);
  return { name: fullNameOf(demographics), given: demographics?.name?.given ?? '', family: demographics?.name?.family ?? '', identifier: demographics?.identifier?.value ?? null };
}

/** Receivers of whom something has been due, or was being sent, for a while: their digest was lost, or never begun. */
export async function dueDigests(context: LedgerContext, { olderThanMs, limit }: { readonly olderThanMs: number; readonly limit: number }): Promise<readonly PlannedDigest[]> {
  const rows = await inTransaction(context.database, async (transaction) =>
    transaction.query<{ receiver_id: string; at: Date; digest_id: string | null }>(
      `select receiver_id, min(due_at) as at, null as digest_id from reminder where state = 'planned' and due_at <= $1 group by receiver_id
       union all
       select receiver_id, min(due_at), digest_id from reminder where state = 'sending' and claimed_at <= $1 group by receiver_id, digest_id
       order by 2 limit $2`, [new Date((await ledgerNow(context, transaction)).getTime() - olderThanMs), limit]));
  return rows.map((row) => digestAt(row.receiver_id, row.at, row.digest_id ?? undefined));
}

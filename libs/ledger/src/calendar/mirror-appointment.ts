import { createHash, randomUUID } from 'node:crypto';
import { checkPersonIdentifier } from '@forlop/contracts';
import { canonicalJson, type Json } from '@forlop/pathway';
import type { LedgerContext } from '../context.js';
import { ledgerNow } from '../core/today.js';
import { asIntake, inTransactionOf, type Transaction } from '../database/transaction.js';
import { canonicalIdentifier, lockIdentity } from '../intake/patients.js';
import { actorText, type Actor } from '../types/actor.js';
import type { AppointmentTold, MirrorResult } from '../types/mirrored-calendar.js';
import { recordAppointment, rowColumns, type AppointmentRow } from './record-appointment.js';
import { clinicOf, lockMirrored, newness, senderOf } from './senders.js';

interface Known extends AppointmentRow {
  readonly version: string;
  readonly digest: Buffer;
  readonly identifier_hash: Buffer;
}

/**
 * Takes in an appointment from the hospital's record system: mirrors it, and records on the patient's pathway what the definition makes of it.
 * The same version changes nothing, an earlier one neither. One of somebody who has no pathway at the sender's is kept a short time, in case her
 * referral comes, and shown to nobody.
 */
export function mirrorAppointment(context: LedgerContext, told: AppointmentTold, actor: Actor, within?: Transaction): Promise<MirrorResult> {
  return inTransactionOf(context.database, within, (transaction) => asIntake(transaction, async (): Promise<MirrorResult> => {
    const sender = senderOf(actor);
    const clinic = await clinicOf(transaction, told.organisation, sender);
    if (clinic === null) return refused('ukjent-enhet', 'Enheten er ikke avsenderens egen, eller finnes ikke her.');
    if (!checkPersonIdentifier(told.patient.system, told.patient.value).ok) return refused('ugyldig-nummer', 'Pasientens nummer er ikke gyldig.');
    const { system, value } = canonicalIdentifier(told.patient);
    const hash = context.searchKey.identifier(system, value);
    await lockMirrored(transaction, sender, told);
    await lockIdentity(transaction, hash);
    const known = await knownAppointment(transaction, sender, told);
    const digest = digestOf(told);
    if (known !== null) {
      const how = newness(known, told);
      if (how === 'same' && !known.digest.equals(digest)) return refused('samme-versjon', 'Denne versjonen er mottatt før med et annet innhold. Send endringen med en ny versjon.');
      if (how !== 'newer') return { outcome: how, id: known.id, pathwayId: known.pathway_id, remark: null };
    }
    const other = known !== null && !known.identifier_hash.equals(hash);
    // It was of somebody else: there it never was.
    if (other && known.pathway_id !== null) await recordAppointment(context, transaction, { ...known, pathway_id: known.pathway_id, status: 'entered-in-error' }, actorText(actor));
    const pathway = known === null || other || known.pathway_id === null ? await pathwayFor(transaction, hash, clinic, told.startsAt) : { id: known.pathway_id, remark: null };
    const row = await store(context, transaction, { told, sender, clinic, hash, digest, pathwayId: pathway.id, id: known?.id ?? randomUUID() });
    const remark = row.pathway_id === null ? pathway.remark : await recordAppointment(context, transaction, { ...row, pathway_id: row.pathway_id }, actorText(actor));
    return { outcome: known === null ? 'new' : 'changed', id: row.id, pathwayId: row.pathway_id, remark };
  }));
}

const refused = (code: string, sentence: string): MirrorResult => ({ outcome: 'refused', id: null, pathwayId: null, remark: { code, sentence } });

/** What the version says, without its own name. */
const digestOf = ({ version: _version, versionAt: _at, ...content }: AppointmentTold): Buffer => createHash('sha256').update(canonicalJson(content as unknown as Json)).digest();

async function knownAppointment(transaction: Transaction, sender: string, { source, externalId }: AppointmentTold): Promise<Known | null> {
  const [row] = await transaction.query<Known>(
    `select ${rowColumns}, version, digest, identifier_hash from mirrored_appointment where sender = $1 and source = $2 and external_id = $3`, [sender, source, externalId]);
  return row ?? null;
}

/**
 * The patient's pathway that the appointment belongs to: one that is under way where the clinic is the responsible organisation, below it or
 * above it, whether or not the system that sends it sees patients there. Between two nobody but a person can tell, and both stay without a time until then.
 */
export async function pathwayFor(transaction: Transaction, hash: Buffer, clinic: string, startsAt: string | Date): Promise<{ readonly id: string | null; readonly remark: MirrorResult['remark'] }> {
  const rows = await transaction.query<{ id: string }>(
    `with recursive up as (
       select id, parent_id from organisation where id = $2
       union select o.id, o.parent_id from organisation o join up on o.id = up.parent_id),
     below as (
       select id from organisation where id = $2
       union select o.id from organisation o join below on o.parent_id = below.id)
     select p.id from patient pt join pathway p on p.patient_id = pt.id join pathway_state s on s.pathway_id = p.id
      where pt.identifier_hash = $1 and pt.verified and pt.erased_at is null and s.active and not s.quarantined and p.mode <> 'historical'
        and p.received_on <= ($3::timestamptz at time zone 'Europe/Oslo')::date
        and (p.organisation_id in (select id from up) or p.organisation_id in (select id from below))
      order by p.received_on, p.id limit 2`,
    [hash, clinic, startsAt],
  );
  if (rows.length < 2) return { id: rows[0]?.id ?? null, remark: null };
  return { id: null, remark: { code: 'flere-forlop', sentence: 'Pasienten har flere forløp ved enheten, og timen sier ikke hvilket den gjelder. Den er ikke ført i noe av dem.' } };
}

interface ToStore {
  readonly told: AppointmentTold;
  readonly id: string;
  readonly sender: string;
  readonly clinic: string;
  readonly hash: Buffer;
  readonly digest: Buffer;
  readonly pathwayId: string | null;
}

async function store(context: LedgerContext, transaction: Transaction, { told, id, sender, clinic, hash, digest, pathwayId }: ToStore): Promise<AppointmentRow> {
  const now = await ledgerNow(context, transaction);
  const [row] = await transaction.query<AppointmentRow>(
    `insert into mirrored_appointment (id, sender, source, external_id, version, version_at, digest, identifier_hash, pathway_id, organisation_id, starts_at, ends_at, kind, status, cause, made_on, read_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
     on conflict (id) do update set version = excluded.version, version_at = excluded.version_at, digest = excluded.digest, identifier_hash = excluded.identifier_hash,
       facts = case when mirrored_appointment.identifier_hash = excluded.identifier_hash then mirrored_appointment.facts else '{}' end,
       offered_day = case when mirrored_appointment.identifier_hash = excluded.identifier_hash then mirrored_appointment.offered_day end,
       offered_on = case when mirrored_appointment.identifier_hash = excluded.identifier_hash then mirrored_appointment.offered_on end,
       ended = case when mirrored_appointment.identifier_hash = excluded.identifier_hash then mirrored_appointment.ended end,
       pathway_id = excluded.pathway_id, organisation_id = excluded.organisation_id, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
       kind = excluded.kind, status = excluded.status, cause = excluded.cause, made_on = excluded.made_on, read_at = excluded.read_at
     returning ${rowColumns}`,
    [id, sender, told.source, told.externalId, told.version, told.versionAt, digest, hash, pathwayId, clinic, told.startsAt, told.endsAt, told.kind, told.status, told.cause, told.madeOn, now],
  );
  return row!;
}

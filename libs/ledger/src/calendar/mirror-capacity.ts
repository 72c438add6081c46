import { randomUUID } from 'node:crypto';
import type { LedgerContext } from '../context.js';
import { ledgerNow } from '../core/today.js';
import { inTransactionOf, type Transaction } from '../database/transaction.js';
import type { Actor } from '../types/actor.js';
import type { CapacityTold, MirrorResult } from '../types/mirrored-calendar.js';
import { clinicOf, lockMirrored, newness, senderOf } from './senders.js';

interface Known {
  readonly id: string;
  readonly version: string;
  readonly version_at: Date;
}

/** Takes in a day's free and taken time. The same version again only says that it still holds. */
export function mirrorCapacity(context: LedgerContext, told: CapacityTold, actor: Actor, within?: Transaction): Promise<MirrorResult> {
  return inTransactionOf(context.database, within, async (transaction): Promise<MirrorResult> => {
    const sender = senderOf(actor);
    const clinic = await clinicOf(transaction, told.organisation, sender);
    if (clinic === null) return { outcome: 'refused', id: null, pathwayId: null, remark: { code: 'ukjent-enhet', sentence: 'Enheten er ikke avsenderens egen, eller finnes ikke her.' } };
    await lockMirrored(transaction, sender, told);
    const [known] = await transaction.query<Known>('select id, version, version_at from mirrored_capacity where sender = $1 and source = $2 and external_id = $3', [sender, told.source, told.externalId]);
    const how = known === undefined ? 'new' : newness(known, told);
    if (how === 'older') return { outcome: 'older', id: known!.id, pathwayId: null, remark: null };
    const id = known?.id ?? randomUUID();
    const now = await ledgerNow(context, transaction);
    if (how === 'same') await transaction.query('update mirrored_capacity set read_at = $2 where id = $1', [id, now]);
    else await store(transaction, id, sender, clinic, told, now);
    return { outcome: how === 'newer' ? 'changed' : how, id, pathwayId: null, remark: null };
  });
}

async function store(transaction: Transaction, id: string, sender: string, clinic: string, told: CapacityTold, now: Date): Promise<void> {
  await transaction.query(
    `insert into mirrored_capacity (id, sender, source, external_id, version, version_at, organisation_id, on_day, service_type, free_minutes, busy_minutes, free_places, busy_places, read_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
     on conflict (id) do update set version = excluded.version, version_at = excluded.version_at, organisation_id = excluded.organisation_id, on_day = excluded.on_day,
       service_type = excluded.service_type, free_minutes = excluded.free_minutes, busy_minutes = excluded.busy_minutes, free_places = excluded.free_places,
       busy_places = excluded.busy_places, read_at = excluded.read_at`,
    [id, sender, told.source, told.externalId, told.version, told.versionAt, clinic, told.on, told.serviceType, told.freeMinutes, told.busyMinutes, told.freePlaces, told.busyPlaces, now],
  );
}

import { osloDateOf, type OsloDate } from '@forlop/calendar';
import type { PathwayInput } from '@forlop/pathway';
import { EVERYTHING_KNOWN } from '@forlop/pathway';
import type { RegistryName } from '@forlop/registries';
import type { LedgerContext } from '../context.js';
import { isUuid } from '../core/event-id.js';
import { openPatient, storedEvent, unknownPathway, type OpenPatient, type RawEvent, type StoredEvent } from '../core/open-pathway.js';
import { read } from '../database/read.js';
import type { QuarantineReason } from '../types/intake.js';
import type { PathwayMode } from '../types/writing.js';

/** A pathway as read without its lock, all of it at one moment. */
export interface LoadedPathway {
  readonly id: string;
  readonly mode: PathwayMode;
  readonly position: number;
  readonly receivedOn: OsloDate;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly patient: OpenPatient;
  readonly verified: boolean;
  readonly erased: boolean;
  readonly events: readonly LoadedEvent[];
  readonly told: readonly ToldRow[];
  readonly quarantine: QuarantineRow | null;
  /** When each national registry was asked about the patient, and its last answer. */
  readonly looks: readonly LoadedLook[];
  /** By the ledger's clock. */
  readonly now: Date;
  readonly today: OsloDate;
}

export interface LoadedEvent extends StoredEvent {
  /** Base64, and whose key it is under. */
  readonly sealed: string | null;
  readonly sealedFor: string;
}

export interface ToldRow {
  readonly about: string;
  readonly key: string;
  readonly purpose: string;
  readonly status: string;
  readonly code: string | null;
  readonly messageId: string | null;
  readonly at: string;
}

export interface LoadedLook {
  readonly registry: RegistryName;
  readonly askedAt: string;
  /** Null: nothing that could be read was answered yet. */
  readonly asOf: string | null;
  /** In base64; null without an answer. */
  readonly sealed: string | null;
}

interface QuarantineRow {
  readonly receivedOn: OsloDate;
  readonly owner: string;
  readonly reasons: readonly QuarantineReason[];
  readonly releasedAt: string | null;
}

interface Row {
  readonly id: string;
  readonly mode: PathwayMode;
  readonly head_position: number;
  readonly received_on: OsloDate;
  readonly organisation: { id: string; name: string };
  readonly patient_id: string;
  readonly wrapped_key: Buffer | null;
  readonly sealed_demographics: Buffer | null;
  readonly surrogate_birth_date: OsloDate | null;
  readonly verified: boolean;
  readonly erased: boolean;
  readonly events: (RawEvent & { readonly sealed: string | null; readonly sealedFor: string })[];
  readonly told: ToldRow[] | null;
  readonly quarantine: QuarantineRow | null;
  readonly looks: LoadedLook[] | null;
  readonly now: Date;
}

const loadQuery = `
  select p.id, p.mode, p.head_position, p.received_on, json_build_object('id', o.id, 'name', o.name) as organisation,
         pt.id as patient_id, pt.wrapped_key, pt.sealed_demographics, pt.surrogate_birth_date, pt.verified, pt.erased_at is not null as erased,
         (select json_agg(e order by e.seq) from (
            select x.id, x.position, x.seq, x.kind, x.type, x.occurred_on as "occurredOn", x.recorded_at as "recordedAt", x.data, x.corrects, x.retracts,
                   x.organisation_id as organisation, x.actor, x.sealed is not null as "hasText", translate(encode(x.sealed, 'base64'), E'\\n', '') as sealed, x.patient_id as "sealedFor"
              from event x where x.pathway_id = p.id) e) as events,
         (select json_agg(json_build_object('about', a.about, 'key', a.key, 'purpose', a.purpose, 'status', coalesce(a.outcome, 'claimed'), 'code', a.code,
                   'messageId', a.message_id, 'at', coalesce(a.ended_at, a.claimed_at)) order by a.claimed_at, a.id)
            from obligation_attempt a where a.pathway_id = p.id) as told,
         (select json_build_object('receivedOn', q.received_on, 'owner', q.owner, 'reasons', q.reasons, 'releasedAt', q.released_at)
            from quarantine q where q.pathway_id = p.id) as quarantine,
         (select json_agg(json_build_object('registry', l.registry, 'askedAt', l.asked_at, 'asOf', l.answered_at, 'sealed', translate(encode(l.sealed, 'base64'), E'\\n', '')) order by l.registry)
            from registry_look l where l.pathway_id = p.id and l.patient_id = p.patient_id) as looks,
         clock_timestamp() as now
    from pathway p
    join organisation o on o.id = p.organisation_id
    join patient pt on pt.id = p.patient_id
   where p.id = $1`;

/** Reads a pathway in one statement. @throws LedgerError `unknown-pathway`. */
export async function loadPathway(context: LedgerContext, pathwayId: string): Promise<LoadedPathway> {
  const [row] = isUuid(pathwayId) ? await read<Row>(context.database, loadQuery, [pathwayId]) : [];
  if (row === undefined) throw unknownPathway();
  return {
    id: row.id,
    mode: row.mode,
    position: row.head_position,
    receivedOn: row.received_on,
    organisation: row.organisation,
    patient: await openPatient(context, row.patient_id, row.wrapped_key, row.sealed_demographics, row.surrogate_birth_date),
    verified: row.verified,
    erased: row.erased,
    events: row.events.map(({ sealed, sealedFor, ...raw }) => ({ ...storedEvent(raw), sealed, sealedFor })),
    told: row.told ?? [],
    quarantine: row.quarantine && { ...row.quarantine, releasedAt: row.quarantine.releasedAt && new Date(row.quarantine.releasedAt).toISOString() },
    looks: row.looks ?? [],
    now: context.clock.now(row.now),
    today: osloDateOf(context.clock.now(row.now).getTime()),
  };
}

/** The loaded pathway as a question to the kernel. */
export function inputOf(context: LedgerContext, loaded: LoadedPathway, options: { readonly asOf?: OsloDate | undefined; readonly knownAt?: number | undefined } = {}): PathwayInput {
  return { rules: context.rules, birthDate: loaded.patient.birthDate, events: loaded.events, asOf: options.asOf ?? loaded.today, knownAt: options.knownAt ?? EVERYTHING_KNOWN };
}

import type { Answer, CommunicationParty, GpContract, KnownFastlege, RegisteredPerson, RegistryName } from '@forlop/registries';
import { open, seal } from '@forlop/crypto';
import type { Json } from '@forlop/pathway';
import type { OpenPatient } from '../core/open-pathway.js';
import type { Transaction } from '../database/transaction.js';

/** What is kept of Persontjenesten's last answer. */
export type StoredPerson = Pick<RegisteredPerson, 'registryId' | 'protection' | 'address'>;

/** What is kept of Fastlegeregisteret's last answer, and how it is on record. */
export interface StoredGp {
  readonly contract: GpContract | null;
  readonly known: KnownFastlege;
}

/** What is kept of Adresseregisteret's last answer about the fastlege's HER-id. */
export type StoredAddress = Pick<CommunicationParty, 'herId' | 'receivesMessages'>;

/** The last answers about a patient that counted. */
export interface StoredLooks {
  readonly person?: Answer<StoredPerson>;
  readonly gp?: Answer<StoredGp>;
}

interface LookRow {
  readonly registry: RegistryName;
  readonly answered_at: Date;
  readonly sealed: Buffer;
}

const contextOf = (patientId: string, registry: RegistryName) => ({ owner: patientId, purpose: `registry/${registry}` });

/** Opens what Fastlegeregisteret last said of a patient. */
export function openGp({ id }: Pick<OpenPatient, 'id'>, key: Buffer, sealed: Buffer): StoredGp {
  return open(key, sealed, contextOf(id, 'fastlegeregisteret')) as unknown as StoredGp;
}

/** Opens what Adresseregisteret last said of her fastlege's HER-id. */
export function openAddress({ id }: Pick<OpenPatient, 'id'>, key: Buffer, sealed: Buffer): StoredAddress {
  return open(key, sealed, contextOf(id, 'adresseregisteret')) as unknown as StoredAddress;
}

/** Reads them. What was asked about whoever had the pathway before (a released quarantine) is not hers. */
export async function storedLooks(reader: Pick<Transaction, 'query'>, pathwayId: string, patient: Pick<OpenPatient, 'id' | 'key'>): Promise<StoredLooks> {
  const { id, key } = patient;
  if (key === null) return {};
  const rows = await reader.query<LookRow>('select registry, answered_at, sealed from registry_look where pathway_id = $1 and patient_id = $2 and sealed is not null', [pathwayId, id]);
  const answerOf = <T>(source: RegistryName): Answer<T> | undefined => {
    const row = rows.find(({ registry }) => registry === source);
    return row && { value: open(key, row.sealed, contextOf(id, source)) as T, asOf: row.answered_at.toISOString(), source };
  };
  const [person, gp] = [answerOf<StoredPerson>('persontjenesten'), answerOf<StoredGp>('fastlegeregisteret')];
  return { ...(person && { person }), ...(gp && { gp }) };
}

/** That a registry was asked. */
export interface AskedLook {
  readonly pathwayId: string;
  readonly registry: RegistryName;
  readonly askedAt: Date;
  /** Of the registry's own name for the person; null: not told. */
  readonly personHash: Buffer | null;
  /** The change in the registry's feed that was asked about. */
  readonly changed: number | null;
}

/** Writes that a registry was asked at an instant, and its answer where there is one; without one the last answer stays. */
export async function storeLook(transaction: Transaction, asked: AskedLook, patient: OpenPatient, answer: Answer<StoredPerson | StoredGp | StoredAddress> | undefined): Promise<void> {
  const { pathwayId, registry, askedAt, personHash, changed } = asked;
  const sealed = answer === undefined || patient.key === null ? null : seal(patient.key, answer.value as unknown as Json, contextOf(patient.id, registry));
  await transaction.query(
    `insert into registry_look (pathway_id, registry, patient_id, asked_at, answered_at, sealed, person_hash) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (pathway_id, registry) do update set patient_id = excluded.patient_id, asked_at = excluded.asked_at,
       answered_at = case when excluded.sealed is null and registry_look.patient_id = excluded.patient_id then registry_look.answered_at else excluded.answered_at end,
       sealed = case when excluded.sealed is null and registry_look.patient_id = excluded.patient_id then registry_look.sealed else excluded.sealed end,
       person_hash = coalesce(excluded.person_hash, case when registry_look.patient_id = excluded.patient_id then registry_look.person_hash end),
       changed = case when registry_look.changed = $8 then null else registry_look.changed end`,
    [pathwayId, registry, patient.id, askedAt, sealed === null ? null : answer!.asOf, sealed, personHash, changed],
  );
}

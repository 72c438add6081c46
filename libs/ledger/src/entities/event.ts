import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EventKind } from '@forlop/pathway';
import { asNumber } from './as-number.js';

/** One entry of the ledger. Added, never changed. */
@Entity('event')
export class EventEntity {
  @PrimaryColumn({ type: 'bigint', generatedIdentity: 'ALWAYS', transformer: asNumber })
  position!: number;

  @Column({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', name: 'pathway_id' })
  pathwayId!: string;

  @Column({ type: 'integer' })
  seq!: number;

  @Column({ type: 'uuid', name: 'patient_id' })
  patientId!: string;

  @Column({ type: 'text' })
  kind!: EventKind;

  @Column({ type: 'text' })
  type!: string;

  @Column({ type: 'date', name: 'occurred_on' })
  occurredOn!: string;

  @Column({ type: 'timestamptz', name: 'recorded_at' })
  recordedAt!: Date;

  @Column({ type: 'jsonb' })
  data!: unknown;

  @Column({ type: 'bytea', nullable: true })
  sealed!: Buffer | null;

  @Column({ type: 'uuid', nullable: true })
  corrects!: string | null;

  @Column({ type: 'uuid', nullable: true })
  retracts!: string | null;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId!: string;

  @Column({ type: 'text' })
  actor!: string;

  @Column({ type: 'bytea', name: 'prev_hash', nullable: true })
  prevHash!: Buffer | null;

  @Column({ type: 'bytea' })
  hash!: Buffer;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import { asNumber } from './as-number.js';

/** A wish that a patient be erased, and what became of it. */
@Entity('erasure')
export class ErasureEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', name: 'patient_id' })
  patientId!: string;

  @Column({ type: 'uuid', name: 'pathway_id' })
  pathwayId!: string;

  @Column({ type: 'text', name: 'legal_basis' })
  legalBasis!: string;

  @Column({ type: 'bytea', name: 'sealed_reason' })
  sealedReason!: Buffer;

  @Column({ type: 'text', name: 'requested_by' })
  requestedBy!: string;

  @Column({ type: 'timestamptz', name: 'requested_at' })
  requestedAt!: Date;

  @Column({ type: 'text', default: 'open' })
  state!: string;

  @Column({ type: 'text', name: 'ended_by', nullable: true })
  endedBy!: string | null;

  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}

/** A hold that a person has set: the patient is not erased while it stands. */
@Entity('erasure_hold')
export class ErasureHoldEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', name: 'patient_id' })
  patientId!: string;

  @Column({ type: 'bytea', name: 'sealed_reason' })
  sealedReason!: Buffer;

  @Column({ type: 'text', name: 'set_by' })
  setBy!: string;

  @Column({ type: 'timestamptz', name: 'set_at' })
  setAt!: Date;

  @Column({ type: 'text', name: 'lifted_by', nullable: true })
  liftedBy!: string | null;

  @Column({ type: 'timestamptz', name: 'lifted_at', nullable: true })
  liftedAt!: Date | null;

  @Column({ type: 'bytea', name: 'sealed_lift_reason', nullable: true })
  sealedLiftReason!: Buffer | null;
}

/** Everyone who was erased, in order. Added to, never changed. */
@Entity('erasure_list')
export class ErasureListEntity {
  @PrimaryColumn({ type: 'integer' })
  seq!: number;

  @Column({ type: 'uuid', name: 'erasure_id' })
  erasureId!: string;

  @Column({ type: 'uuid', name: 'patient_ids', array: true })
  patientIds!: string[];

  @Column({ type: 'uuid', name: 'pathway_ids', array: true })
  pathwayIds!: string[];

  @Column({ type: 'text', name: 'legal_basis' })
  legalBasis!: string;

  @Column({ type: 'text', name: 'requested_by' })
  requestedBy!: string;

  @Column({ type: 'timestamptz', name: 'requested_at' })
  requestedAt!: Date;

  @Column({ type: 'text', name: 'carried_out_by' })
  carriedOutBy!: string;

  @Column({ type: 'timestamptz', name: 'erased_at' })
  erasedAt!: Date;
}

/** A referral of someone who was erased, without whose it was. */
@Entity('erased_source')
export class ErasedSourceEntity {
  @PrimaryColumn({ type: 'text' })
  system!: string;

  @PrimaryColumn({ type: 'bytea', name: 'id_hash' })
  idHash!: Buffer;
}

/** That this very database may send to people, or has had the erasure list replayed. */
@Entity('database_mark')
export class DatabaseMarkEntity {
  @PrimaryColumn({ type: 'bigint', generatedIdentity: 'ALWAYS', transformer: asNumber })
  id!: number;

  @Column({ type: 'text' })
  fingerprint!: string;

  @Column({ type: 'text' })
  how!: string;

  @Column({ type: 'text' })
  actor!: string;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  at!: Date;

  @Column({ type: 'text' })
  why!: string;
}

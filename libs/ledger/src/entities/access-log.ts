import { Column, Entity, PrimaryColumn } from 'typeorm';
import { asNumber } from './as-number.js';

/** One thing that somebody saw, did or was refused; written by `log_access` alone. */
@Entity('access_log')
export class AccessLogEntity {
  @PrimaryColumn({ type: 'bigint', generatedIdentity: 'ALWAYS', transformer: asNumber })
  id!: number;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ type: 'text' })
  chain!: string;

  @Column({ type: 'integer' })
  seq!: number;

  @Column({ type: 'text' })
  action!: string;

  @Column({ type: 'text' })
  outcome!: string;

  @Column({ type: 'text', nullable: true })
  actor!: string | null;

  @Column({ type: 'text', name: 'actor_name', nullable: true })
  actorName!: string | null;

  @Column({ type: 'text', nullable: true })
  role!: string | null;

  @Column({ type: 'uuid', name: 'unit_id', nullable: true })
  unitId!: string | null;

  @Column({ type: 'uuid', name: 'legal_entity_id', nullable: true })
  legalEntityId!: string | null;

  @Column({ type: 'text', nullable: true })
  basis!: string | null;

  @Column({ type: 'text' })
  what!: string;

  @Column({ type: 'uuid', name: 'patient_ids', array: true })
  patientIds!: string[];

  @Column({ type: 'uuid', name: 'pathway_ids', array: true })
  pathwayIds!: string[];

  @Column({ type: 'jsonb' })
  detail!: unknown;

  @Column({ type: 'text', name: 'correlation_id', nullable: true })
  correlationId!: string | null;

  @Column({ type: 'bytea', name: 'prev_hash', nullable: true })
  prevHash!: Buffer | null;

  @Column({ type: 'bytea' })
  hash!: Buffer;
}

/** The end of each chain of the access log. */
@Entity('access_log_head')
export class AccessLogHeadEntity {
  @PrimaryColumn({ type: 'text' })
  chain!: string;

  @Column({ type: 'integer' })
  seq!: number;

  @Column({ type: 'bytea' })
  hash!: Buffer;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PathwayMode } from '../types/writing.js';
import { asNumber } from './as-number.js';

/** One patient's way through one definition: the head of the hash chain, and what its workflow was last told. */
@Entity('pathway')
export class PathwayEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', name: 'patient_id' })
  patientId!: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId!: string;

  @Column({ type: 'uuid', name: 'referrer_organisation_id', nullable: true })
  referrerOrganisationId!: string | null;

  @Column({ type: 'text' })
  mode!: PathwayMode;

  @Column({ type: 'text', name: 'definition_id' })
  definitionId!: string;

  @Column({ type: 'text', name: 'definition_version' })
  definitionVersion!: string;

  @Column({ type: 'date', name: 'received_on' })
  receivedOn!: string;

  @Column({ type: 'bytea', name: 'head_hash', nullable: true })
  headHash!: Buffer | null;

  @Column({ transformer: asNumber, type: 'bigint', name: 'head_position' })
  headPosition!: number;

  @Column({ type: 'integer', name: 'event_count' })
  eventCount!: number;

  @Column({ type: 'timestamptz', name: 'last_recorded_at', nullable: true })
  lastRecordedAt!: Date | null;

  @Column({ transformer: asNumber, type: 'bigint', name: 'advanced_position' })
  advancedPosition!: number;

  @Column({ type: 'timestamptz', name: 'next_wake_at', nullable: true })
  nextWakeAt!: Date | null;

  @Column({ type: 'boolean' })
  finished!: boolean;

  @Column({ type: 'date', name: 'live_from', nullable: true })
  liveFrom!: string | null;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}

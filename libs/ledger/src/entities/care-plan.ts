import type { OsloDate } from '@forlop/calendar';
import type { Json } from '@forlop/pathway';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { asNumber } from './as-number.js';

/** A definition’s plan as a patient has it. */
@Entity('care_plan')
export class CarePlanEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', name: 'pathway_id' })
  pathwayId!: string;

  @Column({ type: 'text' })
  plan!: string;

  @Column({ type: 'text', name: 'definition_version' })
  definitionVersion!: string;

  @Column({ type: 'text', name: 'created_by' })
  createdBy!: string;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;
}

/** A line of a patient’s plan. */
@Entity('care_plan_item')
export class CarePlanItemEntity {
  @PrimaryColumn({ type: 'uuid', name: 'plan_id' })
  planId!: string;

  @PrimaryColumn({ type: 'text' })
  item!: string;

  @Column({ type: 'uuid', name: 'pathway_id' })
  pathwayId!: string;

  @Column({ type: 'uuid', name: 'patient_id' })
  patientId!: string;

  @Column({ type: 'integer' })
  line!: number;

  @Column({ type: 'text' })
  owner!: string;

  @Column({ type: 'date', name: 'due_on', nullable: true })
  dueOn!: OsloDate | null;

  @Column({ type: 'text' })
  state!: string;

  @Column({ type: 'uuid', array: true, name: 'event_ids' })
  eventIds!: string[];

  @Column({ type: 'bytea', nullable: true })
  sealed!: Buffer | null;

  @Column({ type: 'text', name: 'changed_by' })
  changedBy!: string;

  @Column({ type: 'timestamptz', name: 'changed_at' })
  changedAt!: Date;
}

/** Something that happened with an offer, a meeting or a plan. */
@Entity('work_entry')
export class WorkEntryEntity {
  @PrimaryColumn({ type: 'bigint', transformer: asNumber })
  id!: number;

  @Column({ type: 'uuid', name: 'pathway_id' })
  pathwayId!: string;

  @Column({ type: 'uuid', name: 'patient_id' })
  patientId!: string;

  @Column({ type: 'uuid' })
  about!: string;

  @Column({ type: 'text' })
  what!: string;

  @Column({ type: 'jsonb' })
  detail!: Readonly<Record<string, Json>>;

  @Column({ type: 'bytea', nullable: true })
  sealed!: Buffer | null;

  @Column({ type: 'text' })
  actor!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;
}

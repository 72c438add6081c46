import { Column, Entity, PrimaryColumn } from 'typeorm';
import { asNumber } from './as-number.js';

/** Read table: where a pathway stands, as dates. */
@Entity('pathway_state')
export class PathwayStateEntity {
  @PrimaryColumn({ type: 'uuid', name: 'pathway_id' })
  pathwayId!: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId!: string;

  @Column({ type: 'text' })
  mode!: string;

  @Column({ type: 'text', name: 'definition_id' })
  definitionId!: string;

  @Column({ type: 'text', name: 'definition_version' })
  definitionVersion!: string;

  @Column({ type: 'text' })
  step!: string;

  @Column({ type: 'date', name: 'step_since' })
  stepSince!: string;

  @Column({ type: 'boolean' })
  active!: boolean;

  @Column({ type: 'date', name: 'ended_on', nullable: true })
  endedOn!: string | null;

  @Column({ type: 'text', nullable: true })
  variant!: string | null;

  @Column({ type: 'text', name: 'variant_next', nullable: true })
  variantNext!: string | null;

  @Column({ type: 'date', name: 'variant_next_from', nullable: true })
  variantNextFrom!: string | null;

  @Column({ type: 'date', name: 'received_on' })
  receivedOn!: string;

  @Column({ type: 'date', name: 'no_next_step_from', nullable: true })
  noNextStepFrom!: string | null;

  @Column({ type: 'date', name: 'next_due_on', nullable: true })
  nextDueOn!: string | null;

  @Column({ type: 'date', name: 'broken_from', nullable: true })
  brokenFrom!: string | null;

  @Column({ type: 'date', name: 'at_risk_from', nullable: true })
  atRiskFrom!: string | null;

  @Column({ type: 'date', name: 'next_change_on', nullable: true })
  nextChangeOn!: string | null;

  @Column({ type: 'integer', name: 'finding_count' })
  findingCount!: number;

  @Column({ type: 'boolean' })
  quarantined!: boolean;

  @Column({ type: 'boolean' })
  listed!: boolean;

  @Column({ type: 'date', name: 'organisation_until', nullable: true })
  organisationUntil!: string | null;

  @Column({ type: 'boolean' })
  restricted!: boolean;

  @Column({ type: 'text', name: 'owner_role' })
  ownerRole!: string;

  @Column({ type: 'text', name: 'owner_person' })
  ownerPerson!: string;

  @Column({ type: 'jsonb' })
  persons!: unknown;

  @Column({ type: 'text', name: 'next_role', nullable: true })
  nextRole!: string | null;

  @Column({ type: 'boolean', name: 'waits_for_others' })
  waitsForOthers!: boolean;

  @Column({ type: 'date', name: 'todo_from', nullable: true })
  todoFrom!: string | null;

  @Column({ type: 'date', name: 'last_contact_on', nullable: true })
  lastContactOn!: string | null;

  @Column({ type: 'date', name: 'as_of' })
  asOf!: string;

  @Column({ transformer: asNumber, type: 'bigint' })
  position!: number;

  @Column({ type: 'text' })
  kernel!: string;

  @Column({ type: 'jsonb', name: 'row_digests' })
  rowDigests!: unknown;

  @Column({ type: 'boolean' })
  several!: boolean;

  @Column({ type: 'boolean' })
  summed!: boolean;

  @Column({ type: 'uuid', name: 'summed_in', nullable: true })
  summedIn!: string | null;
}

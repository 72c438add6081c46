import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Read table: one occurrence of a clock, as dates. */
@Entity('clock_row')
export class ClockRowEntity {
  @PrimaryColumn({ type: 'uuid', name: 'pathway_id' })
  pathwayId!: string;

  @PrimaryColumn({ type: 'text' })
  key!: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId!: string;

  @Column({ type: 'text' })
  clock!: string;

  @Column({ type: 'integer' })
  occurrence!: number;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text', name: 'rule_status' })
  ruleStatus!: string;

  @Column({ type: 'text' })
  owner!: string;

  @Column({ type: 'date', name: 'start_on' })
  startOn!: string;

  @Column({ type: 'date', name: 'warn_on', nullable: true })
  warnOn!: string | null;

  @Column({ type: 'date', name: 'at_risk_from', nullable: true })
  atRiskFrom!: string | null;

  @Column({ type: 'date', name: 'due_on', nullable: true })
  dueOn!: string | null;

  @Column({ type: 'date', name: 'met_on', nullable: true })
  metOn!: string | null;

  @Column({ type: 'date', name: 'ended_on', nullable: true })
  endedOn!: string | null;

  @Column({ type: 'text', name: 'ended_as', nullable: true })
  endedAs!: string | null;

  @Column({ type: 'boolean', name: 'passed_by_patient' })
  passedByPatient!: boolean;

  @Column({ type: 'boolean' })
  lapses!: boolean;

  @Column({ type: 'date', name: 'booked_on', nullable: true })
  bookedOn!: string | null;

  @Column({ type: 'date', name: 'foreseen_on', nullable: true })
  foreseenOn!: string | null;

  @Column({ type: 'text', name: 'delay_cause', nullable: true })
  delayCause!: string | null;

  @Column({ type: 'text' })
  version!: string;

  @Column({ type: 'boolean' })
  open!: boolean;

  @Column({ type: 'boolean', name: 'first_of_owner' })
  firstOfOwner!: boolean;

  @Column({ type: 'date', name: 'organisation_until', nullable: true })
  organisationUntil!: string | null;

  @Column({ type: 'boolean' })
  restricted!: boolean;

  @Column({ type: 'text', name: 'counts_as', nullable: true })
  countsAs!: string | null;

  @Column({ type: 'date', name: 'until_on', nullable: true })
  untilOn!: string | null;
}

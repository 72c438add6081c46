import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A report that is made by itself. */
@Entity('report_schedule')
export class ReportScheduleEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId!: string;

  @Column({ type: 'text', nullable: true })
  definition!: string | null;

  @Column({ type: 'text', array: true, nullable: true })
  clocks!: string[] | null;

  @Column({ type: 'text' })
  cohort!: string;

  @Column({ type: 'text', name: 'split_by', array: true })
  splitBy!: string[];

  @Column({ type: 'text' })
  cadence!: string;

  @Column({ type: 'integer', nullable: true })
  weekday!: number | null;

  @Column({ type: 'text' })
  period!: string;

  @Column({ type: 'text', array: true })
  formats!: string[];

  @Column({ type: 'text' })
  language!: string;

  @Column({ type: 'text' })
  owner!: string;

  @Column({ type: 'text', array: true })
  receivers!: string[];

  @Column({ type: 'bytea', name: 'sealed_emails' })
  sealedEmails!: Buffer;

  @Column({ type: 'text' })
  state!: string;

  @Column({ type: 'text', name: 'paused_why', nullable: true })
  pausedWhy!: string | null;

  @Column({ type: 'timestamptz', name: 'counts_after' })
  countsAfter!: Date;

  @Column({ type: 'integer', name: 'content_revision' })
  contentRevision!: number;

  @Column({ type: 'bigint' })
  revision!: number;

  @Column({ type: 'bigint', name: 'synced_revision' })
  syncedRevision!: number;

  @Column({ type: 'text', name: 'requested_by', nullable: true })
  requestedBy!: string | null;

  @Column({ type: 'timestamptz', name: 'requested_at', nullable: true })
  requestedAt!: Date | null;

  @Column({ type: 'text', name: 'created_by' })
  createdBy!: string;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'changed_at' })
  changedAt!: Date;
}

/** What a scheduled report came to. Never changed. */
@Entity('report_run')
export class ReportRunEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', name: 'schedule_id' })
  scheduleId!: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId!: string;

  @Column({ type: 'integer', name: 'content_revision' })
  contentRevision!: number;

  @Column({ type: 'date', name: 'occurrence_on', nullable: true })
  occurrenceOn!: string | null;

  @Column({ type: 'date', name: 'period_from' })
  periodFrom!: string;

  @Column({ type: 'date', name: 'period_to' })
  periodTo!: string;

  @Column({ type: 'text' })
  outcome!: string;

  @Column({ type: 'text', nullable: true })
  code!: string | null;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text', array: true })
  formats!: string[];

  @Column({ type: 'text' })
  owner!: string;

  @Column({ type: 'text', nullable: true })
  report!: string | null;

  @Column({ type: 'text', nullable: true })
  sha256!: string | null;

  @Column({ type: 'json', nullable: true })
  names!: unknown;

  @Column({ type: 'timestamptz', name: 'made_at' })
  madeAt!: Date;
}

/** A mail about a run. */
@Entity('report_mail')
export class ReportMailEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', name: 'run_id' })
  runId!: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId!: string;

  @Column({ type: 'text' })
  principal!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  about!: string;

  @Column({ type: 'text' })
  language!: string;

  @Column({ type: 'bytea', name: 'sealed_email' })
  sealedEmail!: Buffer;

  @Column({ type: 'text' })
  state!: string;

  @Column({ type: 'text', nullable: true })
  code!: string | null;

  @Column({ type: 'text', nullable: true })
  template!: string | null;

  @Column({ type: 'integer' })
  claims!: number;

  @Column({ type: 'timestamptz', name: 'next_try_at' })
  nextTryAt!: Date;

  @Column({ type: 'timestamptz', name: 'planned_at' })
  plannedAt!: Date;

  @Column({ type: 'timestamptz', name: 'claimed_at', nullable: true })
  claimedAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'sent_at', nullable: true })
  sentAt!: Date | null;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A meeting about a patient. */
@Entity('meeting')
export class MeetingEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', name: 'pathway_id' })
  pathwayId!: string;

  @Column({ type: 'uuid', name: 'patient_id' })
  patientId!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  state!: string;

  @Column({ type: 'timestamptz', name: 'starts_at' })
  startsAt!: Date;

  @Column({ type: 'timestamptz', name: 'ends_at' })
  endsAt!: Date;

  @Column({ type: 'text' })
  form!: string;

  @Column({ type: 'integer' })
  sequence!: number;

  @Column({ type: 'bytea' })
  sealed!: Buffer;

  @Column({ type: 'text', name: 'created_by' })
  createdBy!: string;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'changed_at' })
  changedAt!: Date;
}

/** Somebody who is asked to a meeting. */
@Entity('meeting_participant')
export class MeetingParticipantEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', name: 'meeting_id' })
  meetingId!: string;

  @Column({ type: 'uuid', name: 'pathway_id' })
  pathwayId!: string;

  @Column({ type: 'uuid', name: 'patient_id' })
  patientId!: string;

  @Column({ type: 'text' })
  code!: string;

  @Column({ type: 'boolean' })
  required!: boolean;

  @Column({ type: 'text', nullable: true })
  answer!: string | null;

  @Column({ type: 'boolean', nullable: true })
  attended!: boolean | null;

  @Column({ type: 'bytea' })
  sealed!: Buffer;
}

/** A version of a meeting’s minutes. */
@Entity('meeting_minutes')
export class MeetingMinutesEntity {
  @PrimaryColumn({ type: 'uuid', name: 'meeting_id' })
  meetingId!: string;

  @PrimaryColumn({ type: 'integer' })
  version!: number;

  @Column({ type: 'uuid', name: 'pathway_id' })
  pathwayId!: string;

  @Column({ type: 'uuid', name: 'patient_id' })
  patientId!: string;

  @Column({ type: 'bytea' })
  sealed!: Buffer;

  @Column({ type: 'text', name: 'written_by' })
  writtenBy!: string;

  @Column({ type: 'timestamptz', name: 'written_at' })
  writtenAt!: Date;
}

/** What somebody who is asked to a meeting is mailed, and how that went. */
@Entity('meeting_invitation')
export class MeetingInvitationEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'bigint' })
  line!: number;

  @Column({ type: 'uuid', name: 'meeting_id' })
  meetingId!: string;

  @Column({ type: 'uuid', name: 'participant_id' })
  participantId!: string;

  @Column({ type: 'uuid', name: 'pathway_id' })
  pathwayId!: string;

  @Column({ type: 'uuid', name: 'patient_id' })
  patientId!: string;

  @Column({ type: 'text' })
  method!: string;

  @Column({ type: 'integer' })
  sequence!: number;

  @Column({ type: 'timestamptz', name: 'starts_at' })
  startsAt!: Date;

  @Column({ type: 'timestamptz', name: 'ends_at' })
  endsAt!: Date;

  @Column({ type: 'text' })
  form!: string;

  @Column({ type: 'text' })
  state!: string;

  @Column({ type: 'text', nullable: true })
  code!: string | null;

  @Column({ type: 'bytea' })
  sealed!: Buffer;

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

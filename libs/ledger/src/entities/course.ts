import type { OsloDate } from '@forlop/calendar';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { asNumber } from './as-number.js';

/** A course: when, where, for whom and for how many. Of no patient. */
@Entity('course')
export class CourseEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text', nullable: true })
  audience!: string | null;

  @Column({ type: 'text', nullable: true })
  place!: string | null;

  @Column({ type: 'text', name: 'video_url', nullable: true })
  videoUrl!: string | null;

  @Column({ type: 'integer' })
  places!: number;

  @Column({ type: 'integer', name: 'answer_days' })
  answerDays!: number;

  @Column({ type: 'timestamptz', name: 'cancelled_at', nullable: true })
  cancelledAt!: Date | null;

  @Column({ type: 'text', name: 'cancelled_reason', nullable: true })
  cancelledReason!: string | null;

  @Column({ type: 'text', name: 'created_by' })
  createdBy!: string;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;
}

/** A day of a course. */
@Entity('course_session')
export class CourseSessionEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', name: 'course_id' })
  courseId!: string;

  @Column({ type: 'timestamptz', name: 'starts_at' })
  startsAt!: Date;

  @Column({ type: 'timestamptz', name: 'ends_at' })
  endsAt!: Date;
}

/** A patient’s place on a course, or in its line. */
@Entity('course_offer')
export class CourseOfferEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', name: 'course_id' })
  courseId!: string;

  @Column({ type: 'uuid', name: 'pathway_id' })
  pathwayId!: string;

  @Column({ type: 'uuid', name: 'patient_id' })
  patientId!: string;

  @Column({ type: 'text' })
  state!: string;

  @Column({ type: 'bigint', transformer: asNumber })
  line!: number;

  @Column({ type: 'date', name: 'offered_on', nullable: true })
  offeredOn!: OsloDate | null;

  @Column({ type: 'date', name: 'answer_by', nullable: true })
  answerBy!: OsloDate | null;

  @Column({ type: 'date', name: 'answered_on', nullable: true })
  answeredOn!: OsloDate | null;

  @Column({ type: 'timestamptz', name: 'moved_up_at', nullable: true })
  movedUpAt!: Date | null;

  @Column({ type: 'bytea', nullable: true })
  sealed!: Buffer | null;

  @Column({ type: 'text', name: 'changed_by' })
  changedBy!: string;

  @Column({ type: 'timestamptz', name: 'changed_at' })
  changedAt!: Date;
}

/** Whether somebody was there that day. */
@Entity('course_attendance')
export class CourseAttendanceEntity {
  @PrimaryColumn({ type: 'uuid', name: 'offer_id' })
  offerId!: string;

  @PrimaryColumn({ type: 'uuid', name: 'session_id' })
  sessionId!: string;

  @Column({ type: 'uuid', name: 'pathway_id' })
  pathwayId!: string;

  @Column({ type: 'text' })
  state!: string;

  @Column({ type: 'text', name: 'recorded_by' })
  recordedBy!: string;

  @Column({ type: 'timestamptz', name: 'recorded_at' })
  recordedAt!: Date;
}

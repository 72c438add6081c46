import { Column, Entity, PrimaryColumn } from 'typeorm';
import { asNumber } from './as-number.js';

/** Who is reminded. */
@Entity('receiver')
export class ReceiverEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'bytea', name: 'identity_hash' })
  identityHash!: Buffer;

  @Column({ type: 'bytea', nullable: true })
  sealed!: Buffer | null;

  @Column({ type: 'uuid', name: 'patient_id', nullable: true })
  patientId!: string | null;

  @Column({ type: 'bytea', nullable: true })
  person!: Buffer | null;

  @Column({ type: 'text', nullable: true })
  channel!: string | null;

  @Column({ type: 'text' })
  frequency!: string;

  @Column({ type: 'integer', name: 'max_per_week', nullable: true })
  maxPerWeek!: number | null;

  @Column({ type: 'text' })
  language!: string;

  @Column({ type: 'date', name: 'away_from', nullable: true })
  awayFrom!: string | null;

  @Column({ type: 'date', name: 'away_to', nullable: true })
  awayTo!: string | null;

  @Column({ type: 'uuid', name: 'stand_in', nullable: true })
  standIn!: string | null;

  @Column({ type: 'text', nullable: true })
  unreachable!: string | null;

  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt!: Date;

  @Column({ type: 'timestamptz', name: 'undigested_at', nullable: true })
  undigestedAt!: Date | null;
}

/** A reminder's life. */
@Entity('reminder')
export class ReminderEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', name: 'attempt_id' })
  attemptId!: string;

  @Column({ type: 'uuid', name: 'pathway_id' })
  pathwayId!: string;

  @Column({ type: 'uuid', name: 'receiver_id', nullable: true })
  receiverId!: string | null;

  @Column({ type: 'text' })
  role!: string;

  @Column({ type: 'text' })
  purpose!: string;

  @Column({ type: 'text' })
  wording!: string;

  @Column({ type: 'text' })
  state!: string;

  @Column({ type: 'text', nullable: true })
  code!: string | null;

  @Column({ type: 'timestamptz', name: 'due_at' })
  dueAt!: Date;

  @Column({ type: 'text', nullable: true })
  channel!: string | null;

  @Column({ type: 'uuid', name: 'subscriber_id', nullable: true })
  subscriberId!: string | null;

  @Column({ type: 'text', nullable: true })
  template!: string | null;

  @Column({ type: 'text', nullable: true })
  language!: string | null;

  @Column({ type: 'text', name: 'digest_id', nullable: true })
  digestId!: string | null;

  @Column({ type: 'integer' })
  claims!: number;

  @Column({ type: 'timestamptz', name: 'claimed_at', nullable: true })
  claimedAt!: Date | null;

  @Column({ type: 'text', name: 'message_id', nullable: true })
  messageId!: string | null;

  @Column({ type: 'text', name: 'external_id', nullable: true })
  externalId!: string | null;

  @Column({ type: 'timestamptz', name: 'planned_at' })
  plannedAt!: Date;

  @Column({ type: 'timestamptz', name: 'sent_at', nullable: true })
  sentAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'delivered_at', nullable: true })
  deliveredAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'read_at', nullable: true })
  readAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'receipt_due_at', nullable: true })
  receiptDueAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'answered_at', nullable: true })
  answeredAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  answer!: string | null;

  @Column({ type: 'timestamptz', name: 'closed_at', nullable: true })
  closedAt!: Date | null;
}

/** What happened with a reminder. */
@Entity('reminder_entry')
export class ReminderEntryEntity {
  @PrimaryColumn({ type: 'bigint', transformer: asNumber })
  id!: number;

  @Column({ type: 'uuid', name: 'reminder_id' })
  reminderId!: string;

  @Column({ type: 'uuid', name: 'pathway_id' })
  pathwayId!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ type: 'text' })
  what!: string;

  @Column({ type: 'text', nullable: true })
  channel!: string | null;

  @Column({ type: 'text', nullable: true })
  template!: string | null;

  @Column({ type: 'text', name: 'message_id', nullable: true })
  messageId!: string | null;

  @Column({ type: 'text', nullable: true })
  code!: string | null;

  @Column({ type: 'jsonb' })
  detail!: object;

  @Column({ type: 'text' })
  actor!: string;
}

/** What came in and belongs to nothing that was sent. */
@Entity('unmatched_message')
export class UnmatchedMessageEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  channel!: string;

  @Column({ type: 'text', name: 'external_id' })
  externalId!: string;

  @Column({ type: 'timestamptz', name: 'received_at' })
  receivedAt!: Date;

  @Column({ type: 'text' })
  code!: string;

  @Column({ type: 'bytea', nullable: true })
  sealed!: Buffer | null;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text', name: 'sender_her_id', nullable: true })
  senderHerId!: string | null;

  @Column({ type: 'text', name: 'receiver_her_id', nullable: true })
  receiverHerId!: string | null;

  @Column({ type: 'text', nullable: true })
  owner!: string | null;

  @Column({ type: 'timestamptz', name: 'settled_at', nullable: true })
  settledAt!: Date | null;

  @Column({ type: 'text', name: 'settled_by', nullable: true })
  settledBy!: string | null;

  @Column({ type: 'text', nullable: true })
  outcome!: string | null;

  @Column({ type: 'bytea', name: 'sealed_reason', nullable: true })
  sealedReason!: Buffer | null;

  @Column({ type: 'uuid', name: 'attached_to', nullable: true })
  attachedTo!: string | null;
}

/** What happened with it. */
@Entity('unmatched_entry')
export class UnmatchedEntryEntity {
  @PrimaryColumn({ type: 'bigint', transformer: asNumber })
  id!: number;

  @Column({ type: 'uuid', name: 'message_id' })
  messageId!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ type: 'text' })
  what!: string;

  @Column({ type: 'text' })
  actor!: string;

  @Column({ type: 'text', nullable: true })
  owner!: string | null;
}

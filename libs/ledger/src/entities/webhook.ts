import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A public key of the courier's, which secrets of subscribers are sealed to. */
@Entity('webhook_key')
export class WebhookKeyEntity {
  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ type: 'bytea', name: 'public_key' })
  publicKey!: Buffer;

  @Column({ type: 'timestamptz', name: 'told_at' })
  toldAt!: Date;
}

/** A record system that is posted reminders. */
@Entity('webhook_subscriber')
export class WebhookSubscriberEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  label!: string;

  @Column({ type: 'text' })
  url!: string;

  @Column({ type: 'bytea' })
  sealed!: Buffer;

  @Column({ type: 'bytea', nullable: true })
  previous!: Buffer | null;

  @Column({ type: 'timestamptz', name: 'previous_until', nullable: true })
  previousUntil!: Date | null;

  @Column({ type: 'timestamptz', name: 'rotated_at', nullable: true })
  rotatedAt!: Date | null;

  @Column({ type: 'text', name: 'registered_by' })
  registeredBy!: string;

  @Column({ type: 'timestamptz', name: 'registered_at' })
  registeredAt!: Date;

  @Column({ type: 'text', name: 'ended_by', nullable: true })
  endedBy!: string | null;

  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column({ type: 'text', name: 'ended_why', nullable: true })
  endedWhy!: string | null;

  @Column({ type: 'uuid', name: 'ping_id', nullable: true })
  pingId!: string | null;

  @Column({ type: 'timestamptz', name: 'ping_asked_at', nullable: true })
  pingAskedAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'ping_done_at', nullable: true })
  pingDoneAt!: Date | null;

  @Column({ type: 'text', name: 'ping_code', nullable: true })
  pingCode!: string | null;
}

/** Whom a subscriber serves. */
@Entity('webhook_served')
export class WebhookServedEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', name: 'subscriber_id' })
  subscriberId!: string;

  @Column({ type: 'text', name: 'her_id', nullable: true })
  herId!: string | null;

  @Column({ type: 'text', name: 'org_number', nullable: true })
  orgNumber!: string | null;

  @Column({ type: 'uuid', name: 'receiver_id', nullable: true })
  receiverId!: string | null;

  @Column({ type: 'boolean' })
  active!: boolean;
}

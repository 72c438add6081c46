import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An appointment as the hospital's record system last told it. */
@Entity('mirrored_appointment')
export class MirroredAppointmentEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  sender!: string;

  @Column({ type: 'text' })
  source!: string;

  @Column({ type: 'text', name: 'external_id' })
  externalId!: string;

  @Column({ type: 'text' })
  version!: string;

  @Column({ type: 'timestamptz', name: 'version_at' })
  versionAt!: Date;

  @Column({ type: 'bytea' })
  digest!: Buffer;

  @Column({ type: 'bytea', name: 'identifier_hash' })
  identifierHash!: Buffer;

  @Column({ type: 'uuid', name: 'pathway_id', nullable: true })
  pathwayId!: string | null;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId!: string;

  @Column({ type: 'timestamptz', name: 'starts_at' })
  startsAt!: Date;

  @Column({ type: 'timestamptz', name: 'ends_at', nullable: true })
  endsAt!: Date | null;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  status!: string;

  @Column({ type: 'text', nullable: true })
  cause!: string | null;

  @Column({ type: 'date', name: 'made_on', nullable: true })
  madeOn!: string | null;

  @Column({ type: 'timestamptz', name: 'read_at' })
  readAt!: Date;

  @Column({ type: 'uuid', array: true })
  facts!: string[];

  @Column({ type: 'date', name: 'offered_day', nullable: true })
  offeredDay!: string | null;

  @Column({ type: 'date', name: 'offered_on', nullable: true })
  offeredOn!: string | null;

  @Column({ type: 'text', nullable: true })
  ended!: string | null;
}

/** Time that a clinic has on a day. */
@Entity('mirrored_capacity')
export class MirroredCapacityEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  sender!: string;

  @Column({ type: 'text' })
  source!: string;

  @Column({ type: 'text', name: 'external_id' })
  externalId!: string;

  @Column({ type: 'text' })
  version!: string;

  @Column({ type: 'timestamptz', name: 'version_at' })
  versionAt!: Date;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId!: string;

  @Column({ type: 'date', name: 'on_day' })
  onDay!: string;

  @Column({ type: 'text', name: 'service_type' })
  serviceType!: string;

  @Column({ type: 'integer', name: 'free_minutes' })
  freeMinutes!: number;

  @Column({ type: 'integer', name: 'busy_minutes' })
  busyMinutes!: number;

  @Column({ type: 'integer', name: 'free_places' })
  freePlaces!: number;

  @Column({ type: 'integer', name: 'busy_places' })
  busyPlaces!: number;

  @Column({ type: 'timestamptz', name: 'read_at' })
  readAt!: Date;
}

/** What those who book are asked for. */
@Entity('appointment_request')
export class AppointmentRequestEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', name: 'pathway_id' })
  pathwayId!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'date', name: 'before_on' })
  beforeOn!: string;

  @Column({ type: 'text' })
  state!: string;

  @Column({ type: 'timestamptz', name: 'asked_at' })
  askedAt!: Date;

  @Column({ type: 'text', name: 'asked_by' })
  askedBy!: string;

  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column({ type: 'text', name: 'ended_by', nullable: true })
  endedBy!: string | null;

  @Column({ type: 'uuid', name: 'answered_by', nullable: true })
  answeredBy!: string | null;
}

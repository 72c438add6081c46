import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something that is good for one use and was used. */
@Entity('used_once')
export class UsedOnceEntity {
  @PrimaryColumn({ type: 'bytea' })
  key!: Buffer;

  @Column({ type: 'timestamptz' })
  until!: Date;
}

/** A log-in, or all of somebody's, that ended before its time. */
@Entity('ended_session')
export class EndedSessionEntity {
  @PrimaryColumn({ type: 'bytea' })
  key!: Buffer;

  @Column({ type: 'timestamptz', name: 'ended_at' })
  endedAt!: Date;

  @Column({ type: 'timestamptz' })
  until!: Date;
}

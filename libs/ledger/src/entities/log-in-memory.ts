import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something that is good for one use and was used. */
@Entity('used_once')
export class UsedOnceEntity {
  @PrimaryColumn({ type: 'bytea' })
  key!: Buffer;

  @Column({ type: 'timestamptz' })
  until!: Date;
}

/** Somebody who is logged in by a browser. */
@Entity('web_session')
export class WebSessionEntity {
  @PrimaryColumn({ type: 'bytea' })
  key!: Buffer;

  @Column({ type: 'bytea', array: true })
  keys!: Buffer[];

  @Column({ type: 'text' })
  principal!: string;

  @Column({ type: 'bytea', nullable: true })
  person!: Buffer | null;

  @Column({ type: 'timestamptz' })
  began!: Date;

  @Column({ type: 'timestamptz' })
  until!: Date;

  @Column({ type: 'text', nullable: true })
  browser!: string | null;
}

/** Under which id somebody acts. */
@Entity('known_person')
export class KnownPersonEntity {
  @PrimaryColumn({ type: 'text' })
  principal!: string;

  @Column({ type: 'bytea' })
  person!: Buffer;
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

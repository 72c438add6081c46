import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A day's signed root over the ends of all hash chains, as it is exported. */
@Entity('daily_root')
export class DailyRootEntity {
  @PrimaryColumn({ type: 'date' })
  day!: string;

  @Column({ type: 'timestamptz', name: 'made_at' })
  madeAt!: Date;

  @Column({ type: 'text' })
  line!: string;
}

/** The end of a chain as the last root had it. */
@Entity('daily_root_head')
export class DailyRootHeadEntity {
  @PrimaryColumn({ type: 'text' })
  chain!: string;

  @Column({ type: 'integer' })
  seq!: number;

  @Column({ type: 'bytea' })
  hash!: Buffer;
}

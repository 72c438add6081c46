import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What settled occurrences count as, once for each clock. */
@Entity('clock_kind')
export class ClockKindEntity {
  @PrimaryColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'text' })
  clock!: string;

  @Column({ type: 'text', name: 'counts_as' })
  countsAs!: string;

  @Column({ type: 'boolean', name: 'goes_on' })
  goesOn!: boolean;
}

/** How many settled occurrences of a kind began in a month: several rows of one kind add up. It has no key in the database; TypeORM wants one. */
@Entity('clock_sum')
export class ClockSumEntity {
  @PrimaryColumn({ type: 'uuid', name: 'organisation_id' })
  organisationId!: string;

  @PrimaryColumn({ type: 'date' })
  month!: string;

  @PrimaryColumn({ type: 'integer' })
  kind!: number;

  @Column({ type: 'text' })
  waits!: string;
}

/** What a pathway has added to the sums. */
@Entity('pathway_sum')
export class PathwaySumEntity {
  @PrimaryColumn({ type: 'uuid', name: 'pathway_id' })
  pathwayId!: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId!: string;

  @Column({ type: 'integer', array: true })
  kinds!: number[];

  @Column({ type: 'date', array: true })
  starts!: string[];

  @Column({ type: 'integer', array: true })
  waits!: number[];
}

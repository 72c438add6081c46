import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody looked at a patient whom they had no access to, and said why. */
@Entity('break_glass')
export class BreakGlassEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', name: 'pathway_id' })
  pathwayId!: string;

  @Column({ type: 'text' })
  actor!: string;

  @Column({ type: 'uuid', name: 'organisation_id', nullable: true })
  organisationId!: string | null;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'timestamptz', name: 'from_at' })
  fromAt!: Date;

  @Column({ type: 'timestamptz', name: 'until_at' })
  untilAt!: Date;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Read table: who may see a pathway, and when. */
@Entity('pathway_access')
export class PathwayAccessEntity {
  @PrimaryColumn({ type: 'uuid', name: 'pathway_id' })
  pathwayId!: string;

  @PrimaryColumn({ type: 'text' })
  key!: string;

  @Column({ type: 'uuid', name: 'organisation_id', nullable: true })
  organisationId!: string | null;

  @Column({ type: 'bytea', nullable: true })
  person!: Buffer | null;

  @Column({ type: 'text' })
  role!: string;

  @Column({ type: 'text' })
  basis!: string;

  @Column({ type: 'date', name: 'valid_from' })
  validFrom!: string;

  @Column({ type: 'date', name: 'valid_to', nullable: true })
  validTo!: string | null;

  @Column({ type: 'text', array: true, nullable: true })
  steps!: string[] | null;

  @Column({ type: 'boolean', name: 'in_step' })
  inStep!: boolean;

  @Column({ type: 'boolean' })
  denies!: boolean;

  @Column({ type: 'boolean' })
  contested!: boolean;

  @Column({ type: 'boolean' })
  home!: boolean;
}

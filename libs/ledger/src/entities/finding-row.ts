import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Read table: a fact that does not fit. */
@Entity('finding_row')
export class FindingRowEntity {
  @PrimaryColumn({ type: 'uuid', name: 'pathway_id' })
  pathwayId!: string;

  @PrimaryColumn({ type: 'text' })
  key!: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId!: string;

  @Column({ type: 'text' })
  code!: string;

  @Column({ type: 'text' })
  fact!: string;

  @Column({ type: 'date', name: 'occurred_on' })
  occurredOn!: string;

  @Column({ type: 'text', nullable: true })
  rule!: string | null;

  @Column({ type: 'jsonb' })
  detail!: unknown;

  @Column({ type: 'text', name: 'owner_person', nullable: true })
  ownerPerson!: string | null;

  @Column({ type: 'boolean', name: 'set_aside' })
  setAside!: boolean;
}

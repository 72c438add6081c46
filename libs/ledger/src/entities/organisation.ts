import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An organisation that receives or sends referrals. */
@Entity('organisation')
export class OrganisationEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', name: 'parent_id', nullable: true })
  parentId!: string | null;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', name: 'org_number', nullable: true })
  orgNumber!: string | null;

  @Column({ type: 'text', name: 'resh_id', nullable: true })
  reshId!: string | null;

  @Column({ type: 'text', name: 'her_id', nullable: true })
  herId!: string | null;

  @Column({ type: 'text', nullable: true })
  email!: string | null;

  @Column({ type: 'text', name: 'registered_by' })
  registeredBy!: 'operator' | 'referral';

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}

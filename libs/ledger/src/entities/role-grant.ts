import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A role that an administrator has given to a person. */
@Entity('role_grant')
export class RoleGrantEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'bytea' })
  person!: Buffer;

  @Column({ type: 'bytea', name: 'sealed_name', nullable: true })
  sealedName!: Buffer | null;

  @Column({ type: 'text' })
  role!: string;

  @Column({ type: 'uuid', name: 'organisation_id', nullable: true })
  organisationId!: string | null;

  @Column({ type: 'boolean' })
  identities!: boolean;

  @Column({ type: 'boolean', name: 'protected_addresses' })
  protectedAddresses!: boolean;

  @Column({ type: 'date', name: 'valid_from' })
  validFrom!: string;

  @Column({ type: 'date', name: 'valid_to', nullable: true })
  validTo!: string | null;

  @Column({ type: 'text', name: 'granted_by' })
  grantedBy!: string;

  @Column({ type: 'timestamptz', name: 'granted_at', default: () => 'now()' })
  grantedAt!: Date;

  @Column({ type: 'text' })
  why!: string;

  @Column({ type: 'timestamptz', name: 'withdrawn_at', nullable: true })
  withdrawnAt!: Date | null;

  @Column({ type: 'text', name: 'withdrawn_by', nullable: true })
  withdrawnBy!: string | null;

  @Column({ type: 'text', name: 'withdrawn_why', nullable: true })
  withdrawnWhy!: string | null;
}

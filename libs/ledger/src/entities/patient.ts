import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person. What names her is sealed under her own key, which is gone after erasure. */
@Entity('patient')
export class PatientEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'bytea', name: 'wrapped_key', nullable: true })
  wrappedKey!: Buffer | null;

  @Column({ type: 'bytea', name: 'sealed_demographics', nullable: true })
  sealedDemographics!: Buffer | null;

  @Column({ type: 'bytea', name: 'identifier_hash', nullable: true })
  identifierHash!: Buffer | null;

  @Column({ type: 'boolean' })
  verified!: boolean;

  @Column({ type: 'uuid', name: 'merged_into', nullable: true })
  mergedInto!: string | null;

  @Column({ type: 'timestamptz', name: 'erased_at', nullable: true })
  erasedAt!: Date | null;

  @Column({ type: 'date', name: 'surrogate_birth_date', nullable: true })
  surrogateBirthDate!: string | null;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}

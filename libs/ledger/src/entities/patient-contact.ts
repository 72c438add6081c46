import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Sealed contact details of a role for a patient. */
@Entity('patient_contact')
export class PatientContactEntity {
  @PrimaryColumn({ type: 'uuid', name: 'patient_id' })
  patientId!: string;

  @PrimaryColumn({ type: 'text' })
  role!: string;

  @Column({ type: 'bytea' })
  sealed!: Buffer;

  @Column({ type: 'timestamptz', name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;
}

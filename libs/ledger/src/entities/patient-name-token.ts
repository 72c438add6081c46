import { Entity, PrimaryColumn } from 'typeorm';

/** A keyed hash of one word of a patient's name. */
@Entity('patient_name_token')
export class PatientNameTokenEntity {
  @PrimaryColumn({ type: 'uuid', name: 'patient_id' })
  patientId!: string;

  @PrimaryColumn({ type: 'bytea' })
  token!: Buffer;
}

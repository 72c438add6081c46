import { Column, Entity, PrimaryColumn } from 'typeorm';
import { asNumber } from './as-number.js';

/** When a national registry was asked about a pathway's patient, and what it said last, sealed. */
@Entity('registry_look')
export class RegistryLookEntity {
  @PrimaryColumn({ type: 'uuid', name: 'pathway_id' })
  pathwayId!: string;

  @PrimaryColumn({ type: 'text' })
  registry!: string;

  @Column({ type: 'uuid', name: 'patient_id' })
  patientId!: string;

  @Column({ type: 'timestamptz', name: 'asked_at' })
  askedAt!: Date;

  @Column({ type: 'timestamptz', name: 'answered_at', nullable: true })
  answeredAt!: Date | null;

  @Column({ type: 'bytea', nullable: true })
  sealed!: Buffer | null;

  /** Of the registry's own name for the person. */
  @Column({ type: 'bytea', name: 'person_hash', nullable: true })
  personHash!: Buffer | null;

  /** Where in the registry's feed a change was told of that has not been asked about yet. */
  @Column({ type: 'bigint', nullable: true, transformer: asNumber })
  changed!: number | null;
}

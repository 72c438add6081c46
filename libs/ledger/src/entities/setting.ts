import { Column, Entity, PrimaryColumn } from 'typeorm';
import { asNumber } from './as-number.js';

/** One change of a switch of the installation; the latest of a name holds. */
@Entity('setting')
export class SettingEntity {
  @PrimaryColumn({ type: 'bigint', generatedIdentity: 'ALWAYS', transformer: asNumber })
  id!: number;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'jsonb' })
  value!: unknown;

  @Column({ type: 'text' })
  actor!: string;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  at!: Date;

  @Column({ type: 'text' })
  why!: string;
}

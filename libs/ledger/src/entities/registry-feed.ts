import { Column, Entity, PrimaryColumn } from 'typeorm';
import { asNumber } from './as-number.js';

/** How far a registry's feed of changes was read. */
@Entity('registry_feed')
export class RegistryFeedEntity {
  @PrimaryColumn({ type: 'text' })
  registry!: string;

  @Column({ type: 'bigint', transformer: asNumber })
  position!: number;

  @Column({ type: 'timestamptz', name: 'read_at', default: () => 'clock_timestamp()' })
  readAt!: Date;
}

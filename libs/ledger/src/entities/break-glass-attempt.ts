import { Column, Entity, PrimaryColumn } from 'typeorm';
import { asNumber } from './as-number.js';

/** Somebody asked by a person's number for break-glass; forgotten after an hour. */
@Entity('break_glass_attempt')
export class BreakGlassAttemptEntity {
  @PrimaryColumn({ type: 'bigint', generatedIdentity: 'ALWAYS', transformer: asNumber })
  id!: number;

  @Column({ type: 'text' })
  actor!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What somebody has asked of other rules. */
@Entity('what_if_job')
export class WhatIfJobEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  actor!: string;

  @Column({ type: 'text', nullable: true })
  title!: string | null;

  @Column({ type: 'json' })
  request!: unknown;

  @Column({ type: 'timestamptz', name: 'asked_at' })
  askedAt!: Date;

  @Column({ type: 'text' })
  state!: string;

  @Column({ type: 'integer' })
  read!: number;

  @Column({ type: 'integer' })
  total!: number;

  @Column({ type: 'text', nullable: true })
  problem!: string | null;

  @Column({ type: 'json', nullable: true })
  result!: unknown;

  @Column({ type: 'timestamptz', name: 'beat_at' })
  beatAt!: Date;
}

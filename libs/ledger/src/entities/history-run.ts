import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An extract that somebody took in, or history that somebody set going. */
@Entity('history_run')
export class HistoryRunEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'timestamptz', name: 'begun_at' })
  begunAt!: Date;

  @Column({ type: 'text' })
  operator!: string;

  @Column({ type: 'text', nullable: true })
  system!: string | null;

  @Column({ type: 'text', name: 'file_name_sha256', nullable: true })
  fileNameSha256!: string | null;

  @Column({ type: 'text', name: 'file_sha256', nullable: true })
  fileSha256!: string | null;

  @Column({ type: 'text', name: 'mapping_sha256', nullable: true })
  mappingSha256!: string | null;
}

/** How it ended. */
@Entity('history_run_end')
export class HistoryRunEndEntity {
  @PrimaryColumn({ type: 'uuid', name: 'run_id' })
  runId!: string;

  @Column({ type: 'timestamptz', name: 'ended_at' })
  endedAt!: Date;

  @Column({ type: 'text' })
  outcome!: string;

  @Column({ type: 'text', nullable: true })
  problem!: string | null;

  @Column({ type: 'jsonb' })
  counts!: unknown;

  @Column({ type: 'uuid', name: 'organisation_ids', array: true })
  organisationIds!: string[];
}

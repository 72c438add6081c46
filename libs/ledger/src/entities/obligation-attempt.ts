import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One effect of an obligation: claimed before it happens, its outcome after. */
@Entity('obligation_attempt')
export class ObligationAttemptEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', name: 'pathway_id' })
  pathwayId!: string;

  @Column({ type: 'text' })
  key!: string;

  @Column({ type: 'integer' })
  generation!: number;

  @Column({ type: 'integer' })
  attempt!: number;

  @Column({ type: 'text' })
  purpose!: string;

  @Column({ type: 'text' })
  about!: string;

  @Column({ type: 'timestamptz', name: 'claimed_at' })
  claimedAt!: Date;

  @Column({ type: 'integer' })
  claims!: number;

  @Column({ type: 'text', nullable: true })
  outcome!: string | null;

  @Column({ type: 'text', nullable: true })
  code!: string | null;

  @Column({ type: 'text', name: 'message_id', nullable: true })
  messageId!: string | null;

  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}

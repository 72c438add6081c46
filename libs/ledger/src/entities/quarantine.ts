import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { QuarantineReason } from '../types/intake.js';

/** Why a referral could not be accepted, who sees to it, and how it ended (REF-7). */
@Entity('quarantine')
export class QuarantineEntity {
  @PrimaryColumn({ type: 'uuid', name: 'pathway_id' })
  pathwayId!: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId!: string;

  @Column({ type: 'date', name: 'received_on' })
  receivedOn!: string;

  @Column({ type: 'text' })
  owner!: string;

  @Column({ type: 'jsonb' })
  reasons!: QuarantineReason[];

  @Column({ type: 'bytea', name: 'sealed_original' })
  sealedOriginal!: Buffer;

  @Column({ type: 'timestamptz', name: 'released_at', nullable: true })
  releasedAt!: Date | null;

  @Column({ type: 'text', name: 'released_by', nullable: true })
  releasedBy!: string | null;

  @Column({ type: 'text', name: 'released_as', nullable: true })
  releasedAs!: string | null;

  @Column({ type: 'uuid', name: 'continued_on', nullable: true })
  continuedOn!: string | null;
}

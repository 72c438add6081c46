import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which pathway a sender's referral led to. The sender's identifier is a keyed hash. */
@Entity('referral_source')
export class ReferralSourceEntity {
  @PrimaryColumn({ type: 'text' })
  system!: string;

  @PrimaryColumn({ type: 'bytea', name: 'id_hash' })
  idHash!: Buffer;

  @Column({ type: 'uuid', name: 'pathway_id' })
  pathwayId!: string;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}

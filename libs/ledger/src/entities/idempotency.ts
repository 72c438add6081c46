import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A request that was answered, and its sealed answer. */
@Entity('idempotency')
export class IdempotencyEntity {
  @PrimaryColumn({ type: 'text' })
  actor!: string;

  @PrimaryColumn({ type: 'text' })
  key!: string;

  @Column({ type: 'text' })
  route!: string;

  @Column({ type: 'bytea', name: 'request_hash' })
  requestHash!: Buffer;

  @Column({ type: 'bytea', name: 'answer_sealed', nullable: true })
  answerSealed!: Buffer | null;

  @Column({ type: 'uuid', array: true, nullable: true })
  mentions!: string[] | null;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}

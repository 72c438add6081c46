import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Read table: something the system must see to. */
@Entity('obligation_row')
export class ObligationRowEntity {
  @PrimaryColumn({ type: 'uuid', name: 'pathway_id' })
  pathwayId!: string;

  @PrimaryColumn({ type: 'text' })
  key!: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId!: string;

  @Column({ type: 'text' })
  duty!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  clock!: string;

  @Column({ type: 'text', name: 'clock_key' })
  clockKey!: string;

  @Column({ type: 'integer' })
  occurrence!: number;

  @Column({ type: 'text', name: 'to_role' })
  toRole!: string;

  @Column({ type: 'date', name: 'opens_on' })
  opensOn!: string;

  @Column({ type: 'date', name: 'closes_on', nullable: true })
  closesOn!: string | null;

  @Column({ type: 'date', name: 'due_on', nullable: true })
  dueOn!: string | null;

  @Column({ type: 'jsonb', name: 'ask_on' })
  askOn!: unknown;

  @Column({ type: 'date', name: 'escalate_on', nullable: true })
  escalateOn!: string | null;

  @Column({ type: 'text', name: 'escalate_to', nullable: true })
  escalateTo!: string | null;

  @Column({ type: 'boolean', name: 'needs_confirmation' })
  needsConfirmation!: boolean;

  @Column({ type: 'text', nullable: true })
  template!: string | null;

  @Column({ type: 'text' })
  about!: string;
}

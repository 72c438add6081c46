import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A data key of the installation itself, wrapped. */
@Entity('system_key')
export class SystemKeyEntity {
  @PrimaryColumn({ type: 'text' })
  name!: string;

  @Column({ type: 'bytea' })
  wrapped!: Buffer;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}

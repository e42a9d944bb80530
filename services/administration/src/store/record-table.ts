import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RecordKind } from './administration-records.js';

/** What an administrator changed. Rows are only added. */
@Entity({ schema: 'administration', name: 'record' })
export class RecordRow {
  @PrimaryColumn('int') district!: number;
  /** Id of the command. */
  @PrimaryColumn('uuid') id!: string;
  @Column('timestamptz') at!: Date;
  @Column('uuid') by!: string;
  @Column('uuid', { name: 'on_behalf_of', nullable: true }) onBehalfOf!: string | null;
  @Column('text') kind!: RecordKind;
  @Column('uuid', { nullable: true }) official!: string | null;
  @Column('json') details!: Readonly<Record<string, string>>;
  /** Keyed hash of the command's input. */
  @Column('text') fingerprint!: string;
}

import type { Outcome } from '@otklik/contracts/enumerations';
import { entityManagers } from '@otklik/tenancy';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An official's own unsent text for a response. */
@Entity({ schema: 'responses', name: 'personal_draft' })
export class PersonalDraftRow {
  @PrimaryColumn('int') district!: number;
  @PrimaryColumn('uuid') response!: string;
  @PrimaryColumn('uuid') official!: string;
  @Column('text') sealed!: string;
  @Column('text', { nullable: true }) outcome!: Outcome | null;
  @Column('text', { name: 'promised_until', nullable: true }) promisedUntil!: string | null;
  @Column('int', { name: 'based_on' }) basedOn!: number;
  @Column('timestamptz', { name: 'saved_at' }) savedAt!: Date;
  @Column('uuid', { array: true }) commands!: string[];
}

export const personalDraftManagers = entityManagers([PersonalDraftRow]);

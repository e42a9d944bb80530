import type { Outcome } from '@otklik/contracts/enumerations';
import { entityManagers } from '@otklik/tenancy';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One version of a template of answers. */
@Entity({ schema: 'notifications', name: 'answer_template' })
export class AnswerTemplateRow {
  @PrimaryColumn('int') district!: number;
  @PrimaryColumn('uuid') id!: string;
  @PrimaryColumn('int') version!: number;
  @Column('text', { nullable: true }) topic!: string | null;
  @Column('text') title!: string;
  @Column('text') text!: string;
  @Column('text', { nullable: true }) outcome!: Outcome | null;
  @Column('boolean', { name: 'for_messages' }) forMessages!: boolean;
  @Column('boolean') removed!: boolean;
  @Column('timestamptz', { name: 'changed_at' }) changedAt!: Date;
  @Column('uuid', { name: 'changed_by' }) changedBy!: string;
  @Column('uuid') command!: string;
  @Column('text') fingerprint!: string;
}

export const answerTemplateManagers = entityManagers([AnswerTemplateRow]);

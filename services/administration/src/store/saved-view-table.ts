import { entityManagers } from '@otklik/tenancy';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One version of an official's view of a list. */
@Entity({ schema: 'administration', name: 'saved_view' })
export class SavedViewRow {
  @PrimaryColumn('int') district!: number;
  @PrimaryColumn('uuid') id!: string;
  @PrimaryColumn('int') version!: number;
  /** Id of the official who made it. */
  @Column('uuid') owner!: string;
  @Column('boolean', { name: 'is_shared' }) isShared!: boolean;
  @Column('text', { nullable: true }) department!: string | null;
  @Column('text') list!: string;
  @Column('text') query!: string;
  @Column('json') columns!: readonly string[];
  @Column('text', { nullable: true }) sealed!: string | null;
  @Column('boolean') removed!: boolean;
  @Column('timestamptz', { name: 'changed_at' }) changedAt!: Date;
  @Column('uuid', { name: 'changed_by' }) changedBy!: string;
  @Column('uuid') command!: string;
  @Column('text') fingerprint!: string;
}

/** What an official had seen of a view when he opened it last. */
@Entity({ schema: 'administration', name: 'followed_view' })
export class FollowedViewRow {
  @PrimaryColumn('int') district!: number;
  @PrimaryColumn('uuid') official!: string;
  /** Of the view. */
  @PrimaryColumn('uuid') id!: string;
  /** A day; null: he does not follow what is new in it. */
  @Column('text', { name: 'seen_on', nullable: true }) seenOn!: string | null;
  @Column('int', { name: 'seen_count' }) seenCount!: number;
  @Column('timestamptz') at!: Date;
  @Column('uuid') command!: string;
}

export const savedViewManagers = entityManagers([SavedViewRow, FollowedViewRow]);

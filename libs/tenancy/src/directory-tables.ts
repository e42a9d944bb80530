import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarYear } from './calendar-file.js';
import type { EntryData, Kind } from './directory-entries.js';
import { entityManagers } from './entities.js';

/** Raised by every transaction that changes the directory, so that a reader knows when its copy is old. */
@Entity({ schema: 'directory', name: 'revision' })
export class DirectoryRevision {
  @PrimaryColumn('boolean', { name: 'only_row' }) onlyRow!: true;
  /** A `bigint`, which the driver reads as text. */
  @Column('bigint') revision!: string;
}

/** One version of one thing in a district. Versions are appended and closed, never changed. */
@Entity({ schema: 'directory', name: 'entry' })
export class DirectoryEntry {
  @PrimaryColumn('int') district!: number;
  @PrimaryColumn('text') kind!: Kind;
  @PrimaryColumn('text') code!: string;
  @PrimaryColumn('int') version!: number;
  @Column('json') data!: EntryData[Kind];
  @Column({ type: 'timestamptz', name: 'valid_from', insert: false, update: false }) validFrom!: Date;
  /** `null` while the version is valid. */
  @Column('timestamptz', { name: 'valid_to', nullable: true }) validTo!: Date | null;
}

/** One version of one calendar year, the same in every district. */
@Entity({ schema: 'directory', name: 'calendar_year' })
export class CalendarYearEntry {
  @PrimaryColumn('int') year!: number;
  @PrimaryColumn('int') version!: number;
  @Column('json') data!: Omit<CalendarYear, 'year'>;
  @Column('timestamptz', { name: 'valid_to', nullable: true }) validTo!: Date | null;
}

export const directoryManagers = entityManagers([DirectoryRevision, DirectoryEntry, CalendarYearEntry]);

import type { LocalDate } from '@otklik/kernel';

/** An official opened a file. */
export interface FileOpening {
  readonly file: string;
  readonly official: string;
  /** The absent official in whose stead he opened it. */
  readonly onBehalfOf?: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** Absent once the file was erased. */
  readonly appeal?: string;
}

export interface FileOpeningsPage {
  readonly appeal?: string;
  readonly official?: string;
  /** Days of the zone, both included. */
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  readonly zone: string;
  readonly limit: number;
  /** The last opening of the page before. */
  readonly after?: Pick<FileOpening, 'at' | 'file' | 'official'>;
}

/** The record of who opened which file. It is only added to. */
export abstract class FileOpenings {
  /** One that follows another of the same file by the same official within a quarter of an hour is the same opening. */
  abstract record(district: number, opening: Omit<FileOpening, 'appeal'>): Promise<void>;
  /** The latest first. */
  abstract list(district: number, page: FileOpeningsPage): Promise<readonly FileOpening[]>;
}

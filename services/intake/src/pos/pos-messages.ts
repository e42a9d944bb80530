import { Injectable } from '@nestjs/common';
import { Clock, localDate } from '@otklik/kernel';
import { Secrets } from '@otklik/vault';
import { ImportAppeals, type ImportOptions, type ImportProgress } from '../appeal/application/import-appeals.js';
import { readJournalFile } from '../old-journal/adapters/read-journal-file.js';
import type { SeenRow } from '../old-journal/domain/body-row.js';
import type { JournalFile } from '../old-journal/old-journal.js';
import { posLine } from './adapters/pos-line.js';
import { readPosSheet, type PosEntry, type ReadPosSheet } from './domain/pos-rows.js';

export interface ReadPosFile {
  /** Sheets with messages of the platform. */
  readonly sheets: readonly ReadPosSheet[];
  /** The others: their names, and what they lack. */
  readonly others: readonly ReadPosSheet[];
  readonly entries: readonly PosEntry[];
}

export interface TakingPos extends Pick<ImportOptions, 'district' | 'actor' | 'signal' | 'done'> {
  readonly entries: readonly PosEntry[];
}

/** Operations of the operator's tool on messages of the platform «ПОС», which come as a list out of its cabinet. */
@Injectable()
export class PosMessages {
  constructor(
    private readonly imports: ImportAppeals,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
  ) {}

  /** The dry run: columns, faults. Nothing is stored. Throws `UnreadableFile`. */
  async read({ bytes, district, only, chosen }: JournalFile): Promise<ReadPosFile> {
    const today = localDate(this.clock.now(), district.zone);
    const seen = new Map<string, SeenRow>();
    const read = (await readJournalFile(bytes))
      .filter(({ name }) => only === undefined || only.includes(name))
      .map((sheet) => readPosSheet(sheet, { today, topics: district.topics, seen, ...(chosen && { chosen }) }));
    const sheets = read.filter(({ missing }) => missing.length === 0);
    const others = read.filter(({ missing }) => missing.length > 0);
    return { sheets, others, entries: sheets.flatMap(({ entries }) => entries) };
  }

  /** Idempotent by the platform's number: messages of an earlier list are counted as known. `line` of a fault: which of the entries, from 1. */
  takeIn({ entries, ...options }: TakingPos): Promise<ImportProgress> {
    const reading = { district: options.district, fingerprintKey: this.secrets.of('fingerprint') };
    const lines = entries.map((entry, at) => posLine(entry, at + 1, reading));
    return this.imports.import({ ...options, lines, decide: false });
  }
}

import { Injectable } from '@nestjs/common';
import { Clock, localDate } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import { readJournalFile } from './adapters/read-journal-file.js';
import { readJournal, type JournalOptions, type ReadJournal } from './application/read-journal.js';

export interface JournalFile extends Pick<JournalOptions, 'only' | 'chosen'> {
  readonly district: District;
  readonly bytes: Uint8Array;
}

/** Operations of the operator's tool on a journal that was kept before Otklik. */
@Injectable()
export class OldJournal {
  constructor(private readonly clock: Clock) {}

  /** The dry run: columns, faults, numbers. Nothing is stored. Throws `UnreadableFile`. */
  async read({ bytes, district, ...options }: JournalFile): Promise<ReadJournal> {
    const today = localDate(this.clock.now(), district.zone);
    return readJournal(await readJournalFile(bytes), { ...options, district, today });
  }
}

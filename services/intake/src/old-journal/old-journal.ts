import { Injectable } from '@nestjs/common';
import { Clock, localDate } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import { readJournalFile } from './adapters/read-journal-file.js';
import { readJournal, type JournalOptions, type ReadJournal } from './application/read-journal.js';
import { TakeBackJournal, type TakenBack, type TakingBack } from './application/take-back-journal.js';
import { TakeInJournal, type TakenIn, type TakingIn } from './application/take-in-journal.js';
import { OldJournalLoads, type LoadRow } from './store/old-journal-loads.js';
import { OldJournalRows } from './store/old-journal-rows.js';

export interface JournalFile extends Pick<JournalOptions, 'only' | 'chosen'> {
  readonly district: District;
  readonly bytes: Uint8Array;
}

/** Operations of the operator's tool on a journal that was kept before Otklik. */
@Injectable()
export class OldJournal {
  constructor(
    private readonly taking: TakeInJournal,
    private readonly takingBack: TakeBackJournal,
    private readonly rows: OldJournalRows,
    private readonly imports: OldJournalLoads,
    private readonly clock: Clock,
  ) {}

  /** The dry run: columns, faults, numbers. Nothing is stored. Throws `UnreadableFile`. */
  async read({ bytes, district, ...options }: JournalFile): Promise<ReadJournal> {
    const today = localDate(this.clock.now(), district.zone);
    const given = await this.rows.given(district.id);
    return readJournal(await readJournalFile(bytes), { ...options, district, today, given });
  }

  /** Idempotent: rows of an earlier import are counted as known. */
  takeIn(taking: TakingIn): Promise<TakenIn> {
    return this.taking.takeIn(taking);
  }

  /** Throws `JournalInUse`. */
  takeBack(taking: TakingBack): Promise<TakenBack> {
    return this.takingBack.takeBack(taking);
  }

  /** The newest first. */
  loads(district: District): Promise<readonly LoadRow[]> {
    return this.imports.loads(district.id);
  }
}

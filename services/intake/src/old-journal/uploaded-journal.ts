import { Injectable } from '@nestjs/common';
import { BadInput, NotFound } from '@otklik/host';
import { Clock, localDate, refuse } from '@otklik/kernel';
import type { EventActor } from '@otklik/contracts/envelope';
import type { District } from '@otklik/tenancy';
import { holdsPersonalData, sayableOf } from '@otklik/text-analysis';
import { russianLexicon } from '@otklik/text-analysis/morphology';
import { LRUCache } from 'lru-cache';
import { Files, type OpenedFile } from '../files/application/files.js';
import { ScanFiles } from '../files/application/scan-files.js';
import { readUpload } from './adapters/checked-journal.js';
import type { Sheet } from './domain/sheet.js';
import { OldJournalLoads, type LoadRow } from './store/old-journal-loads.js';
import { OldJournalRows } from './store/old-journal-rows.js';
import { readJournal, type JournalOptions, type ReadJournal } from './application/read-journal.js';
import { JournalInUse, TakeBackJournal } from './application/take-back-journal.js';
import { JournalBusy, TakeInJournal } from './application/take-in-journal.js';

/** How long one request works, so that a browser sees how far it is. */
const STEP_MS = 3_000;
const KNOWN_MS = 5 * 60_000;

export interface ReadUpload {
  readonly name: string | undefined;
  readonly sheets: readonly Sheet[];
  readonly read: ReadJournal;
  /** Rows that are there already. */
  readonly known: number;
  readonly presentYear: number;
}

export interface Step {
  readonly load: string | null;
  readonly done: number;
  readonly total: number;
  readonly isWhole: boolean;
}

export type Choice = Pick<JournalOptions, 'only' | 'chosenOf'>;

/** An old journal as an administrator uploads it, looks at it, takes it in and back, each in steps of some seconds. */
@Injectable()
export class UploadedJournal {
  /** Of the last uploads: each change of a column, and each step, needs them again. */
  private readonly known = new LRUCache<string, readonly Sheet[]>({ max: 4, ttl: KNOWN_MS });

  constructor(
    private readonly files: Files,
    private readonly scans: ScanFiles,
    private readonly rows: OldJournalRows,
    private readonly imports: OldJournalLoads,
    private readonly taking: TakeInJournal,
    private readonly takingBack: TakeBackJournal,
    private readonly clock: Clock,
  ) {}

  /** Throws `NotFound`, `BadInput`. */
  async read(district: District, file: string, choice: Choice): Promise<ReadUpload> {
    const upload = await this.open(district, file);
    const { sheets, read } = await this.readIn(district, upload, choice);
    const known = await this.taking.countKnown(district, read);
    return { name: upload.name, sheets, read, known, presentYear: this.presentYear(district) };
  }

  /** One step. Refuses OLD_JOURNAL_MOVES_SERIES, OLD_JOURNAL_BUSY. */
  async takeIn(
    by: { readonly district: District; readonly actor: EventActor },
    file: string,
    choice: Choice & { readonly isReserved: boolean },
  ): Promise<Step> {
    const upload = await this.open(by.district, file);
    const { read } = await this.readIn(by.district, upload, choice);
    const present = read.numbers.find(({ year }) => year === this.presentYear(by.district));
    if (present && !choice.isReserved)
      refuse('OLD_JOURNAL_MOVES_SERIES', { year: String(present.year), last: String(present.last) });
    const signal = AbortSignal.timeout(STEP_MS);
    const taken = await this.taking.takeIn({ ...by, file: upload.bytes, read, signal }).catch(refused);
    const done = taken.added + taken.known + taken.numbersTaken.length;
    return { load: taken.load ?? null, done, total: read.entries.length, isWhole: taken.isWhole };
  }

  /** One step. Refuses PERSONAL_DATA_FOUND in the reason, which stays in the list; OLD_JOURNAL_IN_USE. */
  async takeBack(
    by: { readonly district: District; readonly actor: EventActor },
    load: string,
    reason: string,
  ): Promise<Step> {
    const sayable = sayableOf(by.district.public, []);
    if (holdsPersonalData(reason, sayable, await russianLexicon())) refuse('PERSONAL_DATA_FOUND', { field: 'reason' });
    const signal = AbortSignal.timeout(STEP_MS);
    const { removed, left } = await this.takingBack.takeBack({ ...by, load, reason, signal }).catch(refused);
    return { load, done: removed, total: removed + left, isWhole: left === 0 };
  }

  loads(district: District): Promise<readonly LoadRow[]> {
    return this.imports.loads(district.id);
  }

  private async open(district: District, file: string): Promise<OpenedFile> {
    const upload = await this.files.openJournal(district.id, file);
    if (!upload) throw new NotFound();
    if ((await this.scans.verdict(district.id, upload)) === 'INFECTED') throw new BadInput('FILE_INFECTED', 'file');
    return upload;
  }

  private async readIn(district: District, { id, bytes }: OpenedFile, choice: Choice) {
    const key = `${district.id}/${id}`;
    const sheets = this.known.get(key) ?? (await readUpload(bytes));
    this.known.set(key, sheets);
    const today = localDate(this.clock.now(), district.zone);
    const given = await this.rows.given(district.id);
    return { sheets, read: readJournal(sheets, { ...choice, district, today, given }) };
  }

  private presentYear({ zone }: District): number {
    return Number(localDate(this.clock.now(), zone).slice(0, 4));
  }
}

function refused(error: unknown): never {
  if (error instanceof JournalBusy) refuse('OLD_JOURNAL_BUSY');
  if (error instanceof JournalInUse) refuse('OLD_JOURNAL_IN_USE', { count: error.appeals.length });
  throw error;
}

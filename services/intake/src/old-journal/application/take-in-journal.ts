import { Injectable } from '@nestjs/common';
import type { EventActor } from '@otklik/contracts/envelope';
import { EventStore, prepareAppend, type AppendRequest } from '@otklik/event-store';
import { Clock, compact, instantOf, uuidv5, uuidv7, VersionConflict } from '@otklik/kernel';
import { Database, type District, type Transaction } from '@otklik/tenancy';
import { KeyKeeper, Secrets } from '@otklik/vault';
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { appealParts } from '../../appeal/application/appeal-handler.js';
import { personId } from '../../appeal/application/submission-key.js';
import { decide } from '../../appeal/domain/appeal.decide.js';
import { initialState } from '../../appeal/domain/appeal.js';
import type { TakeFromOldJournal } from '../../appeal/domain/old-journal.decide.js';
import { sameNumber } from '../domain/journal-number.js';
import { countedEntry, parityBy, type Parity } from '../domain/journal-parity.js';
import type { JournalEntry } from '../domain/journal-rows.js';
import type { GivenNumbers } from '../domain/given-numbers.js';
import { OldJournalLoads } from '../store/old-journal-loads.js';
import { OldJournalRows, type EntryRow, type LastOfYear } from '../store/old-journal-rows.js';
import { contactOf } from './journal-contact.js';
import type { ReadJournal } from './read-journal.js';

export interface TakingIn {
  readonly district: District;
  readonly file: Uint8Array;
  readonly read: ReadJournal;
  readonly actor: EventActor;
  readonly signal?: AbortSignal;
  readonly done?: (count: number) => void;
}

export interface TakenIn {
  /** By which the import is taken back; absent: nothing was new, and no earlier file was the same. */
  readonly load?: string;
  readonly added: number;
  /** Of an earlier import, or of this one before it was interrupted. */
  readonly known: number;
  /** Every row was looked at: it was not interrupted. */
  readonly isWhole: boolean;
  /** Their number is there in that year, with other cells or given by Otklik: to be mended in the file. */
  readonly numbersTaken: readonly JournalEntry[];
  /** Counted from the log, after the import. */
  readonly months: readonly Parity[];
  readonly topics: readonly Parity[];
}

/** An import that is taken back now. */
export class JournalBusy extends Error {
  override readonly name = 'JournalBusy';
}

interface Keyed extends Omit<EntryRow, 'appeal'> {
  readonly entry: JournalEntry;
}

interface Begun {
  /** Absent: nothing is new, and it is no earlier file. */
  readonly load?: string;
  readonly given: GivenNumbers;
}

interface TakenBatch {
  readonly added: number;
  readonly others: number;
  readonly taken: readonly JournalEntry[];
}

const BATCH = 100;

@Injectable()
export class TakeInJournal {
  private readonly key: Buffer;

  constructor(
    private readonly database: Database,
    private readonly store: EventStore,
    private readonly vault: KeyKeeper,
    private readonly rows: OldJournalRows,
    private readonly loads: OldJournalLoads,
    private readonly clock: Clock,
    secrets: Secrets,
  ) {
    this.key = secrets.of('fingerprint');
  }

  /**
   * Stores each entry as an appeal that is closed by the old journal: one event with its texts sealed, in batches of a few statements.
   * The numbers of the series are reserved first. Rows that are there already are left; an interrupted import of the same file goes on
   * where it stopped, as the same import. Throws `JournalBusy`.
   */
  async takeIn(taking: TakingIn): Promise<TakenIn> {
    const { district, read, signal, done } = taking;
    const rows = read.entries.map((entry) => this.keyed(entry));
    const known = await this.knownOf(district, rows);
    const fresh = rows.filter(({ key }) => !known.has(key));
    const begun = await this.begin(taking, fresh);
    const numbersTaken = fresh.filter((row) => begun.given.has(row.year, row.entry.serial)).map(({ entry }) => entry);
    const free = fresh.filter((row) => !begun.given.has(row.year, row.entry.serial));
    const counts = { added: 0, known: known.size };
    for (let at = 0; at < free.length && !signal?.aborted; at += BATCH) {
      const { added, others, taken } = await this.takeBatch(taking, begun.load!, free.slice(at, at + BATCH));
      counts.added += added;
      counts.known += others;
      numbersTaken.push(...taken);
      done?.(counts.known + counts.added + numbersTaken.length);
    }
    const parity = await this.parity(taking, rows);
    const isWhole = !signal?.aborted;
    if (isWhole && begun.load)
      await this.loads.end(district.id, begun.load, parity, refusedRows(read) + numbersTaken.length);
    return { ...(begun.load && { load: begun.load }), ...counts, isWhole, numbersTaken, ...parity };
  }

  /** Rows of the file that are there already. */
  async countKnown(district: District, { entries }: ReadJournal): Promise<number> {
    return (
      await this.knownOf(
        district,
        entries.map((entry) => this.keyed(entry)),
      )
    ).size;
  }

  private keyed(entry: JournalEntry): Keyed {
    const cells = JSON.stringify([entry.sheet, entry.cells]);
    const key = createHmac('sha256', this.key).update(`old journal ${cells}`).digest('base64url');
    return { entry, key, year: entry.year, numberKey: sameNumber(entry.number) };
  }

  private knownOf({ id }: District, rows: readonly Keyed[]): Promise<ReadonlySet<string>> {
    return this.rows.known(
      id,
      rows.map(({ key }) => key),
    );
  }

  /** The import with its reservation, in one transaction: that of the same file, else a new one; none where nothing is new. */
  private async begin({ district, file }: TakingIn, fresh: readonly Keyed[]): Promise<Begun> {
    const fileHash = createHash('sha256').update(file).digest('hex');
    return this.database.scope(district.id).transaction(async (tx) => {
      await this.loads.lock(tx, district.id);
      const open = await this.loads.openOr(tx, district.id, fileHash);
      if (open.some(({ state }) => state === 'REMOVING')) throw new JournalBusy();
      const given = await this.rows.given(district.id, tx);
      const last = lastOfYears(fresh.filter((row) => !given.has(row.year, row.entry.serial)));
      const mine = open.findLast((load) => load.fileHash === fileHash);
      if (mine && last.every((year) => year.last <= given.lastOf(year.year))) return { load: mine.id, given };
      if (last.length === 0) return { given };
      const takenAt = new Date(this.clock.now());
      const load = uuidv7(takenAt.getTime(), randomBytes(10));
      await this.loads.begin(tx, district.id, { id: load, fileHash, takenAt });
      await this.rows.reserve(tx, district.id, load, last, given);
      return { load, given };
    });
  }

  /** The persons' keys first, as with files: alone they are harmless. `others`: another run of the same file was faster. */
  private async takeBatch({ district, actor }: TakingIn, load: string, rows: readonly Keyed[]): Promise<TakenBatch> {
    const batch = rows.map((row) => ({ ...row, appeal: uuidv5(load, row.key) }));
    await Promise.all(
      batch.map(({ appeal, entry }) =>
        this.vault.createPerson(district.id, personId(appeal), contactOf(entry).contact),
      ),
    );
    const at = this.clock.now();
    const requests = new Map(
      await Promise.all(
        batch.map(async (one) => [one.key, await this.requestOf(district, actor, load, one, at)] as const),
      ),
    );
    const stored = await this.database.scope(district.id).transaction(async (tx) => {
      await this.loads.lock(tx, district.id);
      const added = await this.rows.add(tx, district.id, load, batch);
      if (!(await this.loads.grow(tx, district.id, load, added.size))) throw new JournalBusy();
      await this.append(
        tx,
        [...added].map((key) => requests.get(key)!),
      );
      return added;
    });
    const left = rows.filter(({ key }) => !stored.has(key));
    const others = await this.knownOf(district, left);
    const taken = left.filter(({ key }) => !others.has(key)).map(({ entry }) => entry);
    return { added: stored.size, others: others.size, taken };
  }

  private async append(tx: Transaction, requests: readonly AppendRequest[]): Promise<void> {
    if (requests.length === 0) return;
    const appended = await this.store.appendAll(requests, { tx });
    if (appended.some((result) => result === undefined)) throw new VersionConflict('none', 1);
  }

  private async requestOf(
    district: District,
    actor: EventActor,
    load: string,
    { appeal, entry }: Keyed & Pick<EntryRow, 'appeal'>,
    at: string,
  ): Promise<AppendRequest> {
    const decided = decide(commandOf(district, load, appeal, entry), initialState);
    const context = { district: district.id, actor, commandId: uuidv5(appeal, 'take'), correlationId: appeal, at };
    const before = { state: initialState, version: 0, correlationId: appeal };
    return (await prepareAppend(appealParts(this.vault), context, appeal, before, decided)).request;
  }

  /** What the file has, against what the log has now. */
  private async parity({ district }: TakingIn, keyed: readonly Keyed[]): Promise<Pick<TakenIn, 'months' | 'topics'>> {
    const stored = await this.rows.stored(
      district.id,
      keyed.map(({ key }) => key),
    );
    const inFile = keyed.map(({ entry }) => countedEntry(entry));
    return { months: parityBy('month', inFile, stored), topics: parityBy('topic', inFile, stored) };
  }
}

function refusedRows({ sheets }: ReadJournal): number {
  return sheets.reduce((sum, { rows, entries }) => sum + rows - entries.length, 0);
}

function lastOfYears(fresh: readonly Keyed[]): readonly LastOfYear[] {
  const years = Map.groupBy(fresh, ({ year }) => year);
  return [...years].map(([year, of]) => ({ year, last: Math.max(...of.map(({ entry }) => entry.serial)) }));
}

function commandOf(district: District, load: string, appeal: string, entry: JournalEntry): TakeFromOldJournal {
  const { number, serial, year, receivedOn, applicant, text, kind, topic, topicWord, row } = entry;
  const { executor, dueOn, answerNumber, answeredOn, result, address } = entry;
  const { zone } = district;
  return {
    type: 'TakeFromOldJournal',
    load,
    number,
    serial,
    year,
    row,
    zone,
    receivedOn,
    text,
    name: applicant,
    journal: 'APPEALS',
    regime: 'APPEAL_59FZ',
    channel: 'PAPER',
    registeredOn: receivedOn,
    receivedAt: instantOf({ on: receivedOn, minute: 0 }, zone),
    person: personId(appeal),
    ...contactOf(entry),
    ...compact({ address, kind, topic, topicWord, executor, dueOn, answerNumber, answeredOn, result }),
  };
}

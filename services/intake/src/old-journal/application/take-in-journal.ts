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
  /** By which the import is taken back; absent: nothing was new. */
  readonly load?: string;
  readonly added: number;
  /** Of an earlier import. */
  readonly known: number;
  /** Their number is there in that year, with other cells: to be mended in the file. */
  readonly numbersTaken: readonly JournalEntry[];
  /** Counted from the log, after the import. */
  readonly months: readonly Parity[];
  readonly topics: readonly Parity[];
}

interface Keyed extends EntryRow {
  readonly entry: JournalEntry;
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
    private readonly clock: Clock,
    secrets: Secrets,
  ) {
    this.key = secrets.of('fingerprint');
  }

  /**
   * Stores each entry as an appeal that is closed by the old journal: one event with its texts sealed, in batches of a few statements.
   * The numbers of the series are reserved first. Rows that are there already are left; an interrupted import goes on where it stopped.
   */
  async takeIn(taking: TakingIn): Promise<TakenIn> {
    const { district, read, signal, done } = taking;
    const load = uuidv7(Date.parse(this.clock.now()), randomBytes(10));
    const keyed = read.entries.map((entry) => this.keyed(load, entry));
    const known = await this.rows.known(
      district.id,
      keyed.map(({ key }) => key),
    );
    const fresh = keyed.filter(({ key }) => !known.has(key));
    if (fresh.length > 0) await this.begin(taking, load, fresh);
    const numbersTaken: JournalEntry[] = [];
    let added = 0;
    for (let at = 0; at < fresh.length && !signal?.aborted; at += BATCH) {
      const batch = fresh.slice(at, at + BATCH);
      const stored = await this.takeBatch(taking, load, batch, added);
      numbersTaken.push(...batch.filter(({ key }) => !stored.has(key)).map(({ entry }) => entry));
      added += stored.size;
      done?.(known.size + added + numbersTaken.length);
    }
    return {
      ...(added > 0 && { load }),
      added,
      known: known.size,
      numbersTaken,
      ...(await this.parity(taking, keyed)),
    };
  }

  private keyed(load: string, entry: JournalEntry): Keyed {
    const cells = JSON.stringify([entry.sheet, entry.cells]);
    const key = createHmac('sha256', this.key).update(`old journal ${cells}`).digest('base64url');
    return { entry, key, appeal: uuidv5(load, key), year: entry.year, numberKey: sameNumber(entry.number) };
  }

  private async begin({ district, file, read }: TakingIn, load: string, fresh: readonly Keyed[]): Promise<void> {
    const refused = refusedRows(read);
    const fileHash = createHash('sha256').update(file).digest('hex');
    await this.database.scope(district.id).transaction(async (tx) => {
      await this.rows.lock(tx, district.id);
      const takenAt = new Date(this.clock.now());
      await this.rows.keepLoad(tx, district.id, { id: load, fileHash, takenAt, rows: 0, refused });
      await this.rows.reserve(tx, district.id, load, lastOfYears(fresh));
    });
  }

  /** The persons' keys first, as with files: alone they are harmless. Answers the keys of the rows that were stored. */
  private async takeBatch(
    { district, actor, file, read }: TakingIn,
    load: string,
    batch: readonly Keyed[],
    before: number,
  ): Promise<ReadonlySet<string>> {
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
    return this.database.scope(district.id).transaction(async (tx) => {
      await this.rows.lock(tx, district.id);
      const stored = await this.rows.add(tx, district.id, load, batch);
      await this.append(
        tx,
        [...stored].map((key) => requests.get(key)!),
      );
      const fileHash = createHash('sha256').update(file).digest('hex');
      const counts = { rows: before + stored.size, refused: refusedRows(read) };
      await this.rows.keepLoad(tx, district.id, { id: load, fileHash, takenAt: new Date(at), ...counts });
      return stored;
    });
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
    { appeal, entry }: Keyed,
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

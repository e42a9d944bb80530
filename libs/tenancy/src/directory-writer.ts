import { compact } from '@otklik/kernel';
import { isDeepStrictEqual } from 'node:util';
import { In, IsNull, type EntityManager } from 'typeorm';
import type { CalendarYear } from './calendar-file.js';
import type { Entry, EntryData, EntryRow, Kind } from './directory-entries.js';
import type { Transaction } from './district-scope.js';
import { CalendarYearEntry, DirectoryEntry, directoryManagers, DirectoryRevision } from './directory-tables.js';
import { inTransaction } from './in-transaction.js';
import { asOwner } from './open-pool.js';

/** Writes the directory in one transaction, which raises the revision. */
export interface DirectoryWriter {
  /** The valid versions of a district. */
  current(district: number, kinds?: readonly Kind[]): Promise<readonly EntryRow[]>;
  /** What was valid of a kind before it changed last. */
  before(district: number, kind: Kind): Promise<readonly Entry[]>;
  /** Code → id. */
  districts(): Promise<ReadonlyMap<string, number>>;
  /** Makes `entries` the valid ones of these kinds: a new version only where something changed. Answers how many. */
  replace(district: number, kinds: readonly Kind[], entries: readonly Entry[]): Promise<number>;
  /** Adds or changes one entry. */
  put(district: number, entry: Entry): Promise<number>;
  close(district: number, kind: Kind, code: string): Promise<number>;
  putYear(year: CalendarYear): Promise<number>;
  /** The calendar years in force. */
  years(): Promise<readonly CalendarYear[]>;
}

export function writeDirectory<Result>(
  ownerUrl: string,
  work: (writer: DirectoryWriter) => Promise<Result>,
): Promise<Result> {
  return asOwner(ownerUrl, (owner) => inTransaction(owner, (tx) => writeDirectoryIn(tx, work)));
}

/**
 * The same in a transaction of the caller's, whose role is a member of `sharedRoles.directoryWriter`: it writes the
 * districts of the transaction only.
 */
export async function writeDirectoryIn<Result>(
  tx: Transaction,
  work: (writer: DirectoryWriter) => Promise<Result>,
): Promise<Result> {
  const manager = (await directoryManagers)(tx);
  // Concurrent writers are serialised here, and the second one reads what the first one wrote.
  await manager.findOneOrFail(DirectoryRevision, { where: { onlyRow: true }, lock: { mode: 'pessimistic_write' } });
  const writer = writerOn(manager);
  const result = await work(writer);
  if (writer.changes() > 0) await manager.increment(DirectoryRevision, { onlyRow: true }, 'revision', 1);
  return result;
}

/** One version of a thing, with its times, ISO 8601 UTC. */
export interface DirectoryVersion<K extends Kind> {
  readonly code: string;
  readonly version: number;
  readonly data: EntryData[K];
  readonly validFrom: string;
  /** Absent while it is valid. */
  readonly validTo?: string;
}

/** All versions of a kind, by code, the oldest first. */
export async function directoryHistory<K extends Kind>(
  tx: Transaction,
  district: number,
  kind: K,
): Promise<readonly DirectoryVersion<K>[]> {
  const rows = await (
    await directoryManagers
  )(tx).find(DirectoryEntry, {
    where: { district, kind },
    order: { code: 'ASC', version: 'ASC' },
  });
  return rows.map(({ code, version, data, validFrom, validTo }) => ({
    code,
    version,
    data: data as EntryData[K],
    validFrom: validFrom.toISOString(),
    ...compact({ validTo: validTo?.toISOString() }),
  }));
}

/** What is valid of a kind, by its code: in the caller's transaction, without the lock of a writer. */
export async function directoryNow<K extends Kind>(
  tx: Transaction,
  district: number,
  kind: K,
): Promise<ReadonlyMap<string, EntryData[K]>> {
  const where = { district, kind, validTo: IsNull() };
  const rows = await (await directoryManagers)(tx).findBy(DirectoryEntry, where);
  return new Map(rows.map(({ code, data }) => [code, data as EntryData[K]]));
}

/** The calendar years of the installation, the first one first. */
export async function calendarYearsIn(tx: Transaction): Promise<readonly CalendarYear[]> {
  const rows = await (
    await directoryManagers
  )(tx).find(CalendarYearEntry, { where: { validTo: IsNull() }, order: { year: 'ASC' } });
  return rows.map(({ year, data }) => ({ year, ...data }));
}

const now = (): string => 'now()';

function writerOn(manager: EntityManager): DirectoryWriter & { changes(): number } {
  const entryTable = manager.getRepository(DirectoryEntry);
  const yearTable = manager.getRepository(CalendarYearEntry);
  let changes = 0;
  const changed = (count: number): number => {
    changes += count;
    return count;
  };

  const current = async (district: number, kinds?: readonly Kind[]): Promise<readonly EntryRow[]> =>
    (await entryTable.findBy({
      district,
      validTo: IsNull(),
      ...(kinds && { kind: In(kinds) }),
    })) as readonly EntryRow[];

  const before = async (district: number, kind: Kind): Promise<readonly Entry[]> => {
    const versions = (await entryTable.findBy({ district, kind })) as (EntryRow & DirectoryEntry)[];
    const changedAt = Math.max(...versions.flatMap(({ validFrom, validTo }) => [+validFrom, +(validTo ?? 0)]));
    return versions
      .filter(({ validFrom, validTo }) => +validFrom < changedAt && (validTo === null || +validTo === changedAt))
      .map(({ code, data }) => ({ kind, code, data }) as Entry);
  };

  const close = async (district: number, kind: Kind, code: string): Promise<number> => {
    const closed = await entryTable.update({ district, kind, code, validTo: IsNull() }, { validTo: now });
    return changed(closed.affected ?? 0);
  };

  const add = async (district: number, entry: Entry): Promise<number> => {
    const { kind, code } = entry;
    await close(district, kind, code);
    const latest = (await entryTable.maximum('version', { district, kind, code })) ?? 0;
    await entryTable.insert({ ...entry, district, version: latest + 1 });
    return changed(1);
  };

  const replace = async (district: number, kinds: readonly Kind[], entries: readonly Entry[]): Promise<number> => {
    let count = 0;
    const known = await current(district, kinds);
    const isSame = (a: Entry, b: Entry): boolean => a.kind === b.kind && a.code === b.code;
    for (const row of known) {
      if (!entries.some((entry) => isSame(entry, row))) count += await close(district, row.kind, row.code);
    }
    for (const entry of entries) {
      const before = known.find((row) => isSame(row, entry));
      if (!before || !isDeepStrictEqual(before.data, entry.data)) count += await add(district, entry);
    }
    return count;
  };

  return {
    changes: () => changes,
    current,
    before,
    close,
    replace,
    districts: async () => {
      const rows = await entryTable.findBy({ kind: 'district', validTo: IsNull() });
      return new Map(rows.map((row) => [row.code, row.district]));
    },
    put: async (district, entry) => {
      const before = (await current(district, [entry.kind])).find((row) => row.code === entry.code);
      return before && isDeepStrictEqual(before.data, entry.data) ? 0 : add(district, entry);
    },
    years: async () => (await yearTable.findBy({ validTo: IsNull() })).map(({ year, data }) => ({ year, ...data })),
    putYear: async ({ year, ...data }) => {
      const before = await yearTable.findOneBy({ year, validTo: IsNull() });
      if (before && isDeepStrictEqual(before.data, data)) return 0;
      // The days of the Labour Code alone never take the place of a decree's.
      if (before && before.data.transfers !== false && data.transfers === false) return 0;
      await yearTable.update({ year, validTo: IsNull() }, { validTo: now });
      const latest = (await yearTable.maximum('version', { year })) ?? 0;
      await yearTable.insert({ year, version: latest + 1, data });
      return changed(1);
    },
  };
}

import { isDeepStrictEqual } from 'node:util';
import pg from 'pg';
import type { CalendarYear } from './calendar-file.js';
import type { Entry, EntryRow, Kind } from './directory-entries.js';

/** The only hand that writes the directory: as the owner, one at a time, in one transaction that raises the revision. */
export interface DirectoryWriter {
  /** What is valid now. */
  current(district: number, kinds?: readonly Kind[]): Promise<readonly EntryRow[]>;
  districts(): Promise<ReadonlyMap<string, number>>;
  /** Makes `entries` the valid ones of these kinds: a new version only where something changed. Answers how many. */
  replace(district: number, kinds: readonly Kind[], entries: readonly Entry[]): Promise<number>;
  /** Adds or changes one entry. */
  put(district: number, entry: Entry): Promise<number>;
  close(district: number, kind: Kind, code: string): Promise<number>;
  putYear(year: CalendarYear): Promise<number>;
}

export async function writeDirectory<Result>(
  ownerUrl: string,
  work: (writer: DirectoryWriter) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    // Two loaders at once go one after the other, and the second sees what the first wrote.
    await client.query('select revision from directory.revision for update');
    const writer = writerOn(client);
    const result = await work(writer);
    if (writer.changes() > 0) await client.query('update directory.revision set revision = revision + 1');
    await client.query('commit');
    return result;
  } finally {
    // An open transaction is rolled back with its connection.
    await client.end();
  }
}

function writerOn(client: pg.Client): DirectoryWriter & { changes(): number } {
  let changes = 0;
  const changed = (count: number): number => {
    changes += count;
    return count;
  };

  const current = async (district: number, kinds?: readonly Kind[]): Promise<readonly EntryRow[]> => {
    const { rows } = await client.query<EntryRow>(
      `select district, kind, code, version, data from directory.entry
        where district = $1 and valid_to is null and ($2::text[] is null or kind = any($2))`,
      [district, kinds ?? null],
    );
    return rows;
  };

  const close = async (district: number, kind: Kind, code: string): Promise<number> => {
    const { rowCount } = await client.query(
      `update directory.entry set valid_to = now()
        where district = $1 and kind = $2 and code = $3 and valid_to is null`,
      [district, kind, code],
    );
    return changed(rowCount ?? 0);
  };

  const add = async (district: number, { kind, code, data }: Entry): Promise<number> => {
    await close(district, kind, code);
    await client.query(
      `insert into directory.entry (district, kind, code, version, data)
        select $1, $2, $3, coalesce(max(version), 0) + 1, $4 from directory.entry
        where district = $1 and kind = $2 and code = $3`,
      [district, kind, code, JSON.stringify(data)],
    );
    changed(1);
    return 1;
  };

  const replace = async (district: number, kinds: readonly Kind[], entries: readonly Entry[]): Promise<number> => {
    let count = 0;
    const known = await current(district, kinds);
    const same = (a: Entry, b: Entry): boolean => a.kind === b.kind && a.code === b.code;
    for (const row of known) {
      if (!entries.some((entry) => same(entry, row))) count += await close(district, row.kind, row.code);
    }
    for (const entry of entries) {
      const before = known.find((row) => same(row, entry));
      if (!before || !isDeepStrictEqual(before.data, entry.data)) count += await add(district, entry);
    }
    return count;
  };

  return {
    changes: () => changes,
    current,
    close,
    replace,
    districts: async () => {
      const { rows } = await client.query<{ district: number; code: string }>(
        `select district, code from directory.entry where kind = 'district' and valid_to is null`,
      );
      return new Map(rows.map((row) => [row.code, row.district]));
    },
    put: async (district, entry) => {
      const before = (await current(district, [entry.kind])).find((row) => row.code === entry.code);
      return before && isDeepStrictEqual(before.data, entry.data) ? 0 : add(district, entry);
    },
    putYear: async ({ year, ...data }) => {
      const { rows } = await client.query<{ data: unknown }>(
        'select data from directory.calendar_year where year = $1 and valid_to is null',
        [year],
      );
      if (rows[0] && isDeepStrictEqual(rows[0].data, data)) return 0;
      await client.query('update directory.calendar_year set valid_to = now() where year = $1 and valid_to is null', [
        year,
      ]);
      await client.query(
        `insert into directory.calendar_year (year, version, data)
          select $1, coalesce(max(version), 0) + 1, $2 from directory.calendar_year where year = $1`,
        [year, JSON.stringify(data)],
      );
      return changed(1);
    },
  };
}

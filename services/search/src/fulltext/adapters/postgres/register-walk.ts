import type { Database, Directory } from '@otklik/tenancy';
import type { RegisterRow } from '../../../register/application/list/register-row.js';
import type { RegisterReader } from '../../../register/application/list/register-reader.js';

const PAGE = 500;

/** Every row of the register, by pages, district after district. */
export async function* walkRegister(
  database: Database,
  reader: RegisterReader,
  directory: Directory,
): AsyncGenerator<readonly RegisterRow[]> {
  for (const { id: district } of directory.districts()) {
    for (let after: string | null = null; ;) {
      const { rows }: { rows: { id: string }[] } = await database.scope(district).query<{ id: string }>(
        `select id from search.register
         where district = $1 and receipt is not null and ($2::uuid is null or id > $2) order by id limit ${PAGE}`,
        [district, after],
      );
      if (rows.length === 0) break;
      yield await reader.rows(
        [district],
        rows.map(({ id }) => id),
      );
      after = rows.at(-1)?.id ?? null;
    }
  }
}

export async function countRegister(database: Database, directory: Directory): Promise<number> {
  const [first, ...others] = directory.districts().map(({ id }) => id);
  if (first === undefined) return 0;
  const { rows } = await database
    .scope(first, ...others)
    .query<{ rows: number }>('select count(*)::int as rows from search.register where receipt is not null');
  return rows[0]?.rows ?? 0;
}

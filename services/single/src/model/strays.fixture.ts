import type { ModelProduct } from './model-product.fixture.js';
import type { ModelCase } from './submissions.fixture.js';

/** Columns that hold an appeal, in every table that has a district. */
const COLUMNS = `select d.table_schema as schema, d.table_name as table, a.column_name as column
  from information_schema.columns d
  join information_schema.columns a on a.table_schema = d.table_schema and a.table_name = d.table_name
  join information_schema.tables t on t.table_schema = d.table_schema and t.table_name = d.table_name
  where d.column_name = 'district' and a.column_name in ('appeal', 'correlation_id') and t.table_type = 'BASE TABLE'
    and a.data_type = 'uuid' and d.data_type = 'integer'
  order by 1, 2, 3`;

const MIN_TABLES = 10;

/** Rows of any table that name a case of the other district; throws when there are hardly any tables to look at. */
export async function strays({ owner, opened }: ModelProduct, cases: readonly ModelCase[]): Promise<readonly string[]> {
  const { rows: columns } = await owner!.query<{ schema: string; table: string; column: string }>(COLUMNS);
  if (columns.length < MIN_TABLES) throw new Error(`Only ${columns.length} tables hold an appeal.`);
  const ids = cases.map(({ id }) => id);
  const districts = cases.map(({ district }) => opened.directory.district(district)!.id);
  const found: string[] = [];
  for (const { schema, table, column } of columns) {
    const { rowCount } = await owner!.query(
      `select from ${schema}.${table} s join unnest($1::uuid[], $2::int[]) as c(id, district) on c.id = s.${column}
       where s.district <> c.district`,
      [ids, districts],
    );
    if (rowCount) found.push(`${rowCount} rows of ${schema}.${table}`);
  }
  return found;
}

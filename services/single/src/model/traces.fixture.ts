import type { Fact } from './case-facts.fixture.js';
import type { ModelRun } from './model-run.fixture.js';
import type { ModelCase } from './submissions.fixture.js';
import { sealedFieldsOf } from '../sealed-fields.js';
import { services } from '../services.js';

const TABLES = `select t.table_schema as schema, t.table_name as table, exists (select from information_schema.columns c
    where c.table_schema = t.table_schema and c.table_name = t.table_name and c.column_name = 'district') as "byDistrict"
  from information_schema.tables t
  where t.table_type = 'BASE TABLE' and t.table_schema not in ('pg_catalog', 'information_schema') order by 1, 2`;

/** Analysed words may lose their endings. */
const stemOf = ({ mark }: ModelCase): string => mark.slice(0, -2);

interface Table {
  readonly schema: string;
  readonly table: string;
  readonly byDistrict: boolean;
}

/**
 * Remains of an erased applicant: rows of any table with the mark of the case in the clear, and personal fields of
 * facts that still open. Throws when the marks of the others are found nowhere.
 */
export async function tracesOfTheErased(run: ModelRun): Promise<readonly string[]> {
  const gone = run.cases.filter(({ id }) => run.erased.has(id));
  const here = run.cases.filter(({ id }) => !run.erased.has(id));
  const found: string[] = [];
  let ofOthers = 0;
  const { rows } = await run.product.owner!.query<Table>(TABLES);
  for (const table of rows) {
    for (const one of gone) {
      const count = await rowsWith(run, table, one);
      if (count > 0) found.push(`${count} rows of ${table.schema}.${table.table} hold the mark of case ${one.index}`);
    }
    const [other] = here;
    if (other) ofOthers += await rowsWith(run, table, other);
  }
  if (gone.length > 0 && ofOthers === 0) throw new Error('No mark was found.');
  return [...found, ...(await opening(run, gone))];
}

/** The case of another district that it was handed over to is that district's. */
async function rowsWith(run: ModelRun, { schema, table, byDistrict }: Table, one: ModelCase): Promise<number> {
  const isAlone = run.cases.every(({ id, mark }) => id === one.id || mark !== one.mark);
  if (!byDistrict && !isAlone) return 0;
  const { id: district } = run.product.opened.directory.district(one.district)!;
  const where = byDistrict ? 'and t.district = $2' : 'and $2::int is not null';
  const { rows } = await run.product.owner!.query<{ count: number }>(
    `select count(*)::int as count from ${schema}."${table}" t where t::text ilike '%' || $1 || '%' ${where}`,
    [stemOf(one), district],
  );
  return rows[0]!.count;
}

async function opening({ product }: ModelRun, gone: readonly ModelCase[]): Promise<readonly string[]> {
  const ids = new Set(gone.map(({ id }) => id));
  const found: string[] = [];
  for (const { name, publish } of services) {
    if (publish === undefined) continue;
    const fields = sealedFieldsOf(name);
    const { vault } = product.opened.own.get(name)!;
    const facts = (product.transport.all(`${name}.events` as 'intake.events') as readonly Fact[]).filter(({ appeal }) =>
      ids.has(appeal),
    );
    for (const { district, type, stream, data } of facts)
      for (const field of fields[type] ?? []) {
        const sealed = data[field];
        if (typeof sealed === 'string' && (await vault.open(district, sealed)) !== undefined)
          found.push(`${field} of ${type} in ${stream} opens`);
      }
  }
  return found;
}

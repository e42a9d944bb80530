import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { startWorld, type World } from '../world/world.js';

let world: World;
let owner: pg.Client;
beforeAll(async () => {
  world = await startWorld({ demo: 'small' });
  owner = new pg.Client({ connectionString: world.databaseUrl });
  await owner.connect();
}, 120_000);
afterAll(async () => {
  await owner?.end();
  await world?.stop();
});

const ours = `n.nspname not in ('pg_catalog', 'information_schema', 'public') and n.nspname not like 'pg_%'`;

it('forces row-level security on every table with a district', async () => {
  const { rows } = await owner.query<{ name: string; forced: boolean; policies: string }>(`
    select n.nspname || '.' || c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
      (select count(*) from pg_policy p where p.polrelid = c.oid) as policies
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and ${ours}
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'district' and not a.attisdropped)`);
  expect(rows.length).toBeGreaterThan(10);
  expect(rows.filter(({ forced, policies }) => !forced || Number(policies) === 0)).toEqual([]);
});

it('begins every unique key of a table with a district by the district', async () => {
  const { rows } = await owner.query<{ name: string }>(`
    select n.nspname || '.' || c.relname || ' ' || i.relname as name
    from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute d on d.attrelid = c.oid and d.attname = 'district' and not d.attisdropped
    where x.indisunique and ${ours} and x.indkey[0] <> d.attnum`);
  // Positions and change numbers come from one sequence of the server and reveal nothing of another district.
  expect(rows.map(({ name }) => name).filter((name) => !/position|_by_change$/.test(name))).toEqual([]);
});

const roles = `r.rolname like 'otklik\\_%' and r.rolname <> current_user`;

it('gives no role of a service the right to bypass row-level security', async () => {
  const { rows } = await owner.query(`
    select r.rolname as name from pg_roles r
    where ${roles} and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb)`);
  expect(rows).toEqual([]);
});

it('lets a worker own only its read tables, and a service role no table', async () => {
  const { rows } = await owner.query<{ name: string }>(`
    select r.rolname || ' ' || c.relname as name from pg_class c join pg_roles r on r.oid = c.relowner
    where ${roles} and c.relkind in ('r', 'p', 'v', 'm', 'S')`);
  expect(rows.map(({ name }) => name).filter((name) => !/_worker (register|publication)(_|$)/.test(name))).toEqual([]);
});

it('grants no service TRUNCATE, REFERENCES or TRIGGER', async () => {
  const { rows } = await owner.query(`
    select r.rolname || ' ' || g.privilege_type || ' ' || g.table_name as name
    from information_schema.table_privileges g join pg_roles r on r.rolname = g.grantee
    where ${roles} and r.rolname not like '%\\_worker' and g.privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER')`);
  expect(rows).toEqual([]);
});

it('has no view or function that runs with the rights of its owner', async () => {
  const { rows } = await owner.query<{ name: string }>(`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('v', 'm') and ${ours} and not coalesce('security_invoker=true' = any(c.reloptions), false)
        and not coalesce('security_invoker=on' = any(c.reloptions), false)
    union all
    select n.nspname || '.' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and ${ours}`);
  expect(rows).toEqual([]);
});

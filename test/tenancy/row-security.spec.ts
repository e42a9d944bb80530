import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { startWorld, type World } from '../world/world.js';

let world: World;
let owner: pg.Client;
beforeAll(async () => {
  world = await startWorld();
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

it('begins every key of such a table with the district', async () => {
  const { rows } = await owner.query<{ name: string }>(`
    select n.nspname || '.' || c.relname || ' ' || i.relname as name
    from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute d on d.attrelid = c.oid and d.attname = 'district' and not d.attisdropped
    where x.indisunique and ${ours} and x.indkey[0] <> d.attnum`);
  // The position is drawn from the log's sequence by the server: it tells nothing of another district.
  expect(rows.map(({ name }) => name).filter((name) => !/position/.test(name))).toEqual([]);
});

it('lets no service own a table, pass row-level security or empty a table', async () => {
  const { rows } = await owner.query<{ name: string }>(`
    select rolname as name from pg_roles where rolname like 'otklik\\_%' and rolname <> current_user
      and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)
    union all
    select r.rolname || ' owns ' || c.relname from pg_class c join pg_roles r on r.oid = c.relowner
      where r.rolname like 'otklik\\_%' and r.rolname <> current_user
    union all
    select grantee || ' may truncate ' || table_name from information_schema.table_privileges
      where grantee like 'otklik\\_%' and privilege_type = 'TRUNCATE' and grantee <> current_user`);
  expect(rows).toEqual([]);
});

it('shows no plain view and no function that runs as its owner', async () => {
  const { rows } = await owner.query<{ name: string }>(`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('v', 'm') and ${ours} and not coalesce('security_invoker=true' = any(c.reloptions), false)
        and not coalesce('security_invoker=on' = any(c.reloptions), false)
    union all
    select n.nspname || '.' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and ${ours}`);
  expect(rows).toEqual([]);
});

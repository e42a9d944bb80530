import { roleNames, type Migration } from '@otklik/tenancy';
import type { WorkName } from './work-kinds.js';

/** The queue of a release before as a table of its own, and the work that it is now. Parts of its SQL. */
export interface FormerQueue {
  readonly service: string;
  readonly table: string;
  readonly kind: WorkName;
  /** Columns whose change changes the work. */
  readonly columns: string;
  /** Of a row `t` of the table: whether it waits. */
  readonly waits: string;
  readonly key: string;
  readonly dueAt: string;
  readonly attempts?: string;
  readonly body?: string;
  /** Statement that shows added or changed work, `new`, in the table. */
  readonly shown: string;
  /** Statement that shows there that work, `old`, is gone. */
  readonly ended?: string;
  /** To the worker role, which tries the work. */
  readonly granted?: string;
  /** Which row work, `new`, is of. Absent for work that is never claimed. */
  readonly row?: string;
}

interface Shown {
  readonly service: string;
  readonly table: string;
  readonly kinds: readonly string[];
  readonly row: string;
}

/**
 * A change of a row locks it and then its work; a claim locks the work first. So a claim waits for no row: work
 * whose row another transaction holds is left for a later claim.
 */
export function claimsWaitForNoRow({ service, table, kinds, row }: Shown): string {
  const rows = `${service}.${table}`;
  return `
    create function ${service}.${table}_is_free() returns trigger language plpgsql as $$
      begin
        perform from ${rows} where district = new.district and ${row} for no key update skip locked;
        if found or not exists (select from ${rows} where district = new.district and ${row}) then return new; end if;
        return null;
      end $$;
    create trigger ${table}_is_free before update on ${service}.work for each row
      when (new.kind in (${kinds.map((kind) => `'${kind}'`).join(', ')})
        and new.lease is not null and new.lease is distinct from old.lease)
      execute function ${service}.${table}_is_free();`;
}

/**
 * Waiting rows of the previous release's table become work, and the table keeps showing it: triggers keep both the
 * same, for writers of either. Of two processes, one of that release, one does what waits, and after a rollback that
 * release continues.
 */
export function mirroredWork(name: string, queue: FormerQueue): Migration {
  const { service, table, kind, columns, waits, key, dueAt, attempts = '0', body = `'{}'::jsonb` } = queue;
  const [rows, work] = [`${service}.${table}`, `${service}.work`];
  const columnsOfWork = '(district, kind, key, due_at, attempts, body)';
  const ofRow = `t.district, '${kind}', ${key}, ${dueAt}, ${attempts}, ${body}`;
  const shows = (on: string, event: string, row: string) => `
    create trigger ${on} after ${event} on ${work}
      for each row when (${row}.kind = '${kind}') execute function ${service}.work_is_${table}();`;
  const sql = `
    -- The owner of the database may be a role that row-level security binds.
    alter table ${rows} no force row level security;
    alter table ${work} no force row level security;
    insert into ${work} ${columnsOfWork} select ${ofRow} from ${rows} t where ${waits};
    alter table ${rows} force row level security;
    alter table ${work} force row level security;

    create function ${service}.${table}_is_work() returns trigger language plpgsql as $$
      declare t ${rows}%rowtype;
      begin
        -- By the work itself.
        if pg_trigger_depth() > 1 then return null; end if;
        if tg_op = 'DELETE' then t := old; else t := new; end if;
        if tg_op <> 'DELETE' and ${waits} then
          insert into ${work} ${columnsOfWork} values (${ofRow})
          on conflict (district, kind, key) do update
          set due_at = excluded.due_at, attempts = excluded.attempts, lease = null, body = excluded.body;
        elsif tg_op <> 'INSERT' then
          delete from ${work} w where w.district = t.district and w.kind = '${kind}' and w.key = ${key};
        end if;
        return null;
      end $$;
    create trigger ${table}_is_work after insert or update of ${columns} or delete on ${rows}
      for each row execute function ${service}.${table}_is_work();

    create function ${service}.work_is_${table}() returns trigger language plpgsql as $$
      begin
        -- By the table itself.
        if pg_trigger_depth() > 1 then return null; end if;
        if tg_op <> 'DELETE' then
          ${queue.shown};
        ${queue.ended === undefined ? '' : `else ${queue.ended};`}
        end if;
        return null;
      end $$;${shows(`work_is_${table}`, 'insert or update', 'new')}${
        queue.ended === undefined ? '' : shows(`work_was_${table}`, 'delete', 'old')
      }
    ${queue.row === undefined ? '' : claimsWaitForNoRow({ service, table, kinds: [kind], row: queue.row })}
    ${queue.granted === undefined ? '' : `grant ${queue.granted} on ${rows} to ${roleNames(service).worker}`}`;
  return { name, sql };
}

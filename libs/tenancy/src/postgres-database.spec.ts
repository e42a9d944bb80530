import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually, testDatabase, type TestDatabase } from '@otklik/testing';
import pg from 'pg';
import type { Database, Transaction } from './district-scope.js';
import { installService, rowSecurity } from './migration.js';
import { PLATFORM } from './platform.js';
import { openDatabase } from './postgres-database.js';
import { StatementNames } from './statement-names.js';

let database: TestDatabase;
let owner: pg.Client;
let url: string;
let intake: Database;

beforeAll(async () => {
  database = await testDatabase();
  const letters = {
    name: '0001_letters',
    sql: `create table intake.letter (district int not null, id int not null, primary key (district, id));
      grant select, insert, delete on intake.letter to otklik_intake, otklik_intake_worker;
      ${rowSecurity('intake', 'letter')}`,
  };
  url = (await installService(database.url, 'intake', [letters], 'roles-of-specs-1')).app;
  owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});
beforeEach(async () => {
  intake = openDatabase(url, 'intake', { max: 1, statementTimeoutMs: 2_000 });
  await intake.scope(1, 2).query('delete from intake.letter');
});
afterEach(() => intake.close());

const lettersOf = async (...districts: [number, ...number[]]): Promise<unknown[]> =>
  (await intake.scope(...districts).query('select district, id from intake.letter order by 1, 2')).rows;
const setting = async (tx: Transaction): Promise<string | null> =>
  (await tx.query<{ d: string | null }>(`select current_setting('app.districts', true) d`)).rows[0]!.d;
const killBackends = (): Promise<unknown> =>
  owner.query(`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'otklik_intake'
    and datname = current_database()`);

describe('a scope', () => {
  it('sees and writes the rows of its own districts and no others', async () => {
    await intake.scope(1).query('insert into intake.letter values ($1, $2)', [1, 7]);
    await intake.scope(2).transaction((tx) => tx.query('insert into intake.letter values (2, 8)'));
    expect(await lettersOf(1)).toEqual([{ district: 1, id: 7 }]);
    expect(await lettersOf(1, 2)).toEqual([
      { district: 1, id: 7 },
      { district: 2, id: 8 },
    ]);
    await expect(intake.scope(1).query('insert into intake.letter values (2, 9)')).rejects.toThrow(/row-level/);
    await expect(
      intake.scope(1).transaction((tx) => tx.query('insert into intake.letter values (2, 9)')),
    ).rejects.toThrow(/row-level/);
  });

  it('rejects districts that are neither positive integers nor the platform', () => {
    for (const id of ["1}'); drop", 1.5, -1, Number.NaN, 2 ** 31, '1'] as number[]) {
      expect(() => intake.scope(id)).toThrow(TypeError);
    }
  });

  it('of the platform sees no row of a district', async () => {
    await intake.scope(PLATFORM).query('insert into intake.letter values (0, 1)');
    expect(await lettersOf(PLATFORM)).toEqual([{ district: 0, id: 1 }]);
    expect(await lettersOf(3)).toEqual([]);
  });

  it('runs a named statement repeatedly, on a new connection, and without rows', async () => {
    const config = { name: 'letter', text: 'select id from intake.letter where id = $1' };
    expect((await intake.scope(1).query(config, [1])).rows).toEqual([]);
    await intake.scope(1).query('insert into intake.letter values (1, 1)');
    expect((await intake.scope(1).query(config, [1])).rows).toEqual([{ id: 1 }]);
    expect((await intake.scope(2).query(config, [1])).rows).toEqual([]);
    await killBackends();
    await intake
      .scope(1)
      .query(config, [1])
      .catch(() => undefined);
    expect((await intake.scope(1).query({ ...config, values: [1] })).rows).toEqual([{ id: 1 }]);
    expect(await intake.scope(1).query('delete from intake.letter')).toMatchObject({ command: 'DELETE', rowCount: 1 });
  });

  it('keeps the connection usable after a failed statement, named or not', async () => {
    await intake.scope(1).query('insert into intake.letter values (1, 1)');
    await expect(intake.scope(1).query('insert into intake.letter values (1, 1)')).rejects.toThrow(/duplicate/);
    const broken = { name: 'broken', text: 'select no_such_column from intake.letter' };
    await expect(intake.scope(1).query(broken)).rejects.toThrow(/no_such_column/);
    await expect(intake.scope(1).query(broken)).rejects.toThrow(/no_such_column/);
    expect(await lettersOf(1)).toHaveLength(1);
  });
});

describe('a transaction', () => {
  it('fails every statement that was sent behind a failed one, and keeps nothing', async () => {
    const failed = intake.scope(1).transaction((tx) => {
      const ids = [1, 1, 2];
      return Promise.allSettled(ids.map((id) => tx.query('insert into intake.letter values (1, $1)', [id])));
    });
    await expect(failed).rejects.toThrow(/rolled back/);
    expect(await lettersOf(1)).toEqual([]);
  });

  it('is rolled back when its work throws', async () => {
    const failed = intake.scope(1).transaction(async (tx) => {
      await tx.query('insert into intake.letter values (1, 1)');
      throw new Error('changed my mind');
    });
    await expect(failed).rejects.toThrow('changed my mind');
    expect(await lettersOf(1)).toEqual([]);
  });

  it('does not say committed when a statement failed and its error was swallowed', async () => {
    const swallowed = intake.scope(1).transaction(async (tx) => {
      await tx.query('insert into intake.letter values (1, 1)');
      await tx.query('insert into intake.letter values (1, 1)').catch(() => undefined);
    });
    await expect(swallowed).rejects.toThrow(/rolled back/);
    expect(await lettersOf(1)).toEqual([]);
  });

  it('rejects statements after its end', async () => {
    let kept: Transaction | undefined;
    await intake.scope(1).transaction(async (tx) => void (kept = tx));
    await expect(kept!.query('select 1')).rejects.toThrow('over');
  });
});

describe('statements of a transaction', () => {
  const names = async (tx: Transaction): Promise<unknown> =>
    (await tx.query(`select name from pg_prepared_statements where statement like 'select id from%'`)).rows;

  it('are prepared once for a connection, with one plan for all values', async () => {
    const twice = async (tx: Transaction): Promise<unknown> => {
      for (const id of [1, 2]) await tx.query('select id from intake.letter where district = $1', [id]);
      return names(tx);
    };
    expect(await intake.scope(1).transaction(twice)).toEqual([{ name: expect.stringMatching(/^[\w-]{24}$/) }]);
    const { rows } = await intake.scope(1).transaction(async (tx) => {
      await twice(tx);
      return tx.query(`select generic_plans::int as generic, custom_plans::int as custom
        from pg_prepared_statements where statement like 'select id from%'`);
    });
    expect(rows).toEqual([{ generic: 4, custom: 0 }]);
  });

  it('have no name where they could not be prepared, or would have no end of names', async () => {
    await intake.scope(1).transaction(async (tx) => {
      await tx.query('savepoint one; release savepoint one');
      expect(await names(tx)).toEqual([]);
    });
    const few = new StatementNames(1);
    expect(few.named({ text: 'select 1' }).name).toBeDefined();
    expect(few.named({ text: 'select 2' }).name).toBeUndefined();
    expect(few.named({ text: 'select 1' })).toEqual(few.named({ text: 'select 1' }));
    expect(few.named({ text: 'select 1', name: 'own' }).name).toBe('own');
  });

  it('run again on another connection once a migration has changed their columns', async () => {
    const all = () => intake.scope(1).transaction((tx) => tx.query('select * from intake.letter'));
    await all();
    await owner.query('alter table intake.letter add column note text');
    await expect(all()).rejects.toThrow('cached plan must not change result type');
    expect((await all()).fields).toHaveLength(3);
    await owner.query('alter table intake.letter drop column note');
  });
});

describe('a pool of one connection', () => {
  it('carries no district from one use to the next', async () => {
    await intake.scope(1).query('insert into intake.letter values (1, 1)');
    await intake.scope(1).transaction(setting);
    expect(await intake.scope(2).transaction(setting)).toBe('{2}');
    await expect(
      intake.scope(1).transaction(async () => {
        throw new Error('abort');
      }),
    ).rejects.toThrow('abort');
    expect(await lettersOf(2)).toEqual([]);
    expect((await intake.scope(2).query(`select current_setting('app.districts', true) d`)).rows).toEqual([
      { d: '{2}' },
    ]);
  });

  it('keeps no district on a connection between two uses', async () => {
    const real = pg.Client.prototype.query as (...args: unknown[]) => unknown;
    let raw: pg.Client | undefined;
    pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]): unknown {
      raw = this;
      return real.apply(this, args);
    } as typeof pg.Client.prototype.query;
    const left = async (): Promise<unknown> =>
      (await raw!.query(`select nullif(current_setting('app.districts', true), '') d`)).rows[0].d;
    try {
      await intake.scope(1).transaction(setting);
      expect(await left()).toBeNull();
      await intake.scope(1).query('select 1');
      expect(await left()).toBeNull();
    } finally {
      pg.Client.prototype.query = real as typeof pg.Client.prototype.query;
    }
  });

  it('recovers from backends killed before, between and inside transactions', async () => {
    await intake.scope(1).query('insert into intake.letter values (1, 1)');
    await killBackends();
    await intake
      .scope(2)
      .query('select 1')
      .catch(() => undefined);
    expect(await lettersOf(2)).toEqual([]);
    const inside = intake.scope(1).transaction(async (tx) => {
      await tx.query('insert into intake.letter values (1, 2)');
      await killBackends();
      await tx.query('insert into intake.letter values (1, 3)');
    });
    await expect(inside).rejects.toThrow();
    expect(await eventually(() => lettersOf(1))).toEqual([{ district: 1, id: 1 }]);
  });

  it('is clean after a transaction whose districts could not be set', async () => {
    const real = pg.Client.prototype.query as (...args: unknown[]) => unknown;
    let sent = 0;
    // The server has begun, but set_config is lost and the statement runs without districts.
    pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]): unknown {
      sent += 1;
      return sent === 2 ? Promise.reject(new Error('cut')) : real.apply(this, args);
    } as typeof pg.Client.prototype.query;
    try {
      await expect(intake.scope(1).transaction(setting)).rejects.toThrow('cut');
    } finally {
      pg.Client.prototype.query = real as typeof pg.Client.prototype.query;
    }
    expect(await intake.scope(2).transaction(setting)).toBe('{2}');
    expect(await lettersOf(2)).toEqual([]);
  });

  it('leaves connections to others where one district sends many statements', async () => {
    const lent = openDatabase(url, 'intake', { max: 3 });
    try {
      await owner.query('select pg_advisory_lock(7)');
      await lent.scope(2).query('select 1');
      const loud = Array.from({ length: 6 }, () => lent.scope(1).query('select pg_advisory_xact_lock(7)'));
      expect((await lent.scope(2).query('select 1 as one')).rows).toEqual([{ one: 1 }]);
      await owner.query('select pg_advisory_unlock(7)');
      expect(await Promise.all(loud)).toHaveLength(6);
    } finally {
      await lent.close();
    }
  });

  it('lends a connection that becomes free to another district before the rest of one that sends many', async () => {
    const lent = openDatabase(url, 'intake', { max: 1 });
    const order: string[] = [];
    const run = (district: number, name: string, gate?: Promise<void>) =>
      lent.scope(district).transaction(async () => {
        order.push(name);
        await gate;
      });
    const gate = Promise.withResolvers<void>();
    try {
      const first = run(1, 'a1', gate.promise);
      const loud = ['a2', 'a3', 'a4'].map((name) => run(1, name));
      const quiet = [
        run(2, 'b1'),
        lent
          .scope(3)
          .query('select 1')
          .then(() => order.push('c1')),
      ];
      gate.resolve();
      await Promise.all([first, ...loud, ...quiet]);
      expect(order).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'a4']);
    } finally {
      await lent.close();
    }
  });

  it('says as the pool does that no connection became free in time', async () => {
    const lent = openDatabase(url, 'intake', { max: 1, connectionTimeoutMs: 200 });
    const gate = Promise.withResolvers<void>();
    try {
      const first = lent.scope(1).transaction(() => gate.promise);
      await expect(lent.scope(2).query('select 1')).rejects.toThrow('timeout exceeded when trying to connect');
      gate.resolve();
      await first;
    } finally {
      await lent.close();
    }
  });

  it('times out long statements and silent servers and stays usable', async () => {
    const hasty = openDatabase(url, 'intake', { max: 1, statementTimeoutMs: 200, silenceMs: 200 });
    const scope = hasty.scope(1);
    const backend = async (): Promise<number> =>
      (await scope.query<{ pid: number }>('select pg_backend_pid() pid')).rows[0]!.pid;
    try {
      const first = await backend();
      await expect(scope.query('select pg_sleep(10)')).rejects.toThrow(/statement timeout/);
      await expect(scope.transaction((tx) => tx.query('select pg_sleep(10)'))).rejects.toThrow(/statement timeout/);
      expect(await backend()).toBe(first);
      const silent = scope.transaction(async (tx) => {
        await tx.query('set local statement_timeout = 0');
        await tx.query('select pg_sleep(3)');
      });
      await expect(silent).rejects.toThrow(/read timeout/);
      expect(await backend()).not.toBe(first);
    } finally {
      await hasty.close();
    }
  });
});

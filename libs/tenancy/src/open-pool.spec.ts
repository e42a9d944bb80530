import { expect, it } from '@jest/globals';
import { testDatabase } from '@otklik/testing';
import { openPool } from './open-pool.js';

it('keeps the process alive when the server closes a checked-out connection between two statements', async () => {
  const database = await testDatabase();
  const pool = openPool({ connectionString: database.url, max: 2 });
  const client = await pool.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const ended = new Promise((resolve) => client.once('end', resolve));
  await pool.query('select pg_terminate_backend($1)', [rows[0]!.pid]);
  await ended;
  await expect(client.query('select 1')).rejects.toThrow();
  client.release(true);
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  await pool.end();
  await database.drop();
});

import type { Transaction } from '@otklik/tenancy';
import type pg from 'pg';

/** For specs of this library: a transaction of one district on a bare pool. Services get theirs from libs/tenancy. */
export function inDistrict(pool: pg.Pool) {
  return async <Result>(district: number, work: (tx: Transaction) => Promise<Result>): Promise<Result> => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      await client.query(`select set_config('app.districts', $1, true)`, [`{${district}}`]);
      const result = await work(client as unknown as Transaction);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  };
}

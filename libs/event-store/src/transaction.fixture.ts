import { inTransaction, type Transaction } from '@otklik/tenancy';
import type pg from 'pg';

/** For specs of this library: a transaction of one district on a bare pool. Services get theirs from libs/tenancy. */
export function inDistrict(pool: pg.Pool) {
  return <Result>(district: number, work: (tx: Transaction) => Promise<Result>): Promise<Result> =>
    inTransaction(pool, async (tx) => {
      await tx.query(`select set_config('app.districts', $1, true)`, [`{${district}}`]);
      return work(tx);
    });
}

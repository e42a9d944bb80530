import type { Transaction } from './district-scope.js';

const FETCH_SIZE = 2_000;

/** The rows of a query without parameters, fetched part by part: memory does not grow with them. `cursor`: its name, free in the transaction. */
export async function* rowsByCursor<Row extends object>(
  tx: Transaction,
  cursor: string,
  sql: string,
): AsyncGenerator<Row, void, void> {
  await tx.query(`declare ${cursor} no scroll cursor for ${sql}`);
  for (;;) {
    const { rows } = await tx.query<Row>(`fetch ${FETCH_SIZE} from ${cursor}`);
    yield* rows;
    if (rows.length < FETCH_SIZE) return;
  }
}

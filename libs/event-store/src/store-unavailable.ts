import pg from 'pg';

/**
 * The database did not answer in time, so the append may or may not have been recorded. The caller retries with the same
 * command id, which is safe.
 */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** SQLSTATE classes of transient failures: connection, resources, locks, operator intervention, system. */
const TRANSIENT = /^(08|53|55|57|58|40)/;

/** Errors of the statement itself are returned unchanged; transient failures and lost connections become `StoreUnavailable`. */
export function asStoreError(error: unknown): unknown {
  if (error instanceof StoreUnavailable) return error;
  if (error instanceof pg.DatabaseError && !TRANSIENT.test(error.code ?? '')) return error;
  return new StoreUnavailable('the event store does not answer', { cause: error });
}

/** True when the server rejected the statement and kept the connection, so that nothing was written. */
export function isStatementFailure(error: unknown): error is pg.DatabaseError {
  return error instanceof pg.DatabaseError && error.severity === 'ERROR';
}

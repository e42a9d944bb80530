import pg from 'pg';

/**
 * The database did not answer, or not in time: the append may have been recorded or not. Trying again with the same
 * command id is safe, and the right thing to do.
 */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** Server states in which a later try may well succeed: connection, resources, locks, operator's intervention, system. */
const PASSING = /^(08|53|55|57|58|40)/;

/** Errors of the statement itself stay as they are; whatever else went wrong on the way is `StoreUnavailable`. */
export function asStoreError(error: unknown): unknown {
  if (error instanceof StoreUnavailable) return error;
  if (error instanceof pg.DatabaseError && !PASSING.test(error.code ?? '')) return error;
  return new StoreUnavailable('the event store does not answer', { cause: error });
}

/** True when the server itself has said that the statement failed and the connection can go on: nothing was written. */
export function isStatementFailure(error: unknown): error is pg.DatabaseError {
  return error instanceof pg.DatabaseError && error.severity === 'ERROR';
}

/**
 * Errors of other packages that carry neither a code nor a class of their own, so that only the message tells them apart.
 * This is the only file with such patterns: test/contracts/library-errors.spec.ts raises each of them from the pinned
 * version.
 */

/** pg's own connection errors; the server's have an SQLSTATE and the socket's a code. */
const PG_CONNECTION_ERRORS =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Query read timeout)/;

export function isPgConnectionError(error: Error): boolean {
  return PG_CONNECTION_ERRORS.test(error.message);
}

/** The server has not answered within `query_timeout`: the statement may still be running on that connection. */
export function isPgReadTimeout(error: unknown): boolean {
  return error instanceof Error && error.message === 'Query read timeout';
}

/** A compiled operation met null, or nothing, where an argument's type forbids it. */
export function isGraphqlArgumentError(error: Error): boolean {
  return error.message.startsWith('Argument "');
}

import type { ErrorCode } from '@otklik/contracts/error-codes';
import type { TextDetails } from '@otklik/contracts/texts';

/** The edge says no: identity, access, limits, or a request that is none. */
export class Fault extends Error {
  override readonly name = 'Fault';

  constructor(
    readonly code: ErrorCode,
    /** Where in the request: `input.key`, `query`. */
    readonly path?: string,
    readonly details: TextDetails = {},
  ) {
    super(code);
  }
}

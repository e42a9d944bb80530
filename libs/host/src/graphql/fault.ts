import type { ErrorCode } from '@otklik/contracts/error-codes';
import type { TextDetails } from '@otklik/contracts/texts';

/** A request that is rejected before its resolver: identity, access, limits, or malformed input. */
export class Fault extends Error {
  override readonly name = 'Fault';

  constructor(
    readonly code: ErrorCode,
    /** Where in the request: `input.key`, `query`. */
    readonly path?: string,
    readonly details: TextDetails = {},
    /** What is wrong, for programmers, in English. Holds no value of a variable and no literal of a document. */
    readonly reason?: string,
    /** What a program may do about it, beside code and path in the error's `extensions`. */
    readonly remedy: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
  }
}

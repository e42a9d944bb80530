/**
 * A command that the rules forbid. It is an outcome of the domain, not a defect: it becomes the `Refusal` member of a mutation's result, and a
 * consumer acknowledges it. `code` is a value of the SDL's `RefusalCode` and has its texts in `libs/contracts/texts`.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: string,
    /** Values of the text's placeholders; never personal data. */
    readonly details: Readonly<Record<string, string | number>> = {},
  ) {
    super(code);
  }
}

export function refuse(code: string, details: Readonly<Record<string, string | number>> = {}): never {
  throw new Refusal(code, details);
}

/** The stream is not at the expected version. */
export class VersionConflict extends Error {
  override readonly name = 'VersionConflict';

  constructor(
    readonly expected: number | 'none' | 'exists',
    /** The stream's version now; 0 when there is no such stream. */
    readonly current: number,
  ) {
    super(`expected version ${expected}, found ${current}`);
  }
}

/** The same idempotency key was sent with other content. */
export class IdempotencyKeyReused extends Error {
  override readonly name = 'IdempotencyKeyReused';
}

import { errorLabel } from './outage.js';

/** Keys in a row that fail alike in the database: the build is at fault, not the keys. */
const MAX_EQUAL_DEFECTS = 10;

/** The same statement fails for every key. Nothing is committed: the consumer stops until a build fixes it. */
export class BuildDefect extends Error {
  override readonly name = 'BuildDefect';
}

/** Counts the single events in a row that end with the same error of the database. */
export class EqualDefects {
  private label: string | undefined;
  private inARow = 0;

  /** Throws `BuildDefect`. `error` undefined: these `events` took effect. */
  count(error: unknown, events: number): void {
    if (error === undefined) this.inARow = 0;
    if (events !== 1 || !isFailedStatement(error)) return;
    const label = errorLabel(error);
    this.inARow = label === this.label ? this.inARow + 1 : 1;
    this.label = label;
    if (this.inARow >= MAX_EQUAL_DEFECTS) throw new BuildDefect(label, { cause: error });
  }
}

function isFailedStatement(error: unknown): boolean {
  const { code } = Object(error) as { readonly code?: unknown };
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);
}

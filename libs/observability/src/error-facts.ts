/** The part of an error that may be logged. */
export interface ErrorFacts {
  readonly name: string;
  readonly code?: string;
  /** Present only for errors thrown by our own code, whose messages hold no data. */
  readonly message?: string;
  readonly at: readonly string[];
  readonly cause?: ErrorFacts;
}

const MAX_FRAMES = 6;

/**
 * Name, code and our own stack frames. Messages of the database, the JSON parser and other libraries quote their input
 * (`Key (contact)=(…)`, `Unexpected token …`), so they are left out.
 */
export function errorFacts(error: unknown, depth = 3): ErrorFacts {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const { code } = error as { code?: unknown };
  const at = frames(error);
  return {
    name: error.name,
    at: at.filter(isOurs).slice(0, MAX_FRAMES),
    ...((typeof code === 'string' || typeof code === 'number') && { code: String(code).slice(0, 60) }),
    ...(at[0] !== undefined && isOurs(at[0]) && { message: error.message.slice(0, 300) }),
    ...(error.cause !== undefined && depth > 0 && { cause: errorFacts(error.cause, depth - 1) }),
  };
}

function frames(error: Error): string[] {
  // The message may contain lines that look like frames, so it is cut off first.
  const stack = error.stack ?? '';
  const after = error.message === '' ? 0 : stack.indexOf(error.message) + error.message.length;
  return stack
    .slice(Math.max(after, 0))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .map((line) => line.slice(3));
}

function isOurs(frame: string): boolean {
  return !frame.includes('node_modules') && !frame.includes('node:') && !frame.includes('(<anonymous>)');
}

import { isPgConnectionError } from '@otklik/kernel';

/**
 * SQLSTATE classes and codes that speak of the server or of a lost race, never of the event in hand. A statement that was
 * cancelled (57014) is not among them: the server answers, and an event whose statement never ends in time would hold up
 * its partition through a dozen of the longest statements. As a defect it holds up its own key, after some tries.
 */
const OUTAGE_STATES = /^(08|53|57P|58|40|25P03|55P03)/;
const OUTAGE_CODES = /^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN|ENOTFOUND)/;

/**
 * The database is away, or asks to be asked again. Such an error counts against no event: the whole batch is tried again
 * until the server answers.
 */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'StoreUnavailable') return true;
  const { code } = error as { code?: unknown };
  if (typeof code === 'string' && (OUTAGE_STATES.test(code) || OUTAGE_CODES.test(code))) return true;
  return isPgConnectionError(error) || isOutage(error.cause);
}

/** What may be stored and logged of an error: its name and code, never its message, which may hold data. */
export function errorLabel(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? `${error.name} ${code}` : error.name;
}

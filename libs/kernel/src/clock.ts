/** The offset between this machine's clock and the database's, from which on nothing is done that cannot be undone, seconds. */
export const MAX_CLOCK_OFFSET_S = 60;

/** The server's clock. */
export abstract class Clock {
  /** ISO 8601 in UTC. */
  abstract now(): string;
}

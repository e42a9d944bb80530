/** The server's clock. */
export abstract class Clock {
  /** ISO 8601 in UTC. */
  abstract now(): string;
}

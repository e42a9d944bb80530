/** Allow-list of a log line's fields: others are dropped, so that no personal data is logged. */
export interface LogFields {
  readonly service?: string;
  readonly district?: number;
  readonly appeal?: string;
  readonly event?: string;
  readonly command?: string;
  readonly correlation?: string;
  readonly causation?: string;
  readonly consumer?: string;
  readonly code?: string;
  readonly count?: number;
  readonly ms?: number;
  /** Name, code and own stack lines are kept; messages of the database's errors are not. */
  readonly error?: unknown;
}

export interface Logger {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

/** The injection token. */
export abstract class Logger {}

/** Allow-list of a log line's fields: others are dropped, so that no personal data is logged. */
export interface LogFields {
  readonly service?: string;
  readonly district?: number | undefined;
  readonly appeal?: string;
  readonly event?: string;
  readonly command?: string;
  /** Of a request: its id, which masked errors repeat and the gateway passes on. */
  readonly correlation?: string;
  /** Id of the trace, 32 hex digits; the events of the request carry it, too. */
  readonly trace?: string | undefined;
  /** `mutation submitAppeal`, `GET /files/:district/:id`: names of the schema and of routes, never the client's words. */
  readonly operation?: string;
  readonly role?: string | undefined;
  /** `OK`, a refusal's or an error's code, or an HTTP status. */
  readonly outcome?: string;
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

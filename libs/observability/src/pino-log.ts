import { pino, type DestinationStream } from 'pino';
import { errorFacts } from './error-facts.js';
import type { LogFields, Logger } from './log.js';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

export interface LogOptions {
  readonly level: LogLevel;
  /** Present on every line. */
  readonly service?: string;
  /** Standard output by default. */
  readonly destination?: DestinationStream;
}

/** Allowed fields with their types; the compiler keeps it equal to `LogFields`. */
const allowed: Readonly<Record<Exclude<keyof LogFields, 'error'>, 'string' | 'number'>> = {
  service: 'string',
  district: 'number',
  appeal: 'string',
  event: 'string',
  command: 'string',
  correlation: 'string',
  trace: 'string',
  operation: 'string',
  role: 'string',
  outcome: 'string',
  causation: 'string',
  consumer: 'string',
  code: 'string',
  count: 'number',
  ms: 'number',
};
const MAX_VALUE_LENGTH = 200;

/** A logger of JSON lines. `message` is a constant without data; fields outside `LogFields` are dropped. */
export function createLogger({ level, service, destination }: LogOptions): Logger {
  const lines = pino(
    {
      level,
      base: service === undefined ? {} : { service },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination ?? pino.destination({ fd: 1, sync: true }),
  );
  return {
    debug: (message, fields) => lines.debug(permitted(fields), message),
    info: (message, fields) => lines.info(permitted(fields), message),
    warn: (message, fields) => lines.warn(permitted(fields), message),
    error: (message, fields) => lines.error(permitted(fields), message),
  };
}

function permitted(fields: LogFields = {}): Record<string, unknown> {
  const line: Record<string, unknown> = {};
  for (const [name, kind] of Object.entries(allowed)) {
    const value = fields[name as keyof LogFields];
    if (typeof value === kind) line[name] = typeof value === 'string' ? value.slice(0, MAX_VALUE_LENGTH) : value;
  }
  if (fields.error !== undefined) line['error'] = errorFacts(fields.error);
  return line;
}

import type { LoggerService } from '@nestjs/common';
import type { Logger } from '@otklik/observability';

/** Contexts that Nest logs at each start, or that log an error which the edge logs once, masked. */
const SILENT = [
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestFactory',
  'GraphQLModule',
  'ExceptionsHandler',
];

/** Nest's log lines through our logger. Its errors pass the allow-list like all others. */
export function nestLogger(logger: Logger): LoggerService {
  const from = (rest: readonly unknown[]): string => String(rest.at(-1) ?? 'Nest');
  const line =
    (write: (message: string) => void) =>
    (message: unknown, ...rest: unknown[]): void => {
      if (!SILENT.includes(from(rest)) && typeof message === 'string') write(message);
    };
  return {
    log: line((message) => logger.debug(message)),
    warn: line((message) => logger.warn(message)),
    debug: line((message) => logger.debug(message)),
    verbose: line((message) => logger.debug(message)),
    fatal: line((message) => logger.error(message)),
    error: (message: unknown, ...rest: unknown[]) => {
      if (SILENT.includes(from(rest))) return;
      if (message instanceof Error) logger.error('Nest reports an error', { error: message });
      else logger.error(String(message).slice(0, 200));
    },
  };
}

import { UnknownType } from '@otklik/kernel';
import type { Logger } from '@otklik/observability';
import type { Publish } from './messaging.js';

/**
 * Skips events of a type that this build does not know (a newer build wrote them) and logs each type once, so that they do
 * not stop the events behind them. Any other failure to map an event stops the log: a public event must not be lost.
 */
export function skipUnknown(publish: Publish, service: string, logger: Logger): Publish {
  const logged = new Set<string>();
  return (event) => {
    try {
      return publish(event);
    } catch (error) {
      if (!(error instanceof UnknownType)) throw error;
      if (!logged.has(event.type)) logger.error('events of an unknown type are skipped', { service, code: event.type });
      logged.add(event.type);
      return undefined;
    }
  };
}

import { UnknownType } from '@otklik/kernel';
import type { Logger } from '@otklik/observability';
import type { Publish } from './messaging.js';

/**
 * A fact of a type that this build does not know, written by a newer one, is nobody's business here: it is not published,
 * and said once for each type, so that it does not stop the facts behind it. Any other failure to publish does stop them:
 * a fact that should be told must not be lost.
 */
export function passUnknown(publish: Publish, service: string, logger: Logger): Publish {
  const told = new Set<string>();
  return (event) => {
    try {
      return publish(event);
    } catch (error) {
      if (!(error instanceof UnknownType)) throw error;
      if (!told.has(event.type)) logger.error('facts of an unknown type are passed by', { service, code: event.type });
      told.add(event.type);
      return undefined;
    }
  };
}

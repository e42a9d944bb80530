import type { PublicEvent } from '@otklik/contracts/envelope';
import type { CommandContext } from '@otklik/event-store';
import { uuidv5 } from '@otklik/kernel';

/**
 * Around a command that follows from another service's fact: the same fact again makes the same command id. `step` tells
 * several commands of one fact apart. `at`: server clock, ISO 8601.
 */
export function reactionTo(event: PublicEvent, consumer: string, at: string, step = ''): CommandContext {
  return {
    district: event.district,
    actor: { kind: 'system', id: consumer },
    commandId: uuidv5(event.id, `${consumer}${step && `/${step}`}`),
    correlationId: event.appeal,
    causationId: event.id,
    at,
    ...(event.traceparent === undefined ? {} : { traceparent: event.traceparent }),
  };
}

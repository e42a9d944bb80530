import type { PublicEvent } from '@otklik/contracts/envelope';
import type { CommandContext } from '@otklik/event-store';
import { compact, uuidv5 } from '@otklik/kernel';

/**
 * Context of a command that another service's event causes. The command id is derived from consumer and event, so a
 * redelivery repeats it. `step`: distinguishes several commands of one event. `at`: server clock, ISO 8601.
 */
export function causedBy(event: Omit<PublicEvent, 'data'>, consumer: string, at: string, step = ''): CommandContext {
  return compact({
    district: event.district,
    actor: { kind: 'system', id: consumer },
    commandId: uuidv5(event.id, `${consumer}${step && `/${step}`}`),
    correlationId: event.appeal,
    causationId: event.id,
    at,
    traceparent: event.traceparent,
  });
}

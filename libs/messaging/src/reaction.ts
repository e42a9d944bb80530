import type { PublicEvent } from '@otklik/contracts/envelope';
import type { CommandContext } from '@otklik/event-store';
import { Refusal, uuidv5 } from '@otklik/kernel';
import type { Logger } from '@otklik/observability';

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

/** Runs a reaction. When the rules say no to it, the fact is taken note of and that is all: nobody waits for an answer. */
export async function acknowledging(
  event: PublicEvent,
  consumer: string,
  logger: Logger,
  work: () => Promise<unknown>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { district, appeal, type } = event;
    logger.info('refused what followed from a fact', { consumer, district, appeal, event: type, code: error.code });
  }
}

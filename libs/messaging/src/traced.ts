import type { PublicEvent } from '@otklik/contracts/envelope';
import { inSpan, inSpans, tracesAreOn, type SpanStart } from '@otklik/observability';
import type { Transaction } from '@otklik/tenancy';
import type { Consumer, EventHandler } from './messaging.js';

function spanOf({ name }: Consumer, { type, district, traceparent }: PublicEvent): SpanStart {
  const fields = { consumer: name, event: type, district };
  return { name: `${name} ${type}`, kind: 'CONSUMER', parent: traceparent, fields };
}

/** Handles an event within a span: what the handler causes follows from it. */
export function traced(consumer: Consumer, event: PublicEvent, tx: Transaction, handle: EventHandler): Promise<void> {
  if (!tracesAreOn()) return handle(event, tx);
  return inSpan(spanOf(consumer, event), (traceparent) =>
    handle(traceparent === undefined ? event : { ...event, traceparent }, tx),
  );
}

/** A span for each of the events, as long as the batch takes: each belongs to a trace of its own. */
export async function tracedBatch<Result>(
  consumer: Consumer,
  events: readonly PublicEvent[],
  work: () => Promise<Result>,
): Promise<Result> {
  if (!tracesAreOn()) return work();
  let result: Result;
  await inSpans(
    events.map((event) => spanOf(consumer, event)),
    async () => void (result = await work()),
  );
  return result!;
}

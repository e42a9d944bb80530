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
  return inSpan(spanOf(consumer, event), (traceparent) => handle(following(event, traceparent), tx));
}

/** A span for each of the events, as long as the batch takes, in the trace of its own; what `work` causes by them follows from it. */
export async function tracedBatch<Result>(
  consumer: Consumer,
  events: readonly PublicEvent[],
  work: (events: readonly PublicEvent[]) => Promise<Result>,
): Promise<Result> {
  if (!tracesAreOn()) return work(events);
  let result: Result;
  const starts = events.map((event) => spanOf(consumer, event));
  await inSpans(starts, async (traceparents) => {
    result = await work(events.map((event, at) => following(event, traceparents[at])));
  });
  return result!;
}

function following(event: PublicEvent, traceparent: string | undefined): PublicEvent {
  return traceparent === undefined ? event : { ...event, traceparent };
}

import type { PublicEvent } from '@otklik/contracts/envelope';
import type { RecordedEvent } from '@otklik/event-store';
import type { Source } from '../log-subscription.js';
import type { Publish } from '../messaging.js';
import { isFault, publishedForm } from './published-form.js';
import { discardedEvents, parkedEvents } from './publisher-blocks.js';

/** A public event of a log as this build publishes it, or one that is not published. */
export type LoggedEvent =
  | { readonly position: number; readonly event: PublicEvent; readonly parked: boolean }
  | {
      readonly position: number;
      readonly fault: { readonly id: string; readonly district: number; readonly type: string };
    };

const PAGE_EVENTS = 500;
const HOLE_TIMEOUT_MS = 10_000;

/**
 * The public events of a log up to a position that is committed, in order, a page at a time: the memory does not grow with
 * the log. Without the private events, and those that an operator has discarded at the publisher.
 */
export async function* publishedLog(source: Source, upTo: number): AsyncGenerator<readonly LoggedEvent[], void, void> {
  const { log, publish, worker } = source;
  const parked = worker ? await parkedEvents(worker, log.service) : new Set<string>();
  const discarded = worker ? await discardedEvents(worker, log.service) : new Set<string>();
  for (let at = 0; at < upTo;) {
    const page = await log.read(at, PAGE_EVENTS);
    if (page.length === 0) await log.wait(at, AbortSignal.timeout(HOLE_TIMEOUT_MS));
    at = page.at(-1)?.position ?? at;
    const found = page
      .filter(({ id, position }) => position <= upTo && !discarded.has(id))
      .flatMap((recorded) => loggedEvent(recorded, publish, parked));
    if (found.length > 0) yield found;
  }
}

function loggedEvent(recorded: RecordedEvent, publish: Publish, parked: ReadonlySet<string>): readonly LoggedEvent[] {
  const { position } = recorded;
  const form = publishedForm(recorded, publish);
  if (isFault(form)) return [{ position, fault: recorded }];
  return form.event ? [{ position, event: form.event, parked: parked.has(recorded.id) }] : [];
}

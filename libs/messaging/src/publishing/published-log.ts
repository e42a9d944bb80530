import type { PublicEvent } from '@otklik/contracts/envelope';
import type { Source } from '../log-subscription.js';
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
    const found: LoggedEvent[] = [];
    for (const recorded of page) {
      at = recorded.position;
      if (at > upTo || discarded.has(recorded.id)) continue;
      const form = publishedForm(recorded, publish);
      if (isFault(form)) found.push({ position: at, fault: recorded });
      else if (form.event) found.push({ position: at, event: form.event, parked: parked.has(form.event.id) });
    }
    if (found.length > 0) yield found;
  }
}

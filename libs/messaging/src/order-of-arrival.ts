import type { PublicEvent, Topic } from '@otklik/contracts/envelope';
import type { LogPage } from './log-subscription.js';

/** What is taken of the topics' pages at once, and the new position of each topic that moves. */
export interface Arrived {
  readonly events: readonly PublicEvent[];
  readonly positions: ReadonlyMap<Topic, number>;
}

/**
 * Events of several topics as they were recorded. Where a topic has more than its page, nothing that is later than this page
 * is taken of the others: so what belongs together comes together, also far behind the heads of the logs. Of all topics
 * together no more than `atMost` are taken.
 */
export function inOrderOfArrival(pages: ReadonlyMap<Topic, LogPage>, atMost: number): Arrived {
  const end = horizon([...pages.values()]);
  const all = merged([...pages.values()].map((page) => upTo(page.events, end))).slice(0, atMost);
  const chosen = new Set(all);
  const positions = new Map<Topic, number>();
  for (const [topic, { events, position }] of pages) {
    const own = events.filter((event) => chosen.has(event));
    const reached = own.length === events.length ? position : own.at(-1)?.position;
    if (reached !== undefined) positions.set(topic, reached);
  }
  return { events: all, positions };
}

/** The newest event of the page that ends first among those that have more behind them: that page is taken whole. */
function horizon(pages: readonly LogPage[]): string | undefined {
  const ends = pages.flatMap(({ events, more }) => (more && events.length > 0 ? [newest(events)] : []));
  return ends.length === 0 ? undefined : ends.reduce((one, other) => (one < other ? one : other));
}

function newest(events: readonly PublicEvent[]): string {
  return events.reduce((last, { recordedAt }) => (recordedAt > last ? recordedAt : last), '');
}

function upTo(events: readonly PublicEvent[], end: string | undefined): readonly PublicEvent[] {
  const beyond = end === undefined ? -1 : events.findIndex(({ recordedAt }) => recordedAt > end);
  return beyond < 0 ? events : events.slice(0, beyond);
}

/** Those of one list keep their order, whatever their clocks say. */
export function merged(lists: readonly (readonly PublicEvent[])[]): readonly PublicEvent[] {
  const at = lists.map(() => 0);
  const head = (list: number): PublicEvent | undefined => lists[list]![at[list]!];
  const events: PublicEvent[] = [];
  for (;;) {
    let first: number | undefined;
    for (const list of lists.keys()) {
      const [own, least] = [head(list), first === undefined ? undefined : head(first)];
      if (own && (!least || own.recordedAt < least.recordedAt)) first = list;
    }
    if (first === undefined) return events;
    events.push(head(first)!);
    at[first]! += 1;
  }
}

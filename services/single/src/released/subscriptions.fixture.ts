import { eventOwners, publishedBy } from '@otklik/contracts/published-events';
import { declaredConsumers } from '@otklik/host/testing';
import { beginOf, type Begin, type Consumer } from '@otklik/messaging';
import { services } from '../services.js';

/** Types that each consumer, and each concern of one, hears, by its name, in order. */
export type Subscriptions = Readonly<Record<string, readonly string[]>>;

export function presentEvents(): readonly string[] {
  return inOrder(eventOwners.flatMap((owner) => publishedBy(owner).map(({ type }) => type)));
}

export function presentSubscriptions(): Subscriptions {
  return Object.fromEntries(hearers().map(({ name, subscribesTo }) => [name, inOrder(subscribesTo.map(typeOf))]));
}

/** What concerns say of where they begin, by name and type. */
export function begins(): ReadonlyMap<string, Begin> {
  const said = new Map<string, Begin>();
  for (const one of hearers())
    for (const type of one.subscribesTo.map(typeOf)) {
      const begin = beginOf(one, type);
      if (begin) said.set(`${one.name} ${type}`, begin);
    }
  return said;
}

/** Concerns of reactors: these may read their topics from the beginning, after a release was skipped. */
export function concernNames(): ReadonlySet<string> {
  return new Set(consumers().flatMap(({ concerns = [] }) => concerns.map(({ name }) => name)));
}

const hearers = (): readonly Consumer[] => consumers().flatMap((one) => [one, ...(one.concerns ?? [])]);

const consumers = (): readonly Consumer[] => services.flatMap(({ module }) => declaredConsumers(module));

const typeOf = (versioned: string) => versioned.slice(0, versioned.indexOf('@'));

const inOrder = (types: readonly string[]) => [...new Set(types)].sort();

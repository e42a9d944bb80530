import type { Upcasters } from './event-store.js';

/** The parts of an event that upcasting looks at. */
interface Versioned {
  readonly type: string;
  readonly schema: number;
  readonly data: unknown;
}

/** Upcasts the event step by step to its type's newest schema; returns the same object when it has it. Pure. */
export function upcast<Event extends Versioned>(event: Event, upcasters: Upcasters): Event {
  const steps = upcasters[event.type];
  if (!steps?.[event.schema]) return event;
  let { schema, data } = event;
  for (let step = steps[schema]; step; step = steps[schema]) {
    data = step(data);
    schema += 1;
  }
  return { ...event, schema, data };
}

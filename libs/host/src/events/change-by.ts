import type { PublicEvent } from '@otklik/contracts/envelope';
import type { Declared, EventOf } from './event-consumer.js';

/** What events of these types change in what is kept of a question or a case. Pure. */
export interface ChangeBy<Known, Part> {
  readonly schemas: readonly Declared[];
  readonly change: (event: PublicEvent, known: Known) => Part;
}

export function changeBy<Schemas extends readonly Declared[], Known, Part>(
  schemas: Schemas,
  change: (event: EventOf<Schemas[number]>, known: Known) => Part,
): ChangeBy<Known, Part> {
  return { schemas, change: (event, known) => change(event as EventOf<Schemas[number]>, known) };
}

/** As it is declared for the event's type. */
export function declaredChange<Known, Part>(
  changes: readonly ChangeBy<Known, Part>[],
  event: PublicEvent,
): (known: Known) => Part {
  const declared = changes.find(({ schemas }) => schemas.some(({ type }) => type === event.type));
  if (!declared) throw new TypeError(`No change is declared for ${event.type}`);
  return (known) => declared.change(event, known);
}

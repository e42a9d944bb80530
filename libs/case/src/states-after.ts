import type { PublicEvent } from '@otklik/contracts/envelope';
import { compact } from '@otklik/kernel';

/** An event as its owner and its readers tell it, without its envelope. */
export type Said<Fact> = Fact extends { readonly type: infer Type; readonly data: infer Data }
  ? { readonly type: Type; readonly data: Data }
  : never;

/** Who did it, in whose stead, and when: ids of officials. */
export interface Who {
  /** Of the event; its owner's fold knows it by the command. */
  readonly event?: string;
  readonly by?: string;
  readonly onBehalfOf?: string;
  readonly at: string;
}

export type DataOfFact<Fact, Type> =
  Extract<Fact, { readonly type: Type }> extends { readonly data: infer Data } ? Data : never;

/** `by` is an official's id: it is absent when a program acted. */
export function whoOf({
  id: event,
  actor: { kind, id, onBehalfOf },
  at,
}: Pick<PublicEvent, 'id' | 'actor' | 'at'>): Who {
  const by = kind === 'official' && id !== undefined ? { by: id } : {};
  return { event, at, ...by, ...compact({ onBehalfOf }) };
}

/** The official's id, where one did it. */
export function byOf({ by }: Who): Pick<Who, 'by'> {
  return by === undefined ? {} : { by };
}

/** The state after each event of a stream; null: it changes none. An event without a line stops the build. */
export type StatesAfter<Fact extends { readonly type: string }, State> = {
  readonly [Type in Fact['type']]: State | null | ((data: DataOfFact<Fact, Type>) => State | null);
};

/** Null also of an event that a newer build wrote. */
export function stateAfter<State extends string>(
  states: Readonly<Record<string, State | null | ((data: never) => State | null)>>,
  { type, data }: { readonly type: string; readonly data: unknown },
): State | null {
  const state = states[type];
  return typeof state === 'function' ? state(data as never) : (state ?? null);
}

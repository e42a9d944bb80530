import { domainEvent, type RecordedEvent } from '@otklik/event-store';
import { fold, refuse } from '@otklik/kernel';
import { response } from '../domain/response.decide.js';
import type { ResponseEvent } from '../domain/response.js';
import type { ResponsesParts } from './responses-parts.js';

/** A response as it stood for the official who acts on it. */
export interface Seen {
  readonly question: string;
  readonly events: readonly RecordedEvent[];
}

/**
 * The response as of the version that the official saw, so that what is done rests on what was looked at; whether it has
 * changed since is found when the command is recorded. Refuses with NOT_FOUND what is not there.
 */
export async function seenResponse(
  store: ResponsesParts['store'],
  district: number,
  id: string,
  expectedVersion: number,
): Promise<Seen> {
  const recorded = await store.read(district, id);
  const events = recorded.filter((event) => event.version <= expectedVersion);
  const state = fold(response, recorded.map(domainEvent<ResponseEvent>));
  if (state.status === 'NONE') refuse('NOT_FOUND');
  return { question: state.question, events };
}

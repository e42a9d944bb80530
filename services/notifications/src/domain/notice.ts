import type { FactsOf } from '@otklik/contracts/declare-event';
import type { NoticeKind, NoticeWay } from '@otklik/contracts/enumerations';
import type { notificationsEvents } from '@otklik/contracts/notifications.events';
import { assertNever } from '@otklik/kernel';

/** The kind of a notice, and the question that was answered. */
export interface Matter {
  readonly kind: NoticeKind;
  readonly about?: string;
}

/** What may have happened to a notice (libs/contracts). Personal fields are clear text until they are stored. */
export type NoticeEvent = FactsOf<typeof notificationsEvents>;

export type NoticeState =
  | { readonly status: 'NONE' }
  | (Opened & { readonly status: 'OPEN' | 'POSTED' })
  | (Opened & {
      readonly status: 'DISPATCHED';
      /** The id of the oral record; absent for a letter. */
      readonly record?: string;
    });

interface Opened {
  readonly matter: Matter;
  readonly way: NoticeWay;
  readonly person: string;
  /** Ids of the calls that told no answer. */
  readonly attempts: readonly string[];
}

export const initialState: NoticeState = { status: 'NONE' };

export function evolve(state: NoticeState, event: NoticeEvent): NoticeState {
  if (event.type === 'NoticeOpened') {
    const { way, person } = event;
    return { status: 'OPEN', matter: matterOf(event), way, person, attempts: [] };
  }
  return state.status === 'NONE' ? state : next(state, event);
}

type Known = Exclude<NoticeState, { readonly status: 'NONE' }>;

function next(state: Known, event: Exclude<NoticeEvent, { readonly type: 'NoticeOpened' }>): NoticeState {
  const { matter, person, attempts } = state;
  const kept = { matter, person, attempts };
  switch (event.type) {
    case 'CallAttempted':
      return { ...state, attempts: [...attempts, event.record] };
    case 'NoticeFailed':
      return { ...kept, status: 'OPEN', way: event.next };
    case 'NoticePosted':
      return { ...kept, status: 'POSTED', way: 'POSTED' };
    case 'NoticeDispatched': {
      const { way, record } = event;
      return { ...kept, status: 'DISPATCHED', way, ...(record === undefined ? {} : { record }) };
    }
    default:
      return assertNever(event);
  }
}

function matterOf({ kind, about }: Matter): Matter {
  return about === undefined ? { kind } : { kind, about };
}

/** The person whose key seals the event. */
export function personOf(state: NoticeState, event: NoticeEvent): string {
  if (event.type === 'NoticeOpened') return event.person;
  if (state.status === 'NONE') throw new TypeError(`${event.type} before NoticeOpened`);
  return state.person;
}

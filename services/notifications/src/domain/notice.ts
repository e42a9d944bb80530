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
}

export const initialState: NoticeState = { status: 'NONE' };

export function evolve(state: NoticeState, event: NoticeEvent): NoticeState {
  if (event.type === 'NoticeOpened') {
    const { way, person } = event;
    return { status: 'OPEN', matter: matterOf(event), way, person };
  }
  return state.status === 'NONE' ? state : next(state, event);
}

type Known = Exclude<NoticeState, { readonly status: 'NONE' }>;

function next({ matter, person }: Known, event: Exclude<NoticeEvent, { readonly type: 'NoticeOpened' }>): NoticeState {
  switch (event.type) {
    case 'NoticeFailed':
      return { status: 'OPEN', matter, person, way: event.next };
    case 'NoticePosted':
      return { status: 'POSTED', matter, person, way: 'POSTED' };
    case 'NoticeDispatched': {
      const { way, record } = event;
      return { status: 'DISPATCHED', matter, person, way, ...(record === undefined ? {} : { record }) };
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

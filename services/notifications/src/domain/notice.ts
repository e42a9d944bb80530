import { assertNever } from '@otklik/kernel';

type Fact<Type extends string, Data = unknown> = { readonly type: Type } & Data;

export type NoticeKind = 'REGISTERED' | 'ANSWERED';
export type NoticeWay = 'EMAIL' | 'ORAL' | 'POSTED';

/** What a notice speaks of: of which kind it is, and the question that was answered. */
export interface Matter {
  readonly kind: NoticeKind;
  readonly about?: string;
}

/** Stored for ever: add, never change. */
export type NoticeEvent =
  | Fact<'NoticeOpened', Matter & { readonly way: NoticeWay; readonly person: string }>
  | Fact<'NoticeDispatched', Matter & Dispatched>
  | Fact<'NoticePosted', Matter & { readonly dispatchedAt: string }>
  | Fact<'NoticeFailed', Matter & { readonly way: NoticeWay; readonly code: string; readonly next: NoticeWay }>;

interface Dispatched {
  readonly way: NoticeWay;
  readonly proof: string;
  readonly said?: string;
  readonly dispatchedAt: string;
  /** An oral record's own id: the same record sent again is no second one. */
  readonly record?: string;
}

export type NoticeState =
  | { readonly status: 'NONE' }
  | {
      readonly status: 'OPEN' | 'DISPATCHED' | 'POSTED';
      readonly matter: Matter;
      readonly way: NoticeWay;
      readonly person: string;
      readonly record?: string;
    };

export const initialState: NoticeState = { status: 'NONE' };

export function evolve(state: NoticeState, event: NoticeEvent): NoticeState {
  const opened = { matter: matterOf(event), way: wayOf(state), person: personOf(state, event) };
  switch (event.type) {
    case 'NoticeOpened':
      return { ...opened, status: 'OPEN', way: event.way };
    case 'NoticeFailed':
      return { ...opened, status: 'OPEN', way: event.next };
    case 'NoticePosted':
      return { ...opened, status: 'POSTED', way: 'POSTED' };
    case 'NoticeDispatched':
      return {
        ...opened,
        status: 'DISPATCHED',
        way: event.way,
        ...(event.record === undefined ? {} : { record: event.record }),
      };
    default:
      return assertNever(event);
  }
}

function matterOf({ kind, about }: Matter): Matter {
  return about === undefined ? { kind } : { kind, about };
}

function wayOf(state: NoticeState): NoticeWay {
  return state.status === 'NONE' ? 'POSTED' : state.way;
}

/** The person whose key seals the event. */
export function personOf(state: NoticeState, event: NoticeEvent): string {
  if (event.type === 'NoticeOpened') return event.person;
  return state.status === 'NONE' ? '' : state.person;
}

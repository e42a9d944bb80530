import type { SaidOfNotice } from '@otklik/case/events';
import { evolvePublished, type PublishedNotice } from '@otklik/case/notice';
import type { FactsOf } from '@otklik/contracts/declare-event';
import type { BodyRequestStatus, NoticeKind, NoticeWay, PersonalDataKind } from '@otklik/contracts/enumerations';
import type { notificationsEvents } from '@otklik/contracts/notifications.events';
import { compact } from '@otklik/kernel';

/** The kind of a notice, and the question that it is about. */
export interface Matter {
  readonly kind: NoticeKind;
  readonly about?: string;
}

/** What may have happened to a notice (libs/contracts). Personal fields are clear text until they are stored. */
export type NoticeEvent = FactsOf<typeof notificationsEvents>;

export type NoticeState = { readonly status: 'NONE' } | Known;

/** What is published of it, and what is not. */
export interface Known extends Unpublished {
  readonly status: 'OPEN' | 'POSTED' | 'DISPATCHED' | 'CANCELLED';
  readonly matter: Matter;
  readonly way: NoticeWay;
  readonly published: PublishedNotice;
}

interface Unpublished {
  readonly person: string;
  /** Lawful ways that are left, in their order. */
  readonly further: readonly NoticeWay[];
  /** Ids of the calls, oral records and postings; proofs that came late. */
  readonly records: readonly string[];
  /** While its outcome is unknown: bytes of this part left, and nothing proves what became of them. */
  readonly unknown?: number;
  /** What was found in what would be public, so that it goes to the person; if that fails, a person writes the public words. */
  readonly withheld?: readonly PersonalDataKind[];
  /** The latest report of the body's server on the request. */
  readonly reported?: Reported;
}

export interface Reported {
  readonly status: BodyRequestStatus;
  /** The latest report. */
  readonly changedAt: string | undefined;
  /** Ids of updates, by the server. */
  readonly updates: readonly string[];
}

export const initialState: NoticeState = { status: 'NONE' };

type Of<Type extends NoticeEvent['type']> = Extract<NoticeEvent, { readonly type: Type }>;

export function evolve(state: NoticeState, event: NoticeEvent): NoticeState {
  if (event.type === 'NoticeOpened') {
    const { person, further } = event;
    return known(undefined, event, { person, further, records: [] });
  }
  return state.status === 'NONE' ? state : known(state.published, event, unpublished(state, event));
}

function known(before: PublishedNotice | undefined, event: NoticeEvent, kept: Unpublished): Known {
  const { type, ...data } = event;
  // Who did it, and when, is the envelope's.
  const published = evolvePublished(before, { type, data } as SaidOfNotice, { at: '' });
  return { ...kept, status: statusOf(published), matter: matterOf(published), way: published.way, published };
}

function statusOf({ state, way }: PublishedNotice): Known['status'] {
  if (state === 'DISPATCHED') return way === 'PAGE' ? 'POSTED' : 'DISPATCHED';
  return state === 'CANCELLED' ? 'CANCELLED' : 'OPEN';
}

/** Of events that change what is not published. */
const steps: {
  readonly [Type in NoticeEvent['type']]?: (kept: Known, event: Of<Type>) => Partial<Unpublished>;
} = {
  NoticeFailed: ({ further, withheld }, { next, found }) => ({
    further: further.filter((way) => way !== next),
    ...((found || withheld) && { withheld: found ?? withheld! }),
  }),
  NoticeOutcomeUnknown: (_, { part }) => ({ unknown: part }),
  BodyReported: ({ reported }, event) => ({ reported: withReport(reported, event) }),
};

function unpublished(state: Known, event: NoticeEvent): Unpublished {
  const { person, further, records, withheld, reported } = state;
  const step = steps[event.type] as ((state: Known, event: NoticeEvent) => Partial<Unpublished>) | undefined;
  return {
    person,
    further,
    records: [...records, ...recordIn(event)],
    ...compact({ withheld, reported }),
    ...step?.(state, event),
  };
}

function recordIn(event: NoticeEvent): readonly string[] {
  const record = 'record' in event ? event.record : undefined;
  if (record !== undefined) return [record];
  return event.type === 'ProofCameLate' ? [event.proof] : [];
}

function withReport(before: Reported | undefined, { status, changedAt, update }: Of<'BodyReported'>): Reported {
  const [earlier, updates] = [before?.changedAt, before?.updates ?? []];
  const isLate = update !== undefined && earlier !== undefined && (changedAt ?? '') < earlier;
  return {
    status,
    changedAt: isLate ? earlier : changedAt,
    updates: update === undefined ? updates : [...updates, update],
  };
}

/** How many of the last calls in a row were not answered. */
export function unansweredCalls({ published: { attempts = [] } }: Known): number {
  return attempts.length - 1 - attempts.findLastIndex(({ result }) => result !== 'NO_ANSWER');
}

/** It was dispatched and came back, or is being sent again for that. */
export function cameBack({ published: { dispatchedAt } }: Pick<Known, 'published'>): boolean {
  return dispatchedAt !== undefined;
}

/** Of what was dispatched in a network: true: it was seen there; false: it was not there; undefined: not checked yet. */
export function standsInPlace({ published }: Known): boolean | undefined {
  const { seenAt, removedAt, soughtAt } = published;
  if (removedAt !== undefined || soughtAt !== undefined) return false;
  return seenAt === undefined ? undefined : true;
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

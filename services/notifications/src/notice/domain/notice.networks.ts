import { mayRecordPlaced, mayRelease, maySettleUnknown } from '@otklik/case/notice-conditions';
import type { NoticeWay, PersonalDataKind, SeenWord } from '@otklik/contracts/enumerations';
import { covers, refuse } from '@otklik/kernel';
import type { Calling } from './notice.decide.js';
import { byNextWay, isRecorded, proved } from './notice-proof.js';
import { standsInPlace, type Known, type NoticeEvent, type NoticeState } from './notice.js';

/** What becomes of a notice that goes by a network. */
export type OfNetwork =
  | (HoldNotice | ReleaseNotice | LeaveByHand | RecordPlacedNotice)
  | (RecordUnknown | SettleUnknownNotice | NoteInPlace | NoteNotFound | NoteRead);

/** Personal data was found in what would be said publicly: the notice goes by its next way, or waits for a person's words. */
export interface HoldNotice {
  readonly type: 'HoldNotice';
  readonly found: readonly PersonalDataKind[];
  readonly at: string;
}

/** An official writes the public words; without them the notice goes by its next way. */
export interface ReleaseNotice extends Calling {
  readonly type: 'ReleaseNotice';
  readonly record: string;
  readonly words?: string;
  readonly at: string;
}

/** The network lets no program answer there. */
export interface LeaveByHand {
  readonly type: 'LeaveByHand';
}

/** A person placed it at `link`; without one it goes by its next way. */
export interface RecordPlacedNotice extends Calling {
  readonly type: 'RecordPlacedNotice';
  readonly record: string;
  readonly link?: string;
  readonly at: string;
}

/** Bytes of part `part` of `of` left, and nothing proves what became of them; the network cannot be asked. */
export interface RecordUnknown {
  readonly type: 'RecordUnknown';
  readonly way: 'THREAD' | 'DIRECT';
  readonly part: number;
  readonly of: number;
}

/** An official has checked there. `whole`: with that part all of the notice is delivered. */
export interface SettleUnknownNotice {
  readonly type: 'SettleUnknownNotice';
  readonly record: string;
  readonly word: SeenWord;
  readonly whole: boolean;
  readonly at: string;
}

/** What was sent was seen where it was sent, or was found removed there. */
export interface NoteInPlace {
  readonly type: 'NoteInPlace';
  readonly way: 'THREAD' | 'DIRECT';
  readonly stands: boolean;
  readonly at: string;
}

/** The thread in which a person placed it was read, and it is not there. */
export interface NoteNotFound {
  readonly type: 'NoteNotFound';
  readonly way: 'THREAD' | 'DIRECT';
  readonly at: string;
}

/** The person read what was sent. */
export interface NoteRead {
  readonly type: 'NoteRead';
  readonly way: 'THREAD' | 'DIRECT';
  readonly at: string;
}

/** A way that reaches the person; who wrote in a network may have no code for the page. */
const REACHES: readonly NoticeWay[] = ['DIRECT', 'EMAIL', 'ORAL', 'PAPER'];

export function hold({ found, at }: HoldNotice, state: NoticeState): readonly NoticeEvent[] {
  if (state.status === 'NONE') refuse('NOT_FOUND');
  const { way, matter, further, published } = state;
  if (state.status !== 'OPEN' || way !== 'THREAD' || mayRelease(published)) return [];
  if (further[0] !== undefined && REACHES.includes(further[0]))
    return byNextWay(state, 'PERSONAL_DATA', at, { found: [...found] });
  return [{ type: 'NoticeHeld', ...matter, way, found: [...found] }];
}

/** What may not be public did not reach the person either: an official writes the public text. */
export function backToThread(state: Known, code: string): readonly NoticeEvent[] | undefined {
  const { way, matter, further, withheld } = state;
  const reaches = further[0] !== undefined && REACHES.includes(further[0]);
  if (!withheld || way === 'THREAD' || reaches) return undefined;
  const held = { type: 'NoticeHeld', ...matter, way: 'THREAD', found: [...withheld] } as const;
  return [{ type: 'NoticeFailed', ...matter, way, code, next: 'THREAD' }, held];
}

export function release(command: ReleaseNotice, state: NoticeState): readonly NoticeEvent[] {
  const { record, words, mayActIn, department, at } = command;
  if (isRecorded(state, record)) return [];
  if (state.status === 'NONE') refuse('NOT_FOUND');
  if (!covers(mayActIn, department)) refuse('FORBIDDEN');
  if (!mayRelease(state.published)) refuse('NOTICE_NOT_HELD');
  if (words === undefined) return byNextWay(state, 'PERSONAL_DATA', at, { record });
  return [{ type: 'NoticeReleased', ...state.matter, way: state.way, words, record }];
}

export function leaveByHand(_: LeaveByHand, state: NoticeState): readonly NoticeEvent[] {
  if (state.status === 'NONE') refuse('NOT_FOUND');
  const { status, way, matter, published } = state;
  return status !== 'OPEN' || way !== 'THREAD' || mayRecordPlaced(published)
    ? []
    : [{ type: 'NoticeByHand', ...matter, way }];
}

/** The link is the proof. */
export function recordPlaced(command: RecordPlacedNotice, state: NoticeState): readonly NoticeEvent[] {
  const { record, link, mayActIn, department, at } = command;
  if (isRecorded(state, record)) return [];
  if (state.status === 'NONE') refuse('NOT_FOUND');
  if (!covers(mayActIn, department)) refuse('FORBIDDEN');
  if (!mayRecordPlaced(state.published)) refuse('NOTICE_NOT_BY_HAND');
  if (link === undefined) return byNextWay(state, 'NOT_PLACED', at, { record });
  return [proved(state, { way: state.way, proof: 'BY_HAND', link, record, dispatchedAt: at })];
}

export function recordUnknown({ way, part, of }: RecordUnknown, state: NoticeState): readonly NoticeEvent[] {
  if (state.status === 'NONE') refuse('NOT_FOUND');
  const { published, unknown } = state;
  const isKnown = mayRelease(published) || mayRecordPlaced(published) || unknown === part;
  if (state.status !== 'OPEN' || state.way !== way || isKnown) return [];
  return [{ type: 'NoticeOutcomeUnknown', ...state.matter, way, part, of }];
}

export function settleUnknown(command: SettleUnknownNotice, state: NoticeState): readonly NoticeEvent[] {
  const { record, word, whole, at } = command;
  if (isRecorded(state, record)) return [];
  if (state.status === 'NONE') refuse('NOT_FOUND');
  if (!maySettleUnknown(state.published)) refuse('NOTICE_NOT_UNKNOWN');
  const settled = { type: 'NoticeOutcomeSettled', ...state.matter, way: state.way, word, record } as const;
  return word === 'STANDS' && whole ? [settled, seen(state, at)] : [settled];
}

/** The official's word is the proof. */
function seen(state: Known, at: string): NoticeEvent {
  return proved(state, { way: state.way, proof: 'SEEN_THERE', dispatchedAt: at });
}

/** Only of what was dispatched by that way; each time that it changes. */
export function noteInPlace({ way, stands, at }: NoteInPlace, state: NoticeState): readonly NoticeEvent[] {
  if (state.status !== 'DISPATCHED' || state.way !== way || standsInPlace(state) === stands) return [];
  return stands
    ? [{ type: 'NoticeSeenInPlace', ...state.matter, way, seenAt: at }]
    : [{ type: 'NoticeRemovedInPlace', ...state.matter, way, removedAt: at }];
}

/** For what was not seen there yet, and once. */
export function noteNotFound({ way, at }: NoteNotFound, state: NoticeState): readonly NoticeEvent[] {
  if (state.status !== 'DISPATCHED' || state.way !== way || standsInPlace(state) !== undefined) return [];
  return [{ type: 'NoticeNotFoundInPlace', ...state.matter, way, soughtAt: at }];
}

/** Only of what was dispatched by that way, and once. */
export function noteRead({ way, at }: NoteRead, state: NoticeState): readonly NoticeEvent[] {
  if (state.status !== 'DISPATCHED' || state.way !== way || state.published.readAt !== undefined) return [];
  return [{ type: 'NoticeReadInPlace', ...state.matter, way, readAt: at }];
}

import { refuse } from '@otklik/kernel';
import { mayMerge, maySplit, mayUndoMerge } from '@otklik/case/question-conditions';
import { placeOf, type Change, type QuestionEvent, type QuestionState } from './question-state.js';
import { demandOpen } from './question-standing.js';

/*
 * An appeal of several questions: each is considered on its own (59-FZ art. 10(1)). A split or a merge changes several
 * streams in one transaction; each command here is the part of one of them. Nothing of it once an answer is signed.
 */

/** The question keeps `text`; `into` are opened by `OpenQuestion`. */
export interface SplitQuestion {
  readonly type: 'SplitQuestion';
  readonly text: string;
  readonly into: readonly string[];
}

/** `text`: the one before the split, as the application opened it; undefined for the whole appeal. */
export interface UndoSplit {
  readonly type: 'UndoSplit';
  readonly text: string | undefined;
}

/** `from` is considered in this question; `text`: of both. */
export interface JoinQuestion {
  readonly type: 'JoinQuestion';
  readonly from: string;
  readonly text: string | undefined;
}

export interface UndoJoin {
  readonly type: 'UndoJoin';
  readonly from: string;
  readonly text: string | undefined;
}

/** The question closes, because it is considered in `into`. */
export interface MergeInto {
  readonly type: 'MergeInto';
  readonly into: string;
}

/** The question is separated again. */
export interface RestoreQuestion {
  readonly type: 'RestoreQuestion';
}

export function split(command: SplitQuestion, state: QuestionState): readonly QuestionEvent[] {
  demandOpen(state, maySplit);
  if (state.changes.some((known) => known.type === 'SPLIT' && known.into.join() === command.into.join())) return [];
  return [{ type: 'QuestionSplit', text: command.text, into: command.into }];
}

export function undoSplit(command: UndoSplit, state: QuestionState): readonly QuestionEvent[] {
  demandOpen(state);
  if (!state.changes.some(({ type }) => type === 'SPLIT')) return [];
  if (latestChange(state)?.type !== 'SPLIT') refuse('NOTHING_TO_UNDO');
  return [{ type: 'QuestionSplitUndone', ...textOf(command) }];
}

export function join(command: JoinQuestion, state: QuestionState): readonly QuestionEvent[] {
  demandOpen(state, mayMerge);
  if (state.changes.some((known) => known.type === 'JOINED' && known.from === command.from)) return [];
  return [{ type: 'QuestionJoined', from: command.from, ...textOf(command) }];
}

export function undoJoin(command: UndoJoin, state: QuestionState): readonly QuestionEvent[] {
  demandOpen(state);
  const isJoined = (change: Change | undefined) => change?.type === 'JOINED' && change.from === command.from;
  if (!state.changes.some(isJoined)) return [];
  if (!isJoined(latestChange(state))) refuse('NOTHING_TO_UNDO');
  return [{ type: 'QuestionJoinUndone', from: command.from, ...textOf(command) }];
}

export function mergeInto(command: MergeInto, state: QuestionState): readonly QuestionEvent[] {
  if (state.status === 'CLOSED' && state.published.mergedInto === command.into) return [];
  demandOpen(state, mayMerge);
  return [{ type: 'QuestionClosed', ground: 'MERGED', into: command.into }];
}

export function restore(_: RestoreQuestion, state: QuestionState): readonly QuestionEvent[] {
  if (state.status === 'NONE') refuse('NOT_FOUND');
  if (state.status !== 'CLOSED') return [];
  if (!mayUndoMerge(state.published)) refuse('NOTHING_TO_UNDO');
  return [{ type: 'QuestionRestored', person: state.person, ...placeOf(state.published) }];
}

/** The split or merge that can be undone now. */
export function latestChange(state: QuestionState): Change | undefined {
  return state.status === 'NONE' ? undefined : state.changes.at(-1);
}

function textOf({ text }: { readonly text: string | undefined }): { readonly text?: string } {
  return text === undefined ? {} : { text };
}

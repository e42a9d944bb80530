import type { Change, Known, QuestionState, QuestionSteps } from './question-state.js';

/** A split or a merge changes the question's text; the latest can be undone. */
export const partsSteps: QuestionSteps<
  'QuestionSplit' | 'QuestionSplitUndone' | 'QuestionJoined' | 'QuestionJoinUndone'
> = {
  QuestionSplit: (state, { text, into }) =>
    changed(state, text, [...state.changes, { type: 'SPLIT', into, text: state.text }]),
  QuestionJoined: (state, { text, from }) =>
    changed(state, text, [...state.changes, { type: 'JOINED', from, text: state.text }]),
  QuestionSplitUndone: (state, { text }) => changed(state, text, state.changes.slice(0, -1)),
  QuestionJoinUndone: (state, { text }) => changed(state, text, state.changes.slice(0, -1)),
};

function changed(
  { text: _before, ...kept }: Known,
  text: string | undefined,
  changes: readonly Change[],
): QuestionState {
  return { ...kept, ...(text === undefined ? {} : { text }), changes };
}

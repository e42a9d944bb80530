import { it } from '@jest/globals';
import { specify } from '@otklik/testing';
import { question, type QuestionCommand } from './question.decide.js';
import type { QuestionEvent } from './question-state.js';

const { given } = specify(question);

const opened: QuestionEvent = { type: 'QuestionOpened', person: 'person', regime: 'APPEAL_59FZ', ordinal: 1 };
const routed: QuestionEvent = { type: 'QuestionRouted', topic: 'ROADS', department: 'works', by: 'RULE', words: [] };
const assigned: QuestionEvent = { type: 'ExecutorAssigned', executor: 'ivanova', department: 'works' };
const answered: QuestionEvent = {
  type: 'QuestionAnswered',
  notice: 'n',
  answeredOn: '2026-11-30',
  zone: 'Asia/Yakutsk',
};

const split: QuestionCommand = { type: 'SplitQuestion', text: 'The road.', into: ['second', 'third'] };
const wasSplit: QuestionEvent = { type: 'QuestionSplit', text: 'The road.', into: ['second', 'third'] };
const undoSplit: QuestionCommand = { type: 'UndoSplit', text: undefined };
const join: QuestionCommand = { type: 'JoinQuestion', from: 'second', text: 'Both.' };
const joined: QuestionEvent = { type: 'QuestionJoined', from: 'second', text: 'Both.' };
const undoJoin: QuestionCommand = { type: 'UndoJoin', from: 'second', text: 'The road.' };
const merge: QuestionCommand = { type: 'MergeInto', into: 'first' };
const merged: QuestionEvent = { type: 'QuestionClosed', ground: 'MERGED', into: 'first' };
const restore: QuestionCommand = { type: 'RestoreQuestion' };

it('splits a question whose text asks several things, each with an answer of its own (59-FZ art. 10(1))', () => {
  given(opened, routed, assigned).when(split).records(wasSplit);
  given(opened, routed, wasSplit).when(split).recordsNothing();
});

it('merges a question into another, which holds the texts of both', () => {
  given(opened, routed).when(join).records(joined);
  given(opened, routed).when(merge).records(merged);
  given(opened, routed, merged).when(merge).recordsNothing();
});

it('undoes the latest change alone, and gives back the text before it', () => {
  given(opened, wasSplit).when(undoSplit).records({ type: 'QuestionSplitUndone' });
  given(opened, wasSplit, joined).when(undoSplit).refuses('NOTHING_TO_UNDO');
  given(opened, wasSplit, joined)
    .when(undoJoin)
    .records({ type: 'QuestionJoinUndone', from: 'second', text: 'The road.' });
  given(opened, wasSplit, joined)
    .when({ ...undoJoin, from: 'another' })
    .recordsNothing();
  given(opened, joined, wasSplit).when(undoJoin).refuses('NOTHING_TO_UNDO');
  given(opened).when(undoSplit).recordsNothing();
});

it('restores a merged question where it stood before', () => {
  const restored = { type: 'QuestionRestored', person: 'person' } as const;
  const place = { topic: 'ROADS', department: 'works' };
  given(opened, routed, assigned, merged)
    .when(restore)
    .records({ ...restored, ...place, executor: 'ivanova' });
  given(opened, routed, merged)
    .when(restore)
    .records({ ...restored, ...place });
  given(opened, merged).when(restore).records(restored);
  given(opened).when(restore).recordsNothing();
  given(opened, { type: 'QuestionClosed', ground: 'WITHDRAWN' }).when(restore).refuses('NOTHING_TO_UNDO');
});

it('changes nothing of a question whose answer is signed, or that has its end', () => {
  for (const command of [split, join, merge]) {
    given(opened, routed, { type: 'AnswerAccepted', answer: 'a1' }).when(command).refuses('ANSWER_IS_SIGNED');
    given(opened, routed, answered).when(command).refuses('QUESTION_STATE_FORBIDS');
    given().when(command).refuses('NOT_FOUND');
  }
});

it('is answered when an answer that was signed meanwhile has left, though it was merged', () => {
  const answer: QuestionCommand = { type: 'RecordAnswer', notice: 'n', answeredOn: '2026-11-30', zone: 'Asia/Yakutsk' };
  given(opened, routed, merged).when(answer).records(answered);
});

import { opened, type Known, type QuestionEvent, type QuestionState, type QuestionSteps } from './question-state.js';

/** What became of a signed answer. */
export const answerSteps: QuestionSteps<'AnswerAccepted' | 'AnswerRefused' | 'AnswerReleased' | 'AnswerProvedLate'> = {
  AnswerAccepted: accepted,
  AnswerRefused: (state, { answer }) => ({ ...state, refused: answer }),
  AnswerReleased: released,
  AnswerProvedLate: (state, { notice }) => ({ ...state, provedLate: notice }),
};

/** Only a question in a department has an answer accepted; on any other the event changes nothing. */
function accepted(
  state: Known,
  { answer, promisedUntil }: Extract<QuestionEvent, { readonly type: 'AnswerAccepted' }>,
): QuestionState {
  if (!('topic' in state)) return state;
  const { topic, department } = state;
  const promise = promisedUntil === undefined ? {} : { promisedUntil };
  const executor = 'executor' in state && state.executor !== undefined ? { executor: state.executor } : {};
  return { ...opened(state), status: 'SIGNED', topic, department, ...executor, answer, ...promise };
}

/** Where it was before the answer was accepted. */
function released(state: Known): QuestionState {
  if (state.status !== 'SIGNED') return state;
  const { topic, department, executor } = state;
  const place = { ...opened(state), topic, department };
  return executor === undefined ? { ...place, status: 'ROUTED' } : { ...place, status: 'IN_WORK', executor };
}

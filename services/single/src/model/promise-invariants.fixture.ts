import { byStream, ofType, type Fact, type Invariant } from './case-facts.fixture.js';

/** An answer that promises measures puts the question under control until that day, with its proof and not before. */
export const everyPromiseIsRecorded: Invariant = (facts) =>
  [...byStream(facts.of('routing.events')).values()].flatMap((question) =>
    ofType(question, 'QuestionAnswered').flatMap((answered) => {
      const due = promisedBy(question, answered);
      const recorded = ofType(question, 'MeasuresPromised').filter(({ commandId }) => commandId === answered.commandId);
      const until = recorded.map(({ data }) => data['until']);
      return JSON.stringify(until) === JSON.stringify(due)
        ? []
        : [`question ${answered.stream} promised ${due.join()}, recorded is ${until.join()}`];
    }),
  );

/** By the answer that was accepted, or by the record of the reception. */
function promisedBy(question: readonly Fact[], answered: Fact): readonly unknown[] {
  const { answer } = answered.data;
  const by = question.find(
    ({ type, commandId, data }) =>
      (type === 'AnswerAccepted' && data['answer'] === answer && answer !== undefined) ||
      (type === 'OralAnswerRecorded' && commandId === answered.commandId),
  );
  const until = by?.data['promisedUntil'];
  return until === undefined ? [] : [until];
}

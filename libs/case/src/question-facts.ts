import { undoneParts } from './co-executor-parts.js';
import { bodyFacts } from './question-bodies.js';
import { isAcknowledged, isPromised } from './question-control.js';
import { extensionState, isAnswerable, isExtendable, isInterimDue } from './question-course.js';
import type { PublishedQuestion } from './question.js';

/** By which it is decided what may be done with it. Lists keep it with the row. */
export function questionFacts(question: PublishedQuestion) {
  const { state, department, executor, mergedInto, regime, answering, takingBack, coExecutors, controlledUntil } =
    question;
  const { changes, promise, atBodies, requests = [] } = question;
  return {
    state,
    department,
    executor,
    mergedInto,
    answering,
    coExecutors,
    controlledUntil,
    /** Whose parts are not done. */
    undoneParts: undoneParts(question),
    /** The executor has read what was assigned to him. */
    acknowledged: isAcknowledged(question),
    /** Of its opening. */
    regime,
    /** Its forwarding is being taken back, or a letter of it has left, so that it is not any more. */
    takingBack,
    /** The split or merge that came last and was not undone. */
    lastChange: changes?.at(-1),
    /** A term of the law runs that was not extended yet. */
    extendable: isExtendable(question),
    /** The executor asked for an extension, and the head has not decided. */
    extensionAsked: extensionState(question) === 'ASKED',
    /** A message's first answer is due, and none was given. */
    interimDue: isInterimDue(question),
    /** Another body has not answered what it was asked. */
    awaitsInformation: requests.some(({ received }) => !received),
    /** The page of a body that was asked for something was not revoked. */
    requestLinks: requests.some(isAnswerable),
    /** Its answer promised measures, and they are waited for. */
    isPromised: isPromised(promise),
    ...(atBodies ? bodyFacts(atBodies) : NOT_AT_BODIES),
  };
}

const NOT_AT_BODIES = { awaitsBody: false, bodyLinks: false, bodiesRefused: false };

type Facts = ReturnType<typeof questionFacts>;
/** As a row keeps them: what is undefined is absent. */
export type QuestionFacts = Pick<Facts, 'state'> & {
  readonly [Name in Exclude<keyof Facts, 'state'>]?: Facts[Name] | undefined;
};

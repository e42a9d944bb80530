import { bodyFacts } from './question-bodies.js';
import type { QuestionFacts } from './action-facts.js';
import { isPromised } from './question-control.js';
import { courseState, isExtendable, isInterimDue, type CoursePart, type CourseState } from './question-course.js';
import type { PublishedQuestion } from './question.js';

/** By which it is decided what officials may do with it. */
export function questionFacts({
  state,
  department,
  executor,
  changes,
  mergedInto,
  regime,
  answering,
  takingBack,
  promise,
  coExecutors,
  atBodies,
  ...course
}: Pick<PublishedQuestion, 'state' | 'changes'> &
  Partial<Omit<PublishedQuestion, keyof CoursePart>> &
  Pick<CoursePart, 'replaced'> & { readonly course?: CourseState }): QuestionFacts {
  const { awaitsInformation, requestLinks, extension } = course.course ?? {};
  const asked = { extendable: isExtendable(course), extensionAsked: extension === 'ASKED' };
  const terms = { ...asked, interimDue: isInterimDue(course), awaitsInformation, requestLinks };
  const control = { isPromised: isPromised(promise), coExecutors };
  const bodies = atBodies && bodyFacts(atBodies);
  const of = { ...terms, ...control, takingBack, lastChange: changes?.at(-1) };
  return { state, department, executor, mergedInto, regime, answering, ...of, ...bodies };
}

/** Of the whole question. */
export function factsOfQuestion(question: PublishedQuestion): QuestionFacts {
  return questionFacts({ ...question, course: courseState(question) });
}

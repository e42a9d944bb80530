import { isOpen } from './question-conditions.js';
import type { QuestionFacts } from './question-facts.js';
import type { PublishedQuestion } from './question.js';

/* The first assignment of an executor, taken back. */

/** The question has an executor who has not said that he read it, and nothing has left. */
export function mayTakeBackAssignment(question: QuestionFacts): boolean {
  return isOpen(question) && question.executor !== undefined && question.acknowledged !== true;
}

/** As before the assignment; what was said with it stays in the history alone. */
export function withoutAssignment(part: PublishedQuestion): PublishedQuestion {
  const { executor: _executor, assigned, resolutions = [], ...kept } = part;
  const others = resolutions.filter(({ at }) => at !== assigned?.at);
  return { ...kept, ...(others.length > 0 && { resolutions: others }) };
}

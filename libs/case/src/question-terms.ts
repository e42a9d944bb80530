import type { DeadlineSetData } from '@otklik/contracts/routing.events';
import { isOfDecision } from '@otklik/kernel';
import type { PublishedQuestion } from './question.js';
import type { SaidOfQuestion as Fact } from './events.js';

/** A later term of the same rule takes the place of the earlier; whichever obliges to answer last is the answer's. */
export function withDeadline(part: PublishedQuestion, set: DeadlineSetData): PublishedQuestion {
  const { deadlines = [] } = part;
  const isKnown = deadlines.some(({ rule }) => rule === set.rule);
  const all = isKnown ? deadlines.map((one) => (one.rule === set.rule ? set : one)) : [...deadlines, set];
  // A term recalculated by a decreed calendar keeps its kind.
  const isAnswers = set.duty === 'ANSWER' && (set.reason === undefined || part.deadline?.rule === set.rule);
  return { ...part, deadlines: all, ...(isAnswers && { deadline: set }) };
}

/** The proof of the notice meets the term to forward it, or to tell why there is no answer. */
export function ended(
  part: PublishedQuestion,
  { end, endedOn }: Extract<Fact, { type: 'QuestionEnded' }>['data'],
): PublishedQuestion {
  const { deadlines = [], unanswered, met } = part;
  const isMet = ({ duty, rule }: DeadlineSetData): boolean =>
    end === 'FORWARDED' ? duty === 'FORWARD' : isOfDecision({ duty }) && rule === unanswered?.ground;
  const now = Object.fromEntries(deadlines.filter(isMet).map(({ rule }) => [rule, endedOn] as const));
  return { ...part, endedOn, met: { ...met, ...now } };
}

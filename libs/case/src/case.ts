import { evolveAppeal, noAppeal, type AppealPart } from './appeal.js';
import { evolveNotice, type NoticePart } from './notice.js';
import { noQuestion, evolveQuestion, type QuestionPart } from './question.js';
import type { IntakeFact, NotificationsFact, CaseFact, ResponsesFact, RoutingFact } from './events.js';
import { evolveResponse, type ResponsePart } from './response.js';
import { whoOf } from './states-after.js';

/**
 * All that is known of one appeal, sealed as received. Each stream has a part of its own, folded from its own facts in
 * their order, so the order in which topics are consumed does not matter.
 */
export interface Case {
  readonly appeal: AppealPart;
  /** By stream id. */
  readonly questions: Readonly<Record<string, QuestionPart>>;
  readonly responses: Readonly<Record<string, ResponsePart>>;
  readonly notices: Readonly<Record<string, NoticePart>>;
}

export const noCase: Case = { appeal: noAppeal, questions: {}, responses: {}, notices: {} };

/** The fold after the fact; the same object when the fact is not newer than what its stream's part holds. */
export function evolveCase(fold: Case, fact: CaseFact): Case {
  if (fact.version <= appliedVersion(fold, fact.topic, fact.stream)) return fold;
  if (fact.topic === 'intake.events') return { ...fold, appeal: evolveAppeal(fold.appeal, fact as IntakeFact) };
  if (fact.topic === 'routing.events') {
    const part = evolveQuestion(fold.questions[fact.stream] ?? noQuestion, fact as RoutingFact);
    return { ...fold, questions: withPart(fold.questions, fact.stream, part) };
  }
  if (fact.topic === 'responses.events') {
    const said = evolveResponse(fold.responses[fact.stream], fact as ResponsesFact, whoOf(fact));
    const part = { ...said, version: fact.version };
    return { ...fold, responses: withPart(fold.responses, fact.stream, part) };
  }
  const part = evolveNotice(fold.notices[fact.stream], fact as NotificationsFact);
  return { ...fold, notices: withPart(fold.notices, fact.stream, part) };
}

/** Keys in their order, so that equal folds are equal as text. */
function withPart<Part>(
  parts: Readonly<Record<string, Part>>,
  stream: string,
  part: Part,
): Readonly<Record<string, Part>> {
  return Object.fromEntries(
    Object.entries({ ...parts, [stream]: part }).sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

/** The last version of the stream that the fold holds; 0 when none. */
export function appliedVersion(fold: Case, topic: CaseFact['topic'], stream: string): number {
  if (topic === 'intake.events') return fold.appeal.version;
  const parts = {
    'routing.events': fold.questions,
    'responses.events': fold.responses,
    'notifications.events': fold.notices,
  }[topic];
  return parts[stream]?.version ?? 0;
}

import type { Regime } from '@otklik/contracts/enumerations';
import { compact, decidedRules, startedDeadline, termStart, type StartMoments } from '@otklik/kernel';
import { caseRule, type District } from '@otklik/tenancy';
import {
  answerDeadline,
  answerMoments,
  termName,
  type AnswerDeadline,
  type Arrival,
} from '../domain/answer-deadline.js';
import type { OpenQuestion } from '../domain/question.decide.js';
import { deadlinesOf, isReplaced, type Known } from '../domain/question-state.js';
import type { ProposeRoute, Submission } from '../domain/routing-rules.js';
import type { ReceivedAppeal } from '../store/received-appeals.js';

/** The registration as intake published it. */
export interface Registration {
  readonly person: string;
  readonly regime: Regime;
  readonly registeredOn: string;
  readonly zone: string;
  /** Instant of the act, ISO 8601 UTC. */
  readonly at: string;
  /** It was declared urgent before. */
  readonly urgent?: boolean;
}

export { questionId } from '@otklik/contracts/question-id';

/**
 * The command for a registered appeal by the district's current rules. Throws when the policy has no term for the
 * regime: the operator adds it and retries the dead-lettered key, since a question without a deadline would be forgotten.
 */
export function openQuestion(
  district: District,
  registration: Registration,
  submission: Submission,
  propose: ProposeRoute,
  arrival?: Arrival,
): OpenQuestion {
  const { policy, calendar, code } = district;
  const { person, regime, registeredOn, zone, at, urgent = false } = registration;
  const moments = answerMoments(termStart(registeredOn, zone, at), arrival);
  const { answerTerms } = policy;
  const deadline = answerDeadline(termName(regime, urgent, answerTerms), answerTerms, moments, calendar);
  if (!deadline) throw new TypeError(`Policy ${policy.version} of ${code} has no term for ${regime}`);
  const otherDeadlines = regime === 'APPEAL_59FZ' ? decidedTerms(district, moments) : [];
  return { type: 'OpenQuestion', person, regime, ordinal: 1, route: propose(submission), deadline, otherDeadlines };
}

/** What the law gives from the same registration to forward the question, or to tell why it gets no answer (art. 8(3), 11). */
function decidedTerms(district: District, moments: StartMoments): readonly AnswerDeadline[] {
  return decidedRules
    .flatMap((id) => caseRule(district, id) ?? [])
    .map((rule) => ({ ...startedDeadline(rule, moments, district.calendar), by: 'RULE' }));
}

/**
 * The command for a part of a question: routed by its own text, with the terms of the question that it was part of, since all are
 * counted from the same registration.
 */
export function openPart(
  question: Known,
  ordinal: number,
  text: string,
  received: ReceivedAppeal | undefined,
  propose: ProposeRoute,
): OpenQuestion {
  const { person, published } = question;
  const { regime, complainedOf = [] } = published;
  const running = deadlinesOf(question).filter((set) => !isReplaced(set, question));
  const deadline = running.find(({ duty }) => duty === 'ANSWER');
  if (!deadline) throw new TypeError('A question without a term for its answer');
  const { settlement = null, channel = '' } = received ?? {};
  const route = propose(compact({ text, channel, settlement: settlement ?? undefined }));
  const otherDeadlines = running.filter((other) => other !== deadline);
  return { type: 'OpenQuestion', person, regime, ordinal, text, route, deadline, otherDeadlines, complainedOf };
}

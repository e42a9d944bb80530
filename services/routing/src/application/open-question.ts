import type { Regime } from '@otklik/contracts/enumerations';
import type { District } from '@otklik/tenancy';
import { uuidv5 } from '@otklik/kernel';
import { answerDeadline } from '../domain/answer-deadline.js';
import type { OpenQuestion } from '../domain/question.decide.js';
import type { ProposeRoute, Submission } from '../domain/routing-rules.js';

/** The registration as intake published it. */
export interface Registration {
  readonly person: string;
  readonly regime: Regime;
  readonly registeredOn: string;
  readonly zone: string;
}

/** The ids of an appeal's questions follow from their ordinals, so that all of them are found from the appeal. */
export function questionId(appeal: string, ordinal: number): string {
  return uuidv5(appeal, String(ordinal));
}

/**
 * The command for a registered appeal by the district's current rules. Throws when the policy has no term for the
 * regime: the operator adds it and retries the dead-lettered key, since a question without a deadline would be forgotten.
 */
export function openQuestion(
  { policy, calendar, code }: District,
  registration: Registration,
  submission: Submission,
  propose: ProposeRoute,
): OpenQuestion {
  const { person, regime, registeredOn, zone } = registration;
  const deadline = answerDeadline(regime, policy.answerTerms, { on: registeredOn, zone }, calendar);
  if (!deadline) throw new TypeError(`Policy ${policy.version} of ${code} has no term for ${regime}`);
  return { type: 'OpenQuestion', person, regime, ordinal: 1, route: propose(submission), deadline };
}

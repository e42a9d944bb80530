import type { OwnAppeal } from '@otklik/contracts/generated/graphql';
import { nearestDue, openDeadline } from '../fold/question-deadline.js';
import type { RegisterRow } from '../list/register-row.js';
import { endOfTerm, excerptOf } from './resident-view.js';

/** An appeal in the list of its sender. */
export function ownAppealView({ id, receipt, number, receivedAt, state, regime, clear, fold }: RegisterRow): OwnAppeal {
  const questions = Object.values(fold.questions);
  const answers = questions.flatMap(({ answeredOn }) => answeredOn ?? []).sort();
  return {
    id,
    receipt,
    number: number ?? null,
    receivedAt,
    state,
    regime,
    excerpt: clear.text === undefined ? null : excerptOf(clear.text),
    ...endOfTerm(nearestDue(questions, openDeadline)),
    questions: questions.length,
    answered: answers.length,
    answeredOn: answers.at(-1) ?? null,
  };
}

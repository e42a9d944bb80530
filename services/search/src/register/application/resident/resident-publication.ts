import { isPublicationAllowed } from '@otklik/case/appeal-publication';
import type { Case } from '@otklik/case/case';
import { responseTo } from '@otklik/case/response-status';
import type { ResidentQuestion } from '@otklik/contracts/generated/graphql';

/** By intake's decider: of an answer that was given, while nothing is considered again. */
export function residentPublication(question: string, fold: Case): ResidentQuestion['publication'] {
  const { appeal, questions } = fold;
  const publication = responseTo(fold, question)?.part.publication;
  const isGiven = questions[question]!.state === 'ANSWERED' && appeal.isConsidered === false;
  if (!isGiven || appeal.erased || appeal.consentWithdrawnAt !== undefined) return null;
  return {
    allowed: isPublicationAllowed(appeal, question),
    publishedAs: publication?.stage === 'PUBLISHED' ? publication.id : null,
  };
}

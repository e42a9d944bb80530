import { isPublicationAllowed } from '@otklik/case/appeal-publication';
import type { Case } from '@otklik/case/case';
import { responseTo } from '@otklik/case/response-status';
import type { ResidentQuestion } from '@otklik/contracts/generated/graphql';

/**
 * Given to an answer that nothing follows, by intake's decider; withdrawn at any time (152-FZ art. 10.1(12)), also while another question
 * of the appeal is considered again.
 */
export function residentPublication(question: string, fold: Case): ResidentQuestion['publication'] {
  const { appeal, questions } = fold;
  const publication = responseTo(fold, question)?.part.publication;
  const isGiven = questions[question]!.state === 'ANSWERED' && appeal.isConsidered === false;
  const allowed = isPublicationAllowed(appeal, question);
  if (!(isGiven || allowed) || appeal.erased || appeal.consentWithdrawnAt !== undefined) return null;
  return {
    allowed,
    publishedAs: publication?.stage === 'PUBLISHED' ? publication.id : null,
  };
}

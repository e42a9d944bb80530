import type { PublicationStage } from '@otklik/contracts/publication-enumerations';
import { isPublicationAllowed } from './appeal-publication.js';
import type { Case } from './case.js';
import type { QuestionPart } from './question.js';
import { openPublication } from './response-publication.js';
import { responseTo } from './response-status.js';

/** How far the publication of a question's answer has come; undefined: its author did not agree yet, or it has ended. */
export function publicationStage(
  id: string,
  { state }: Pick<QuestionPart, 'state'>,
  fold: Pick<Case, 'appeal' | 'responses'>,
): PublicationStage | undefined {
  const part = responseTo(fold as Case, id)?.part;
  const open = part && openPublication(part);
  if (open) return open.stage;
  return state === 'ANSWERED' && part?.state === 'SIGNED' && isPublicationAllowed(fold.appeal, id)
    ? 'ALLOWED'
    : undefined;
}

import type { QuestionScope } from '../card.js';

/** What an act on a question changes. */
export function ofQuestion({ question }: QuestionScope): QuestionScope['question'] {
  return question;
}

/** What an act on the answer to a question changes. */
export function ofResponse({ question }: QuestionScope): QuestionScope['question']['response'] {
  return question.response;
}

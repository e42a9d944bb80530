import type { CardQuery } from '../generated/graphql.js';

/** The card of an appeal as the server answers it, and one question of it. */
export type Card = NonNullable<CardQuery['appeal']>;
export type Question = Card['row']['questions'][number];
export type Notice = Card['notices'][number];

/** What acts on a question are done with. */
export interface QuestionScope {
  readonly card: Card;
  readonly question: Question;
  /** Of the district. */
  readonly zone: string;
  /** Id of the signed-in official. */
  readonly viewer?: string;
}

/** The request that is to be answered next, if there is one. */
export function awaitedOf(scope: QuestionScope): readonly Card['questions'][number]['requests'][number][] {
  return (textsOf(scope)?.requests ?? []).filter(({ receivedOn }) => !receivedOn).slice(0, 1);
}

/** The texts of a question, which its row has not. */
export function textsOf({
  card,
  question,
}: Pick<QuestionScope, 'card'> & { readonly question: { readonly id: string } }):
  Card['questions'][number] | undefined {
  return card.questions.find(({ id }) => id === question.id);
}

import type { Outcome } from '@otklik/contracts/enumerations';
import type { Case } from './case.js';
import type { FilesPart } from './response.js';

/** An answer that was signed, or given at a reception in person. */
export interface GivenAnswer extends FilesPart {
  readonly question: string;
  /** Sealed. */
  readonly text: string;
  readonly outcome: Outcome;
  /** Ids of officials. */
  readonly signatory: string;
  readonly signedAt: string;
  readonly isOral: boolean;
}

/** In the order in which they were given; a question that was considered again has several. */
export function givenAnswers({ responses, questions }: Pick<Case, 'responses' | 'questions'>): readonly GivenAnswer[] {
  const signed = Object.values(responses).flatMap(({ question, answers = [] }) =>
    answers.map((answer) => ({ question, ...answer, isOral: false })),
  );
  const told = Object.entries(questions).flatMap(([question, { told: all = [] }]) =>
    all.map(({ text, outcome, by: signatory, at: signedAt }) => ({
      question,
      text,
      outcome,
      signatory,
      signedAt,
      isOral: true,
    })),
  );
  return [...signed, ...told].sort((one, other) => compared(one, other));
}

function compared(one: GivenAnswer, other: GivenAnswer): number {
  if (one.signedAt !== other.signedAt) return one.signedAt < other.signedAt ? -1 : 1;
  if (one.question === other.question) return 0;
  return one.question < other.question ? -1 : 1;
}

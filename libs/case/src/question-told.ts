import type { Outcome } from '@otklik/contracts/enumerations';
import type { QuestionPart } from './question.js';
import type { RoutingFact } from './events.js';

/** An answer that was told at a reception in person. */
export interface ToldPart {
  /** Sealed. */
  readonly text: string;
  readonly outcome: Outcome;
  /** The official's id. */
  readonly by: string;
  readonly at: string;
}

export function told(
  part: QuestionPart,
  data: Extract<RoutingFact, { type: 'OralAnswerRecorded' }>['data'],
): QuestionPart {
  const { text, outcome, answeredBy: by, answeredAt: at } = data;
  return { ...part, told: [...(part.told ?? []), { text, outcome, by, at }] };
}

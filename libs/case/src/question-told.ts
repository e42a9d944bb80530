import type { Outcome } from '@otklik/contracts/enumerations';
import type { PublishedQuestion } from './question.js';
import type { SaidOfQuestion as Fact } from './events.js';

/** An answer that was given at a reception in person. */
export interface ToldPart {
  /** Sealed. */
  readonly text: string;
  readonly outcome: Outcome;
  /** The official's id. */
  readonly by: string;
  readonly at: string;
}

export function told(
  part: PublishedQuestion,
  data: Extract<Fact, { type: 'OralAnswerRecorded' }>['data'],
): PublishedQuestion {
  const { text, outcome, answeredBy: by, answeredAt: at } = data;
  return { ...part, told: [...(part.told ?? []), { text, outcome, by, at }] };
}

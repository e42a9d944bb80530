import type { LetterOutcome, PostalProof } from '@otklik/contracts/enumerations';
import type { SaidOfNotice as Fact } from './events.js';
import type { PublishedNotice } from './notice.js';
import type { DataOfFact } from './states-after.js';

/* What became of a letter on paper after it had left. */

/** By the latest word of the post: an envelope that came back outweighs a delivery that was recorded before. */
export interface AfterPosting {
  readonly outcome: LetterOutcome;
  /** The day, in the district. */
  readonly on: string;
  readonly proof: PostalProof;
}

type Before = PublishedNotice | undefined;
type Step = Pick<PublishedNotice, 'way' | 'postings'>;

export function delivered(before: Before, data: DataOfFact<Fact, 'LetterDelivered'>): Step {
  const { posting, proof, deliveredOn: on } = data;
  return withAfter(before, posting, { outcome: 'DELIVERED', on, proof });
}

export function returned(before: Before, data: DataOfFact<Fact, 'LetterReturned'>): Step {
  const { posting, proof, outcome, returnedOn: on } = data;
  return withAfter(before, posting, { outcome, on, proof });
}

function withAfter(before: Before, posting: number, after: AfterPosting): Step {
  const postings = before?.postings?.map((one, at) => (at + 1 === posting ? { ...one, after } : one));
  return { way: before?.way ?? 'PAPER', ...(postings && { postings }) };
}

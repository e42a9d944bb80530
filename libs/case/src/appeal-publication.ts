import type { PublishedAppeal } from './appeal.js';
import type { SaidOfAppeal as Fact } from './events.js';
import type { Steps } from './steps.js';

type PublicationFact = Extract<Fact, { type: 'PublicationAllowed' | 'PublicationDisallowed' }>;

/** The author's consents to the publication of an answer: of each question, to the answer that it has. */
export const publicationSteps: Steps<PublicationFact, PublishedAppeal> = {
  PublicationAllowed: (part, { question }, { at }) => ({
    ...part,
    publicationAllowed: { ...part.publicationAllowed, [question]: at },
  }),
  PublicationDisallowed: (part, { question }) => withoutPublication(part, question),
};

/** Another answer is to follow, to which its author has not agreed yet. `question` absent: of all questions. */
export function withoutPublication(part: PublishedAppeal, question?: string): PublishedAppeal {
  const { publicationAllowed, ...kept } = part;
  if (!publicationAllowed) return part;
  const left = Object.entries(publicationAllowed).filter(([one]) => question !== undefined && one !== question);
  return left.length === 0 ? kept : { ...kept, publicationAllowed: Object.fromEntries(left) };
}

/** To the answer that the question has now. */
export function isPublicationAllowed(
  { publicationAllowed, consentWithdrawnAt, erased }: PublishedAppeal,
  question: string,
): boolean {
  return publicationAllowed?.[question] !== undefined && consentWithdrawnAt === undefined && !erased;
}

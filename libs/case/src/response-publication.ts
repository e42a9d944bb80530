import type { PublicationEnd, PublicationGround } from '@otklik/contracts/publication-enumerations';
import { compact } from '@otklik/kernel';
import type { ResponsesFact } from './events.js';
import type { PublishedResponse } from './response.js';
import type { DataOfFact, Said, Who } from './states-after.js';
import type { Steps } from './steps.js';

/** The publication of the answer. Its texts are in the events alone. */
export interface PublicationPart {
  readonly id: string;
  readonly stage: 'PROPOSED' | 'PUBLISHED' | 'ENDED';
  readonly ground: PublicationGround;
  /** Who prepared it, and in whose stead; ids of officials. */
  readonly by?: string;
  readonly onBehalfOf?: string;
  /** Files of the photos that wait for their release, or were released. */
  readonly photos?: readonly string[];
  /** Of one that ended. */
  readonly why?: PublicationEnd;
}

type Fact = Extract<
  Said<ResponsesFact>,
  { type: 'PublicationProposed' | 'AnswerPublished' | 'PublicationDropped' | 'AnswerUnpublished' }
>;

export const publicationSteps: Steps<Fact, PublishedResponse> = {
  PublicationProposed: (response, { publication: id, ground, photos: proposed }, { by, onBehalfOf }: Who) => {
    const photos = proposed?.map(({ file }) => file);
    return { ...response, publication: { id, stage: 'PROPOSED', ground, ...compact({ by, onBehalfOf, photos }) } };
  },
  AnswerPublished: (response, { photos: released }) => {
    if (!response.publication) return response;
    const { photos: _waiting, ...publication } = response.publication;
    const photos = released && [...released];
    return { ...response, publication: { ...publication, stage: 'PUBLISHED', ...compact({ photos }) } };
  },
  PublicationDropped: ended,
  AnswerUnpublished: ended,
};

function ended(
  response: PublishedResponse,
  { why }: DataOfFact<Fact, 'PublicationDropped' | 'AnswerUnpublished'>,
): PublishedResponse {
  return response.publication
    ? { ...response, publication: { ...response.publication, stage: 'ENDED', why } }
    : response;
}

/** It waits for its release, or all may read it. */
export function openPublication({ publication }: Pick<PublishedResponse, 'publication'>): PublicationPart | undefined {
  return publication?.stage === 'ENDED' ? undefined : publication;
}

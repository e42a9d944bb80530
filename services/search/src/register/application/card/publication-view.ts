import { isPublicationAllowed } from '@otklik/case/appeal-publication';
import type { Case } from '@otklik/case/case';
import type { ResponsePart } from '@otklik/case/response';
import type { DataOf } from '@otklik/contracts/declare-event';
import type { PublicEvent } from '@otklik/contracts/envelope';
import type { CardPhoto, CardPublication, Official, ResponseCard } from '@otklik/contracts/generated/graphql';
import { AnswerPublished, PublicationProposed } from '@otklik/contracts/publication.events';
import type { Opened, SealedRef } from './clear-texts.js';

type Published = PublicEvent & { readonly data: DataOf<typeof AnswerPublished> };
type Proposed = PublicEvent & { readonly data: DataOf<typeof PublicationProposed> };

const fields = ['title', 'matter', 'text'] as const;

/** What was prepared for the public pages: its texts are in the events alone. */
export function publicationTexts(history: readonly PublicEvent[]): readonly SealedRef[] {
  return history
    .filter(isProposed)
    .flatMap(({ id, data }) => [
      ...fields.map((field) => ({ sealed: data[field], eventId: id, field })),
      ...(data.photoAlts === undefined ? [] : [{ sealed: data.photoAlts, eventId: id, field: 'photoAlts' }]),
    ]);
}

interface ViewOf {
  readonly fold: Case;
  readonly history: readonly PublicEvent[];
  readonly opened: Opened;
  /** Code of the district. */
  readonly district: string;
  readonly official: (id: string | undefined) => Official | null;
}

export function publicationView(
  part: ResponsePart,
  { fold, history, opened, official, district }: ViewOf,
): Pick<ResponseCard, 'publication' | 'publicationAllowed'> {
  return {
    publicationAllowed: isPublicationAllowed(fold.appeal, part.question),
    publication: part.publication ? ofPart(part.publication) : null,
  };

  function ofPart({ id, stage, ground, by, why }: NonNullable<ResponsePart['publication']>): CardPublication {
    const texts = history.filter(isProposed).find(({ data }) => data.publication === id)?.data;
    return {
      id,
      stage,
      ground,
      by: official(by),
      why: why ?? null,
      title: opened(texts?.title) ?? null,
      matter: opened(texts?.matter) ?? null,
      text: opened(texts?.text) ?? null,
      photos: photosOf(id, texts),
    };
  }

  function photosOf(id: string, { photos = [], photoAlts }: Partial<Proposed['data']> = {}): CardPhoto[] {
    const alts = JSON.parse(opened(photoAlts) ?? '[]') as readonly string[];
    const shown = history.filter(isPublished).find(({ data }) => data.publication === id)?.data.photos ?? [];
    return photos.map(({ file, side }, at) => ({
      file,
      url: `/files/${district}/${file}`,
      side,
      alt: alts[at] ?? null,
      released: shown.includes(file),
    }));
  }
}

function isPublished(event: PublicEvent): event is Published {
  return event.type === AnswerPublished.type;
}

function isProposed(event: PublicEvent): event is Proposed {
  return event.type === PublicationProposed.type;
}

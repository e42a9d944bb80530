import Type from 'typebox';
import { declareEvent, oneOf, Personal, Uuid } from './declare-event.js';
import { PhotoSide, PublicationEnd, PublicationGround } from './publication-enumerations.js';

/* The answer to a question on the public pages of the district: prepared by one official, released by another, taken back. */

/** Of the Appeal: the author's consent to the publication of the answer that the question has now. Another answer needs another one. */
export const PublicationAllowed = declareEvent('PublicationAllowed', 1, {
  titles: { ru: 'Автор согласен опубликовать ответ', en: 'The author agreed to the publication of the answer' },
  fields: { question: Uuid },
});

/** Of the Appeal. 152-FZ art. 10.1(12): at any time, without a reason; what is published by it is taken back. */
export const PublicationDisallowed = declareEvent('PublicationDisallowed', 1, {
  titles: { ru: 'Автор отозвал согласие на публикацию', en: 'The author withdrew the consent to the publication' },
  fields: { question: Uuid },
});

/** A text without persons, which waits for another official. */
export const PublicationProposed = declareEvent('PublicationProposed', 1, {
  titles: { ru: 'Ответ подготовлен к публикации', en: 'The answer was prepared for publication' },
  fields: {
    question: Uuid,
    /** Id of the publication, and its permanent address. */
    publication: Uuid,
    ground: oneOf(PublicationGround),
    title: Personal,
    /** What was asked, and what was answered, as all may read it. */
    matter: Personal,
    text: Personal,
    /** What is proposed to be shown, in this order: a file of the author's message, or of the answer. Absent: none. */
    photos: Type.Optional(Type.Array(Type.Object({ file: Uuid, side: oneOf(PhotoSide) }))),
    /** What each of them shows, in their order, for who does not see it: a JSON array. */
    photoAlts: Type.Optional(Personal),
  },
  /** Ids of the officials: who prepared it, and in whose stead. */
  unpublished: { proposer: Uuid, proposedFor: Type.Optional(Uuid) },
});

/** Another official read it and released it: from now on all may read it. */
export const AnswerPublished = declareEvent('AnswerPublished', 1, {
  titles: { ru: 'Ответ опубликован', en: 'The answer was published' },
  fields: {
    question: Uuid,
    publication: Uuid,
    /** Files of the photos that were released, each by itself; absent: none. */
    photos: Type.Optional(Type.Array(Uuid)),
  },
  /** Ids of the officials: who released it, and in whose stead. */
  unpublished: { publisher: Uuid, publishedFor: Type.Optional(Uuid) },
});

const ending = {
  question: Uuid,
  publication: Uuid,
  why: oneOf(PublicationEnd),
  /** Of an official who took it back. */
  reason: Type.Optional(Personal),
};

/** What was prepared is not published. */
export const PublicationDropped = declareEvent('PublicationDropped', 1, {
  titles: { ru: 'Подготовленное не публикуется', en: 'What was prepared is not published' },
  fields: ending,
});

/** Its address answers 410 from now on; it is in no list, feed or search. */
export const AnswerUnpublished = declareEvent('AnswerUnpublished', 1, {
  titles: { ru: 'Ответ снят с публикации', en: 'The answer was taken back from the public pages' },
  fields: ending,
});

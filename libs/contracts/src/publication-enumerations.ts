import { declareEnumeration, type ValueOf } from './declare-enumeration.js';
import { KnownIssueState } from './known-issue-enumerations.js';
import { oldJournalEnumerations } from './old-journal-enumerations.js';
import { receptionEnumerations } from './reception-enumerations.js';

export const PublicationGround = declareEnumeration(
  'PublicationGround',
  'Why an answer may be published (59-FZ art. 6(2), 10(4)).',
  {
    CONSENT: {
      ru: 'автор согласен опубликовать этот ответ',
      en: 'the author agreed to the publication of this answer',
    },
    CIRCLE: { ru: 'ответ касается неопределённого круга лиц', en: 'the answer touches an indefinite circle of people' },
  },
);
export type PublicationGround = ValueOf<typeof PublicationGround>;

export const PublicationEnd = declareEnumeration('PublicationEnd', 'Why a publication ended.', {
  TAKEN_BACK: { ru: 'снято сотрудником', en: 'taken back by an official' },
  CONSENT_WITHDRAWN: { ru: 'автор отозвал согласие', en: 'the author withdrew the consent' },
  PERSON_ERASED: { ru: 'данные автора удалены', en: "the author's data was erased" },
  CONSIDERED_AGAIN: { ru: 'вопрос рассматривается снова', en: 'the question is considered again' },
});
export type PublicationEnd = ValueOf<typeof PublicationEnd>;

export const PublicationStage = declareEnumeration(
  'PublicationStage',
  'How far the publication of an answer has come.',
  {
    ALLOWED: { ru: 'можно подготовить', en: 'may be prepared' },
    PROPOSED: { ru: 'ждёт публикации другим сотрудником', en: 'waits for another official' },
    PUBLISHED: { ru: 'на сайте', en: 'published' },
    ENDED: { ru: 'снят', en: 'taken back' },
  },
);
export type PublicationStage = ValueOf<typeof PublicationStage>;

export const PublicationField = declareEnumeration('PublicationField', 'A text of a publication.', {
  TITLE: { ru: 'заголовок', en: 'title' },
  MATTER: { ru: 'вопрос', en: 'question' },
  TEXT: { ru: 'ответ', en: 'answer' },
});
export type PublicationField = ValueOf<typeof PublicationField>;

export const PhotoSide = declareEnumeration('PhotoSide', 'What a photo of a published answer shows.', {
  BEFORE: { ru: 'до', en: 'before' },
  AFTER: { ru: 'после', en: 'after' },
});
export type PhotoSide = ValueOf<typeof PhotoSide>;

/** What the public pages show: published answers, known issues and receptions. */
export const publicationEnumerations = [
  PublicationGround,
  PublicationEnd,
  PublicationStage,
  PublicationField,
  PhotoSide,
  KnownIssueState,
  ...receptionEnumerations,
  ...oldJournalEnumerations,
] as const;

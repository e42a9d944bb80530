import { declareEnumeration, type ValueOf } from './declare-enumeration.js';

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
    PROPOSED: { ru: 'ждёт второго человека', en: 'waits for another official' },
    PUBLISHED: { ru: 'на сайте', en: 'published' },
    ENDED: { ru: 'снят', en: 'taken back' },
  },
);
export type PublicationStage = ValueOf<typeof PublicationStage>;

export const KnownIssueState = declareEnumeration('KnownIssueState', 'Whether residents read of a known issue.', {
  LIVE: { ru: 'жители видят', en: 'shown to residents' },
  LAPSED: { ru: 'срок прошёл, не сказано, что сделано', en: 'its time is over, and what was done is not said' },
  ENDED: { ru: 'снято', en: 'ended' },
});
export type KnownIssueState = ValueOf<typeof KnownIssueState>;

export const PublicationField = declareEnumeration('PublicationField', 'A text of a publication.', {
  TITLE: { ru: 'заголовок', en: 'title' },
  MATTER: { ru: 'вопрос', en: 'question' },
  TEXT: { ru: 'ответ', en: 'answer' },
});
export type PublicationField = ValueOf<typeof PublicationField>;

export const publicationEnumerations = [
  ...[PublicationGround, PublicationEnd, PublicationStage],
  ...[KnownIssueState, PublicationField],
] as const;

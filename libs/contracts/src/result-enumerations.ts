import { declareEnumeration, type ValueOf } from './declare-enumeration.js';

export const Outcome = declareEnumeration('Outcome', 'What the answer says of the question.', {
  SUPPORTED: { ru: 'поддержано', en: 'supported' },
  NOT_SUPPORTED: { ru: 'не поддержано', en: 'not supported' },
  EXPLAINED: { ru: 'разъяснено', en: 'explained' },
  MEASURES_TAKEN: { ru: 'меры приняты', en: 'measures taken' },
  MEASURES_PROMISED: { ru: 'меры обещаны к сроку', en: 'measures promised until a date' },
});
export type Outcome = ValueOf<typeof Outcome>;

export const QuestionResult = declareEnumeration(
  'QuestionResult',
  'With what a question ended: the outcome of its answer, or its other end.',
  {
    ...Outcome.titles,
    FORWARDED: { ru: 'направлено по компетенции', en: 'forwarded to the competent body' },
    LEFT_UNANSWERED: { ru: 'оставлено без ответа', en: 'left without an answer' },
    CORRESPONDENCE_ENDED: { ru: 'переписка прекращена', en: 'the correspondence was ended' },
    WITHDRAWN: { ru: 'отозвано заявителем', en: 'withdrawn by the applicant' },
  },
);
export type QuestionResult = ValueOf<typeof QuestionResult>;

export const PromiseState = declareEnumeration('PromiseState', 'What became of the measures that an answer promised.', {
  WAITING: { ru: 'на контроле', en: 'under control' },
  KEPT: { ru: 'выполнено в срок', en: 'kept in time' },
  LATE: { ru: 'выполнено с опозданием', en: 'kept late' },
});
export type PromiseState = ValueOf<typeof PromiseState>;

export const SendBackReason = declareEnumeration('SendBackReason', 'Why a draft goes back to the executor.', {
  QUESTION_NOT_ANSWERED: { ru: 'нет ответа на вопрос', en: 'the question is not answered' },
  NO_DATE: { ru: 'нет срока или даты', en: 'no term or date' },
  FOREIGN_DATA: { ru: 'чужие имя, адрес, телефон', en: 'name, address or telephone of another person' },
  TONE: { ru: 'не тот тон', en: 'the wrong tone' },
  OTHER: { ru: 'другое', en: 'something else' },
});
export type SendBackReason = ValueOf<typeof SendBackReason>;

export const ReadyText = declareEnumeration('ReadyText', 'Where a text that is put into an answer comes from.', {
  SIMILAR_ANSWER: { ru: 'похожий ответ', en: 'similar answer' },
  TEMPLATE: { ru: 'шаблон', en: 'template' },
});
export type ReadyText = ValueOf<typeof ReadyText>;

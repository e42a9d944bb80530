import { declareEnumeration, type ValueOf } from './declare-enumeration.js';

export const AppealKind = declareEnumeration('AppealKind', 'What the applicant sends (59-FZ art. 4).', {
  STATEMENT: { ru: 'заявление', en: 'statement' },
  PROPOSAL: { ru: 'предложение', en: 'proposal' },
  COMPLAINT: { ru: 'жалоба', en: 'complaint' },
});
export type AppealKind = ValueOf<typeof AppealKind>;

export const AnswerWay = declareEnumeration('AnswerWay', 'How the applicant wishes to get the answer.', {
  POST: { ru: 'письмом по адресу', en: 'by post' },
  EMAIL: { ru: 'на электронную почту', en: 'by e-mail' },
  PHONE: { ru: 'по телефону', en: 'by telephone' },
  IN_PERSON: { ru: 'отдать в руки', en: 'in person' },
});
export type AnswerWay = ValueOf<typeof AnswerWay>;

export const ContactKind = declareEnumeration('ContactKind', 'How the applicant can be reached.', {
  EMAIL: { ru: 'электронная почта', en: 'e-mail' },
  PHONE: { ru: 'телефон', en: 'telephone' },
  NETWORK: { ru: 'аккаунт в сети', en: 'account in a network' },
});
export type ContactKind = ValueOf<typeof ContactKind>;

export const AppealSender = declareEnumeration(
  'AppealSender',
  'From whom an appeal came: of the applicant, or of a body that sent it on with a letter of its own.',
  {
    APPLICANT: { ru: 'от заявителя', en: 'of the applicant' },
    PRESIDENT: { ru: 'из Администрации Президента', en: "of the President's office" },
    GOVERNMENT: { ru: 'из правительства или от главы региона', en: "of a government or the region's head" },
    DEPUTY: { ru: 'от депутата', en: 'of a deputy' },
    PROSECUTOR: { ru: 'из прокуратуры', en: "of the prosecutor's office" },
    POS: { ru: 'через ПОС', en: 'through the feedback platform' },
    OTHER_BODY: { ru: 'из другого органа', en: 'of another body' },
  },
);
export type AppealSender = ValueOf<typeof AppealSender>;

export const RepeatCause = declareEnumeration(
  'RepeatCause',
  'Why an applicant wrote again about the same: as it follows from what happened to the earlier appeal.',
  {
    LATE: { ru: 'первое рассмотрено с нарушением срока', en: 'the first one was considered after its term' },
    NOT_SATISFIED: { ru: 'заявитель не удовлетворён ответом', en: 'the answer did not satisfy the applicant' },
  },
);
export type RepeatCause = ValueOf<typeof RepeatCause>;

export const applicantEnumerations = [ContactKind, AppealKind, AppealSender, RepeatCause, AnswerWay] as const;

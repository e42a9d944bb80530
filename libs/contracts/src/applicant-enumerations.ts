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

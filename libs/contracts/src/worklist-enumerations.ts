import { declareEnumeration, type ValueOf } from './declare-enumeration.js';

export const WorklistOf = declareEnumeration('WorklistOf', 'What a worklist lists.', {
  APPEALS: { ru: 'обращения', en: 'appeals' },
  QUESTIONS: { ru: 'вопросы', en: 'questions' },
  NOTICES: { ru: 'уведомления', en: 'notices' },
});
export type WorklistOf = ValueOf<typeof WorklistOf>;

export const WorklistCode = declareEnumeration('WorklistCode', 'The worklists of officials.', {
  MINE: { ru: 'мои вопросы', en: 'given to me' },
  DEPARTMENT: { ru: 'вопросы моего отдела', en: "my department's" },
  IN_WORK: { ru: 'вопросы в работе', en: 'all open questions' },
  UNASSIGNED: { ru: 'не назначены', en: 'without an executor' },
  DUE_TODAY: { ru: 'срок сегодня', en: 'due today' },
  OVERDUE: { ru: 'просрочены', en: 'overdue' },
  TO_MODERATE: { ru: 'на модерацию', en: 'to moderate' },
  TO_REGISTER: { ru: 'на регистрацию', en: 'to register' },
  RETURNED: { ru: 'отделы вернули', en: 'returned by departments' },
  TO_APPROVE: { ru: 'на согласовании', en: 'to approve' },
  TO_SIGN: { ru: 'на подписи', en: 'to sign' },
  SENT_BACK: { ru: 'вернули на доработку', en: 'drafts sent back to me' },
  TO_CALL: { ru: 'позвонить', en: 'calls to make' },
  TO_POST: { ru: 'отправить по почте', en: 'letters to post' },
  TO_POS: { ru: 'ответить в ПОС', en: 'answers to enter in the feedback platform' },
  INFORMATION_AWAITED: { ru: 'ждём сведений', en: 'information awaited' },
  INFORMATION_OVERDUE: { ru: 'сведения не пришли в срок', en: 'information overdue' },
  AT_BODIES: { ru: 'на контроле у других органов', en: 'watched at other bodies' },
  BODIES_REFUSED: { ru: 'вернули другие органы', en: 'given back by other bodies' },
  REOPENING_REQUESTED: { ru: 'просят рассмотреть снова', en: 'another consideration asked for' },
  ESCALATED: { ru: 'срок на исходе или пропущен', en: 'near the end of the term, or past it' },
  ARRIVALS_ESCALATED: { ru: 'не разобраны в срок', en: 'arrivals not decided about in time' },
  SUPPLEMENTED: { ru: 'дополнили после подписи ответа', en: 'added to after the answer was signed' },
  EXTENSION_ASKED: { ru: 'просят продлить срок', en: 'an extension is asked for' },
  PROMISES: { ru: 'обещанные меры', en: 'promised measures' },
  STRIKE_PROPOSED: { ru: 'предложено зачеркнуть', en: 'proposed to be struck' },
  STRUCK: { ru: 'зачёркнутые номера', en: 'struck numbers' },
  TO_PUBLISH: { ru: 'к публикации', en: 'to publish' },
  LETTERS_TO_BODIES: { ru: 'ждут письма в орган', en: 'awaiting the letter to the body' },
  CO_EXECUTED: { ru: 'я соисполнитель', en: 'where I am a co-executor' },
});
export type WorklistCode = ValueOf<typeof WorklistCode>;

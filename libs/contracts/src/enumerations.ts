import { declareEnumeration, type ValueOf } from './declare-enumeration.js';

export const Regime = declareEnumeration(
  'Regime',
  'The legal regime (правовой режим): which law and which terms hold.',
  {
    APPEAL_59FZ: { ru: 'обращение по 59-ФЗ', en: 'appeal under Federal Law 59-FZ' },
    SOCIAL_MESSAGE: { ru: 'сообщение из открытых источников', en: 'message from open sources' },
    POS_MESSAGE: { ru: 'сообщение через ПОС', en: 'message through the feedback platform' },
    ORAL_RECEPTION: { ru: 'личный приём', en: 'reception in person' },
  },
);
export type Regime = ValueOf<typeof Regime>;

export const Channel = declareEnumeration('Channel', 'The channel by which the appeal came in.', {
  SITE: { ru: 'форма на сайте', en: 'form on the site' },
  PAPER: { ru: 'на бумаге', en: 'on paper' },
  RECEPTION: { ru: 'личный приём', en: 'reception in person' },
  PHONE: { ru: 'телефон', en: 'telephone' },
  IMPORT: { ru: 'импорт', en: 'import' },
});
export type Channel = ValueOf<typeof Channel>;

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
});
export type ContactKind = ValueOf<typeof ContactKind>;

export const Journal = declareEnumeration('Journal', 'The series in which a registration is numbered.', {
  APPEALS: { ru: 'обращения', en: 'appeals' },
  MESSAGES: { ru: 'сообщения', en: 'messages' },
});
export type Journal = ValueOf<typeof Journal>;

export const DecidedBy = declareEnumeration('DecidedBy', "Whether the district's rule or an official decided.", {
  RULE: { ru: 'правило района', en: "the district's rule" },
  OFFICIAL: { ru: 'должностное лицо', en: 'an official' },
});
export type DecidedBy = ValueOf<typeof DecidedBy>;

export const ClosingGround = declareEnumeration('ClosingGround', 'Why a question ended without an answer.', {
  WITHDRAWN: { ru: 'обращение отозвано', en: 'the appeal was withdrawn' },
  ERASED: { ru: 'данные заявителя удалены', en: "the applicant's data was erased" },
});
export type ClosingGround = ValueOf<typeof ClosingGround>;

export const Outcome = declareEnumeration('Outcome', 'What the answer says of the question (result per question).', {
  SUPPORTED: { ru: 'поддержано', en: 'supported' },
  NOT_SUPPORTED: { ru: 'не поддержано', en: 'not supported' },
  EXPLAINED: { ru: 'разъяснено', en: 'explained' },
  MEASURES_TAKEN: { ru: 'меры приняты', en: 'measures taken' },
});
export type Outcome = ValueOf<typeof Outcome>;

export const SendBackReason = declareEnumeration('SendBackReason', 'Why a draft goes back to the executor.', {
  QUESTION_NOT_ANSWERED: { ru: 'нет ответа на вопрос', en: 'the question is not answered' },
  NO_DATE: { ru: 'нет срока или даты', en: 'no term or date' },
  FOREIGN_DATA: { ru: 'чужие имя, адрес, телефон', en: 'name, address or telephone of another person' },
  TONE: { ru: 'не тот тон', en: 'the wrong tone' },
  OTHER: { ru: 'другое', en: 'something else' },
});
export type SendBackReason = ValueOf<typeof SendBackReason>;

export const NoticeKind = declareEnumeration('NoticeKind', 'What a notice tells the applicant.', {
  REGISTERED: { ru: 'зарегистрировано', en: 'registered' },
  ANSWERED: { ru: 'ответ', en: 'answer' },
});
export type NoticeKind = ValueOf<typeof NoticeKind>;

export const NoticeWay = declareEnumeration('NoticeWay', 'By which way a notice reaches the applicant.', {
  EMAIL: { ru: 'электронная почта', en: 'e-mail' },
  ORAL: { ru: 'устно', en: 'in person or by telephone' },
  POSTED: { ru: 'на странице обращения', en: "on the appeal's page" },
});
export type NoticeWay = ValueOf<typeof NoticeWay>;

export const CallResult = declareEnumeration('CallResult', 'How a call that told no answer ended.', {
  NO_ANSWER: { ru: 'не ответили', en: 'nobody answered' },
  CALL_LATER: { ru: 'просили перезвонить', en: 'asked to call later' },
  WRONG_NUMBER: { ru: 'номер чужой', en: 'the number is another person’s' },
  WANTS_WRITTEN: { ru: 'просит письменный ответ', en: 'wants a written answer' },
});
export type CallResult = ValueOf<typeof CallResult>;

export const OralOutcome = declareEnumeration('OralOutcome', 'What the applicant says to an answer that was told.', {
  AGREES: { ru: 'согласен на устный ответ', en: 'agrees to the oral answer' },
  WANTS_WRITTEN: { ru: 'просит письменный ответ', en: 'wants a written answer' },
  SOMETHING_NEW: { ru: 'есть новое, вопрос не решён', en: 'something new, the question is not settled' },
});
export type OralOutcome = ValueOf<typeof OralOutcome>;

export const NoticeState = declareEnumeration('NoticeState', 'How far a notice has come.', {
  PENDING: { ru: 'отправляется', en: 'being sent' },
  DISPATCHED: { ru: 'отправлено', en: 'dispatched' },
  FAILED: { ru: 'не доставлено', en: 'not delivered' },
});
export type NoticeState = ValueOf<typeof NoticeState>;

export const AppealState = declareEnumeration('AppealState', 'Where the appeal stands.', {
  RECEIVED: { ru: 'поступило, ждёт модератора', en: 'received, waits for the moderator' },
  TAKEN_UP: { ru: 'принято к рассмотрению, ждёт регистрации', en: 'taken up, waits for registration' },
  REGISTERED: { ru: 'зарегистрировано', en: 'registered' },
  ANSWERED: { ru: 'дан ответ', en: 'answered' },
  WITHDRAWN: { ru: 'отозвано заявителем', en: 'withdrawn by the applicant' },
  SPAM: { ru: 'спам', en: 'spam' },
  DUPLICATE: { ru: 'дубликат', en: 'duplicate' },
  REOPEN_REQUESTED: { ru: 'заявитель просит рассмотреть снова', en: 'the applicant asks for another consideration' },
});
export type AppealState = ValueOf<typeof AppealState>;

export const QuestionState = declareEnumeration('QuestionState', 'Where the question stands.', {
  OPEN: { ru: 'открыт, без отдела: у координатора', en: 'open, without a department: with the coordinator' },
  ROUTED: { ru: 'направлен в профильный отдел', en: 'routed to a department' },
  RETURNED: { ru: 'возвращён координатору', en: 'returned to the coordinator' },
  IN_WORK: { ru: 'у исполнителя', en: 'with the executor' },
  ANSWERED: { ru: 'дан ответ', en: 'answered' },
  CLOSED: { ru: 'прекращён: обращение отозвано', en: 'closed: the appeal was withdrawn' },
});
export type QuestionState = ValueOf<typeof QuestionState>;

export const ResponseState = declareEnumeration('ResponseState', 'How far the answer has come.', {
  OPEN: { ru: 'ответа ещё нет', en: 'no answer yet' },
  DRAFTED: { ru: 'проект на согласовании', en: 'draft waits for approval' },
  APPROVED: { ru: 'согласован, ждёт подписи', en: 'approved, waits for the signature' },
  SENT_BACK: { ru: 'возвращён исполнителю', en: 'sent back to the executor' },
  SIGNED: { ru: 'подписан, отправляется', en: 'signed, being dispatched' },
  DISPATCHED: { ru: 'отправлен, есть подтверждение', en: 'dispatched, with a proof' },
});
export type ResponseState = ValueOf<typeof ResponseState>;

export const ActorKind = declareEnumeration('ActorKind', 'The kind of actor whose act an event records.', {
  OFFICIAL: { ru: 'должностное лицо', en: 'official' },
  RESIDENT: { ru: 'заявитель с кодом', en: 'resident with a follow-up code' },
  ANYONE: { ru: 'без учётной записи', en: 'without an account' },
  SYSTEM: { ru: 'сама система', en: 'the system itself' },
});
export type ActorKind = ValueOf<typeof ActorKind>;

export const WorklistOf = declareEnumeration('WorklistOf', 'What a worklist lists.', {
  APPEALS: { ru: 'обращения', en: 'appeals' },
  QUESTIONS: { ru: 'вопросы', en: 'questions' },
  NOTICES: { ru: 'звонки', en: 'calls to make' },
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
  REOPENING_REQUESTED: { ru: 'просят рассмотреть снова', en: 'another consideration asked for' },
});
export type WorklistCode = ValueOf<typeof WorklistCode>;

export const TermState = declareEnumeration('TermState', 'How a question stands to its deadline.', {
  KEPT: { ru: 'ответ в срок', en: 'answered in time' },
  LATE: { ru: 'ответ с опозданием', en: 'answered late' },
  OPEN: { ru: 'ещё в работе', en: 'still open' },
});
export type TermState = ValueOf<typeof TermState>;

export const OpeningKind = declareEnumeration('OpeningKind', 'What an official opened.', {
  CONTACT: { ru: 'имя и контакт', en: 'name and contact' },
  CARD: { ru: 'карточка', en: 'card' },
  EXPORT: { ru: 'выгрузка', en: 'export' },
});
export type OpeningKind = ValueOf<typeof OpeningKind>;

export const SearchOrder = declareEnumeration('SearchOrder', 'The order of what a search found.', {
  RELEVANCE: { ru: 'сначала подходящие', en: 'the best first' },
  NEWEST: { ru: 'сначала новые', en: 'the newest received first' },
  OLDEST: { ru: 'сначала старые', en: 'the oldest received first' },
});
export type SearchOrder = ValueOf<typeof SearchOrder>;

export const Action = declareEnumeration('Action', "An official's mutation that is allowed now, by its name.", {
  TAKE_UP_MESSAGE: { ru: 'принять к рассмотрению', en: 'take up' },
  REGISTER_APPEAL: { ru: 'зарегистрировать', en: 'register' },
  TURN_INTO_APPEAL: { ru: 'перевести в обращение', en: 'turn into an appeal' },
  MARK_AS_DUPLICATE: { ru: 'отметить как дубликат', en: 'mark as a duplicate' },
  MARK_AS_SPAM: { ru: 'отметить как спам', en: 'mark as spam' },
  TAKE_BACK_DECISION: { ru: 'отменить решение', en: 'take the decision back' },
  ROUTE_QUESTION: { ru: 'направить в отдел', en: 'route to a department' },
  ASSIGN_EXECUTOR: { ru: 'назначить исполнителя', en: 'assign an executor' },
  RETURN_QUESTION: { ru: 'вернуть координатору', en: 'return to the coordinator' },
  DRAFT_RESPONSE: { ru: 'составить ответ', en: 'draft the response' },
  APPROVE_RESPONSE: { ru: 'согласовать', en: 'approve' },
  SIGN_RESPONSE: { ru: 'подписать', en: 'sign' },
  SEND_BACK_RESPONSE: { ru: 'вернуть на доработку', en: 'send back' },
  ADD_NOTE: { ru: 'добавить заметку', en: 'add a note' },
  RECORD_ORAL_NOTICE: { ru: 'записать разговор', en: 'record the call' },
  RECORD_CALL_ATTEMPT: { ru: 'отметить, что не дозвонились', en: 'record a call that told no answer' },
});
export type Action = ValueOf<typeof Action>;

/** Enumerations of the GraphQL schema. */
export const schemaEnumerations = [
  Regime,
  Channel,
  ContactKind,
  WorklistOf,
  WorklistCode,
  TermState,
  OpeningKind,
  SearchOrder,
  Action,
  AppealKind,
  AnswerWay,
  CallResult,
  OralOutcome,
  Outcome,
  SendBackReason,
  NoticeKind,
  NoticeWay,
  NoticeState,
  AppealState,
  QuestionState,
  ResponseState,
  ActorKind,
] as const;

import {
  ApplicantLinkGround,
  ApplicantSearchReason,
  bodyEnumerations,
  CaseEnd,
  ClosingGround,
  CorrectedField,
  ExtensionGround,
  ExtensionState,
  HandoverEnd,
  Identification,
  ExportedList,
  LetterOpeningReason,
  OpeningKind,
  PrintedPaper,
  PrintReason,
  QuestionEnd,
  RegistrationError,
  ReopeningDecision,
  SearchOrder,
  UnansweredGround,
} from './case-enumerations.js';
import { declareEnumeration, type ValueOf } from './declare-enumeration.js';
import { Danger, SourceFate, SpamKind, Urgency } from './moderation-enumerations.js';
import { CallResult, noticeEnumerations, OralOutcome } from './notice-enumerations.js';
import { AccountNetwork, Network, networkEnumerations, NetworkProblem, ThreadKind } from './network-enumerations.js';
import { publicationEnumerations } from './publication-enumerations.js';
import { Outcome, PromiseState, QuestionResult, ReadyText, SendBackReason } from './result-enumerations.js';
import {
  DeadlineReason,
  DeadlineState,
  Duty,
  EndOnDayOff,
  TermState,
  StartFact,
  TermUnit,
  TermStepCode,
} from './term-enumerations.js';
import { WebhookDeliveryState, webhookEnumerations, WebhookPause, WebhookSubject } from './webhook-enumerations.js';
import { SearchNewsWay, WaveMarkKind } from './search-enumerations.js';
import { WorklistCode, WorklistOf } from './worklist-enumerations.js';
import { applicantEnumerations } from './applicant-enumerations.js';

export { AnswerWay, AppealKind, AppealSender, ContactKind, RepeatCause } from './applicant-enumerations.js';
export { CallResult, OralOutcome };
export { CancelGround, NoticeAttention, NoticeKind, NoticeState, NoticeWay, PosState } from './notice-enumerations.js';
export {
  Addressee,
  HeldReason,
  LetterCourse,
  LetterOutcome,
  PersonalDataKind,
  PostalProof,
  PostingMeans,
  SeenWord,
  SignatureLevel,
} from './notice-enumerations.js';
export { Danger, Identification, RegistrationError, ReopeningDecision, SourceFate, SpamKind, Urgency };
export { DeadlineReason, DeadlineState, Duty, EndOnDayOff, StartFact, TermState, TermStepCode, TermUnit };
export { AccountNetwork, Network, NetworkProblem, ThreadKind };
export { FoundOutcome, PlaceProblem } from './found-enumerations.js';
export { ReactionMetric, ReactionTarget, SampleQuality, SampleVia } from './network-enumerations.js';
export { Outcome, PromiseState, QuestionResult, ReadyText, SendBackReason };
export { CaseEnd, ClosingGround, ExtensionGround, ExtensionState, HandoverEnd, QuestionEnd, UnansweredGround };
export { BodyReaction, BodyRequestStatus, BodyTask, OrganisationKind } from './case-enumerations.js';
export { ReactionSource, RequestPurpose } from './case-enumerations.js';
export {
  ApplicantLinkGround,
  ApplicantSearchReason,
  CorrectedField,
  ExportedList,
  LetterOpeningReason,
  OpeningKind,
  PrintedPaper,
  PrintReason,
  SearchOrder,
};
export { WebhookDeliveryState, WebhookPause, WebhookSubject };
export { SearchNewsWay, WaveMarkKind, WorklistCode, WorklistOf };

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
  NETWORK: { ru: 'соцсеть или мессенджер', en: 'social network or messenger' },
  EMAIL: { ru: 'электронная почта', en: 'e-mail' },
  OPEN311: { ru: 'Open311', en: 'Open311' },
});
export type Channel = ValueOf<typeof Channel>;

export const Journal = declareEnumeration('Journal', 'The series in which a registration is numbered.', {
  APPEALS: { ru: 'обращения', en: 'appeals' },
  MESSAGES: { ru: 'сообщения', en: 'messages' },
});
export type Journal = ValueOf<typeof Journal>;

export const DecidedBy = declareEnumeration(
  'DecidedBy',
  "Who decided: the district's rule, the applicant or an official.",
  {
    RULE: { ru: 'правило района', en: "the district's rule" },
    OFFICIAL: { ru: 'должностное лицо', en: 'an official' },
    APPLICANT: { ru: 'тема указана при подаче', en: 'the topic was given with the appeal' },
  },
);
export type DecidedBy = ValueOf<typeof DecidedBy>;

export const AppealState = declareEnumeration('AppealState', 'Status of the appeal.', {
  RECEIVED: { ru: 'поступило, ждёт модератора', en: 'received, waits for the moderator' },
  TAKEN_UP: { ru: 'принято к рассмотрению, ждёт регистрации', en: 'taken up, waits for registration' },
  REGISTERED: { ru: 'зарегистрировано', en: 'registered' },
  ANSWERED: { ru: 'дан ответ', en: 'answered' },
  FORWARDED: { ru: 'направлено по компетенции', en: 'forwarded to the competent body' },
  LEFT_UNANSWERED: { ru: 'оставлено без ответа по существу', en: 'left without an answer on the merits' },
  WITHDRAWN: { ru: 'отозвано заявителем', en: 'withdrawn by the applicant' },
  SPAM: { ru: 'не рассматривается', en: 'not considered' },
  ANSWERED_AT_ONCE: { ru: 'отвечено сразу, без дела', en: 'answered at once, without a case' },
  DUPLICATE: { ru: 'дубликат', en: 'duplicate' },
  REOPEN_REQUESTED: { ru: 'заявитель просит рассмотреть снова', en: 'the applicant asks for another consideration' },
  STRUCK: { ru: 'регистрация ошибочна', en: 'the registration was wrong' },
  CLOSED_BY_OLD_JOURNAL: { ru: 'закрыто по старому журналу', en: 'closed by the old journal' },
  REMOVED_WITH_OLD_JOURNAL: {
    ru: 'загрузка старого журнала убрана',
    en: 'the import of the old journal was taken back',
  },
});
export type AppealState = ValueOf<typeof AppealState>;

export const QuestionState = declareEnumeration('QuestionState', 'Status of the question.', {
  OPEN: { ru: 'открыт, без отдела: у координатора', en: 'open, without a department: with the coordinator' },
  ROUTED: { ru: 'направлен в профильный отдел', en: 'routed to a department' },
  RETURNED: { ru: 'возвращён координатору', en: 'returned to the coordinator' },
  IN_WORK: { ru: 'у исполнителя', en: 'with the executor' },
  FORWARDING: {
    ru: 'направляется по компетенции, заявителю сообщают',
    en: 'being forwarded, the applicant is being notified',
  },
  LEAVING: {
    ru: 'остаётся без ответа, заявителю сообщают',
    en: 'left without an answer, the applicant is being notified',
  },
  ANSWERED: { ru: 'дан ответ', en: 'answered' },
  FORWARDED: { ru: 'направлен по компетенции', en: 'forwarded to the competent body' },
  LEFT_UNANSWERED: { ru: 'оставлен без ответа по существу', en: 'left without an answer on the merits' },
  CLOSED: { ru: 'прекращён', en: 'closed' },
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

export const Action = declareEnumeration('Action', "An official's mutation that is allowed now, by its name.", {
  TAKE_UP_MESSAGE: { ru: 'принять к рассмотрению', en: 'take up' },
  REGISTER_APPEAL: { ru: 'зарегистрировать', en: 'register' },
  TURN_INTO_APPEAL: { ru: 'перевести в обращение', en: 'turn into an appeal' },
  MARK_AS_DUPLICATE: { ru: 'отметить как дубликат', en: 'mark as a duplicate' },
  ANSWER_AT_ONCE: { ru: 'ответить сразу', en: 'answer at once' },
  MARK_AS_SPAM: { ru: 'не рассматривать', en: 'not to consider' },
  ESCALATE_URGENTLY: { ru: 'объявить срочным', en: 'declare urgent' },
  RECORD_SOURCE: { ru: 'записать, кто переслал', en: 'record who sent it on' },
  RECORD_REPEAT: { ru: 'решить, повторное ли', en: 'decide whether it is repeated' },
  CORRECT_DETAILS: { ru: 'исправить суть, место, тему', en: 'correct the gist, the place, the topic' },
  CORRECT_REGISTRATION: { ru: 'признать регистрацию ошибочной', en: 'correct the registration' },
  GRANT_REOPENING: { ru: 'вернуть на доработку', en: 'grant another consideration' },
  REFUSE_REOPENING: { ru: 'отказать в доработке', en: 'refuse another consideration' },
  REOPEN_APPEAL: { ru: 'рассмотреть снова', en: 'consider again' },
  REOPEN_ON_SUPPLEMENT: { ru: 'вернуть в работу', en: 'return to work' },
  REPLY_TO_SUPPLEMENT: { ru: 'ответить в ветке', en: 'reply in the thread' },
  ACKNOWLEDGE_SUPPLEMENT: { ru: 'отметить дополнение прочитанным', en: 'mark the addition as read' },
  SET_LEGAL_HOLD: { ru: 'запретить уничтожать дело', en: 'set a legal hold' },
  RECORD_CONSENT_WITHDRAWAL: { ru: 'записать отзыв согласия', en: 'record that the consent was withdrawn' },
  LIFT_LEGAL_HOLD: { ru: 'снять запрет уничтожать', en: 'lift the legal hold' },
  TAKE_BACK_DECISION: { ru: 'отменить решение', en: 'take the decision back' },
  ROUTE_QUESTION: { ru: 'направить в отдел', en: 'route to a department' },
  ASSIGN_EXECUTOR: { ru: 'назначить исполнителя', en: 'assign an executor' },
  ACKNOWLEDGE_ASSIGNMENT: { ru: 'ознакомлен', en: 'say that you have read the assignment' },
  PASS_ON_ASSIGNMENT: { ru: 'передать в отделе', en: 'pass on within the department' },
  RECORD_RECEPTION_ANSWER: { ru: 'записать устный ответ на приёме', en: 'record the oral answer at the reception' },
  CORRECT_TOPIC: { ru: 'исправить тему', en: 'correct the topic' },
  CLASSIFY_QUESTION: { ru: 'указать код классификатора', en: 'set the code of the classifier' },
  ASSIGN_CO_EXECUTORS: { ru: 'назначить соисполнителей', en: 'assign co-executors' },
  FINISH_PART: { ru: 'моя часть готова', en: 'say that your part is done' },
  ADD_CONTRIBUTION: { ru: 'дать материалы исполнителю', en: 'contribute to the answer' },
  RETURN_QUESTION: { ru: 'вернуть координатору', en: 'return to the coordinator' },
  SPLIT_QUESTION: { ru: 'разделить на вопросы', en: 'split into questions' },
  UNDO_SPLIT: { ru: 'отменить разделение', en: 'undo the split' },
  MERGE_QUESTIONS: { ru: 'объединить вопросы', en: 'merge questions' },
  UNDO_MERGE: { ru: 'отменить объединение', en: 'undo the merge' },
  NOTE_COMPLAINED_OF: { ru: 'отметить, на кого жалоба', en: 'note who is complained of' },
  FORWARD_QUESTION: { ru: 'направить по компетенции', en: 'forward to the competent body' },
  WITHDRAW_FORWARDING: { ru: 'отозвать направление', en: 'take the forwarding back' },
  RECORD_BODY_REACTION: { ru: 'записать, что ответил орган', en: 'record what the body answered' },
  REVOKE_BODY_LINK: { ru: 'отозвать ссылку органа', en: "revoke the body's link" },
  TAKE_BACK_QUESTION: { ru: 'рассмотреть самим', en: 'consider it here' },
  LEAVE_UNANSWERED: { ru: 'оставить без ответа', en: 'leave without an answer' },
  EXTEND_DEADLINE: { ru: 'продлить срок', en: 'extend the term' },
  ASK_FOR_EXTENSION: { ru: 'попросить продлить срок', en: 'ask to extend the term' },
  REFUSE_EXTENSION: { ru: 'отказать в продлении', en: 'refuse the extension' },
  REQUEST_INFORMATION: { ru: 'запросить сведения', en: 'request information' },
  RECORD_INFORMATION: { ru: 'записать, что сведения получены', en: 'record the information' },
  GIVE_INTERIM_ANSWER: { ru: 'дать предварительный ответ', en: 'give an interim answer' },
  CONFIRM_PROMISE: { ru: 'подтвердить, что обещанное сделано', en: 'confirm that the promise was kept' },
  EXTEND_PROMISE: { ru: 'перенести обещанный срок', en: 'extend the promise' },
  PUT_UNDER_CONTROL: { ru: 'взять на контроль', en: 'put under control' },
  TAKE_OFF_CONTROL: { ru: 'снять с контроля', en: 'take off control' },
  DRAFT_RESPONSE: { ru: 'составить ответ', en: 'draft the response' },
  APPROVE_RESPONSE: { ru: 'согласовать', en: 'approve' },
  SIGN_RESPONSE: { ru: 'подписать', en: 'sign' },
  REVOKE_RESPONSE: { ru: 'отозвать подпись', en: 'revoke the signature' },
  SEND_BACK_RESPONSE: { ru: 'вернуть на доработку', en: 'send back' },
  ADD_NOTE: { ru: 'добавить заметку', en: 'add a note' },
  PROPOSE_PUBLICATION: { ru: 'подготовить к публикации', en: 'prepare for publication' },
  PUBLISH_ANSWER: { ru: 'опубликовать', en: 'publish' },
  TAKE_BACK_PUBLICATION: { ru: 'снять с публикации', en: 'take back from publication' },
  RECORD_ORAL_NOTICE: { ru: 'записать разговор', en: 'record the call' },
  RECORD_CALL_ATTEMPT: { ru: 'отметить, что не дозвонились', en: 'record an unanswered call' },
  ATTACH_SIGNATURE: { ru: 'приложить электронную подпись', en: 'attach an electronic signature' },
  RECORD_POSTING: { ru: 'записать отправку письма', en: 'record the posting of a letter' },
  RECORD_LETTER_OUTCOME: { ru: 'записать, что стало с письмом', en: 'record what became of the letter' },
  SETTLE_UNKNOWN_NOTICE: { ru: 'сказать, дошло ли сообщение', en: 'record whether the message was delivered there' },
  RELEASE_NOTICE: { ru: 'написать слова для всех', en: 'write the public words' },
  RECORD_IN_POS: { ru: 'записать, что внесено в ПОС', en: 'record that it was entered in the feedback platform' },
  RECORD_PLACED_NOTICE: { ru: 'отметить, что ответ размещён', en: 'record that the answer was placed' },
});
export type Action = ValueOf<typeof Action>;

/** Enumerations of the GraphQL schema. */
export const schemaEnumerations = [
  Regime,
  Channel,
  DecidedBy,
  ExtensionGround,
  ExtensionState,
  Identification,
  Journal,
  SpamKind,
  Danger,
  Urgency,
  SourceFate,
  RegistrationError,
  ReopeningDecision,
  ...bodyEnumerations,
  ...networkEnumerations,
  WorklistOf,
  WorklistCode,
  SearchNewsWay,
  WaveMarkKind,
  TermState,
  Duty,
  DeadlineReason,
  StartFact,
  DeadlineState,
  TermStepCode,
  ExportedList,
  OpeningKind,
  LetterOpeningReason,
  PrintedPaper,
  PrintReason,
  ApplicantLinkGround,
  ApplicantSearchReason,
  SearchOrder,
  CorrectedField,
  Action,
  ...applicantEnumerations,
  CallResult,
  OralOutcome,
  Outcome,
  QuestionResult,
  PromiseState,
  ClosingGround,
  UnansweredGround,
  QuestionEnd,
  HandoverEnd,
  SendBackReason,
  ReadyText,
  ...publicationEnumerations,
  ...noticeEnumerations,
  ...webhookEnumerations,
  AppealState,
  QuestionState,
  ResponseState,
  ActorKind,
] as const;

import { declareEnumeration, type ValueOf } from './declare-enumeration.js';

export const NoticeKind = declareEnumeration(
  'NoticeKind',
  'What a notice tells the applicant; COVERING, REQUEST and INFORMING: a body.',
  {
    REGISTERED: { ru: 'зарегистрировано', en: 'registered' },
    ANSWERED: { ru: 'ответ', en: 'answer' },
    FORWARDED: { ru: 'направлено по компетенции', en: 'forwarded to the competent body' },
    EXTENDED: { ru: 'срок продлён', en: 'the term is extended' },
    LEFT_UNANSWERED: { ru: 'оставлено без ответа по существу', en: 'left without an answer on the merits' },
    CORRESPONDENCE_ENDED: { ru: 'переписка прекращена', en: 'the correspondence is ended' },
    REOPENING_DECIDED: { ru: 'решение о доработке', en: 'decision on another consideration' },
    /** Officials consider it again by themselves. */
    REOPENED: { ru: 'рассматриваем ещё раз', en: 'considered again' },
    INTERIM_ANSWER: { ru: 'предварительный ответ', en: 'interim answer' },
    REPLIED: { ru: 'ответ на написанное после ответа', en: 'reply to what was written after the answer' },
    COVERING: { ru: 'сопроводительное письмо органу', en: 'covering letter to the body' },
    REQUEST: { ru: 'запрос органу или организации', en: 'request to a body or organisation' },
    /** To the body that sent the appeal on and asks to be informed of the result. */
    INFORMING: { ru: 'письмо органу о результате', en: 'letter to the body about the result' },
    DUPLICATE: { ru: 'рассматривается под другим номером', en: 'considered under another number' },
    STRUCK: { ru: 'номер присвоен по ошибке', en: 'the number was given by mistake' },
    TAKEN_UP: { ru: 'принято в работу', en: 'taken up' },
    ANSWERED_AT_ONCE: { ru: 'ответ без регистрации', en: 'answer without a registration' },
    ISSUE_ENDED: { ru: 'чем кончилось то, о чём знали', en: 'the outcome of a known issue' },
    HOW_TO_APPEAL: { ru: 'как подать обращение', en: 'how to file an appeal' },
    CONSENT_WITHDRAWN: { ru: 'согласие отозвано', en: 'the consent is withdrawn' },
  },
);
export type NoticeKind = ValueOf<typeof NoticeKind>;

export const Addressee = declareEnumeration('Addressee', 'Whom a letter is addressed to.', {
  APPLICANT: { ru: 'заявитель', en: 'the applicant' },
  BODY: { ru: 'орган или организация', en: 'a body' },
  OFFICIAL: { ru: 'сотрудник администрации', en: 'an official' },
});
export type Addressee = ValueOf<typeof Addressee>;

export const NoticeWay = declareEnumeration('NoticeWay', 'By which way a notice reaches the applicant.', {
  EMAIL: { ru: 'электронная почта', en: 'e-mail' },
  ORAL: { ru: 'устно', en: 'in person or by telephone' },
  PAPER: { ru: 'письмом по почте', en: 'by post' },
  PAGE: { ru: 'на странице обращения', en: "on the appeal's page" },
  THREAD: { ru: 'в ветке', en: 'in the thread' },
  DIRECT: { ru: 'личным сообщением', en: 'by direct message' },
  OPEN311: { ru: 'запросом Open311', en: 'as a request by Open311' },
  POS: { ru: 'в ПОС', en: 'in the feedback platform' },
});
export type NoticeWay = ValueOf<typeof NoticeWay>;

export const PosState = declareEnumeration(
  'PosState',
  'The state of a message in the feedback platform, by its own words.',
  {
    ANSWER_SENT: { ru: 'отправлен ответ', en: 'the answer was sent' },
    UNDER_WAY: { ru: 'на рассмотрении', en: 'under consideration' },
    REDIRECTED: { ru: 'направлено в другую организацию', en: 'sent on to another body' },
    REJECTED: { ru: 'отклонено', en: 'rejected' },
  },
);
export type PosState = ValueOf<typeof PosState>;

export const NoticeAttention = declareEnumeration('NoticeAttention', 'Why a notice waits for a person.', {
  UNKNOWN: { ru: 'неизвестно, дошло ли', en: 'delivery unknown' },
  HELD: { ru: 'в тексте личные сведения', en: 'personal data in what would be public' },
  BY_HAND: { ru: 'ответ размещает человек', en: 'a person places the answer' },
});
export type NoticeAttention = ValueOf<typeof NoticeAttention>;

export const SeenWord = declareEnumeration('SeenWord', 'What a person found where an outcome was unknown.', {
  STANDS: { ru: 'сообщение там есть', en: 'delivered' },
  REPEAT: { ru: 'сообщения там нет, отправить ещё раз', en: 'it does not: send it once more' },
  NEVER: { ru: 'не отправлять', en: 'it is not to be sent' },
});
export type SeenWord = ValueOf<typeof SeenWord>;

export const HeldReason = declareEnumeration('HeldReason', 'Why a notice does not leave by itself.', {
  RESTORED: { ru: 'после восстановления неизвестно, ушло ли', en: 'after a restore it is not known whether it left' },
  NO_PAPER: { ru: 'не удаётся сделать лист письма', en: 'the sheet of the letter cannot be made' },
});
export type HeldReason = ValueOf<typeof HeldReason>;

export const PersonalDataKind = declareEnumeration(
  'PersonalDataKind',
  'What in a text may be personal data and is not said publicly.',
  {
    NAME: { ru: 'имя и отчество или фамилия', en: 'name' },
    PHONE: { ru: 'телефон', en: 'telephone' },
    EMAIL: { ru: 'электронная почта', en: 'e-mail' },
    ADDRESS: { ru: 'адрес', en: 'address' },
    SNILS: { ru: 'страховой номер (СНИЛС)', en: 'insurance number' },
    DOCUMENT: { ru: 'номер документа', en: 'number of a document' },
  },
);
export type PersonalDataKind = ValueOf<typeof PersonalDataKind>;

export const CallResult = declareEnumeration('CallResult', 'The outcome of an unanswered call.', {
  NO_ANSWER: { ru: 'не ответили', en: 'no answer' },
  CALL_LATER: { ru: 'просили перезвонить', en: 'asked to call later' },
  WRONG_NUMBER: { ru: 'номер ошибочный', en: 'the number is another person’s' },
  WANTS_WRITTEN: { ru: 'просит письменный ответ', en: 'wants a written answer' },
  GIVEN_UP: { ru: 'дозвониться не удаётся', en: 'cannot be reached by telephone' },
});
export type CallResult = ValueOf<typeof CallResult>;

export const OralOutcome = declareEnumeration('OralOutcome', "The applicant's response to an answer.", {
  AGREES: { ru: 'согласен на устный ответ', en: 'agrees to the oral answer' },
  WANTS_WRITTEN: { ru: 'просит письменный ответ', en: 'wants a written answer' },
  SOMETHING_NEW: { ru: 'есть новое, вопрос не решён', en: 'something new, the question is not settled' },
});
export type OralOutcome = ValueOf<typeof OralOutcome>;

export const NoticeState = declareEnumeration('NoticeState', 'How far a notice has come.', {
  PENDING: { ru: 'отправляется', en: 'being sent' },
  DISPATCHED: { ru: 'отправлено', en: 'dispatched' },
  FAILED: { ru: 'не доставлено', en: 'not delivered' },
  CANCELLED: { ru: 'не отправляется', en: 'not sent' },
});
export type NoticeState = ValueOf<typeof NoticeState>;

export const CancelGround = declareEnumeration('CancelGround', 'Why a notice is not sent.', {
  WITHDRAWN: { ru: 'заявитель отозвал обращение', en: 'the applicant withdrew the appeal' },
  ERASED: { ru: 'данные заявителя удалены', en: "the applicant's data was erased" },
  REGISTERED_WRONGLY: { ru: 'регистрация ошибочна', en: 'the registration was wrong' },
  REVOKED: { ru: 'подпись отозвана', en: 'the signature was revoked' },
  FORWARDING_WITHDRAWN: { ru: 'направление отозвано', en: 'the forwarding was taken back' },
  DECISION_TAKEN_BACK: { ru: 'решение отменено', en: 'the decision was taken back' },
  QUESTION_ENDED: { ru: 'вопрос уже окончен', en: 'the question has its end already' },
  RECONSIDERED: { ru: 'вопрос рассматривается снова', en: 'the question is considered again' },
  SOURCE_CORRECTED: {
    ru: 'исправлено, от кого поступило обращение',
    en: 'from whom the appeal came was corrected',
  },
  NOT_NEEDED: { ru: 'решено не отправлять', en: 'it was decided not to send it' },
});
export type CancelGround = ValueOf<typeof CancelGround>;

export const PostingMeans = declareEnumeration('PostingMeans', 'How a letter on paper went to the applicant.', {
  LETTER: { ru: 'простое письмо', en: 'ordinary letter' },
  REGISTERED_LETTER: { ru: 'заказное письмо', en: 'registered letter' },
  HANDED_OVER: { ru: 'вручено под подпись', en: 'handed over against a signature' },
});
export type PostingMeans = ValueOf<typeof PostingMeans>;

export const SignatureLevel = declareEnumeration(
  'SignatureLevel',
  'What is known of an electronic signature beside a letter, the least first.',
  {
    /** An algorithm that is not computed here: nothing is known. */
    UNVERIFIED: { ru: 'здесь не проверена', en: 'not verified here' },
    VALID: {
      ru: 'подпись верна, квалифицированность не проверялась',
      en: 'valid; whether it is qualified was not verified',
    },
    TRUSTED: {
      ru: 'подпись верна, сертификат выдан УЦ из списка',
      en: 'valid, and issued by an authority of the list',
    },
  },
);
export type SignatureLevel = ValueOf<typeof SignatureLevel>;
export const LetterOutcome = declareEnumeration('LetterOutcome', 'What became of a letter that left by post.', {
  DELIVERED: { ru: 'вручено адресату', en: 'delivered to the addressee' },
  STORAGE_EXPIRED: { ru: 'вернулось: истёк срок хранения', en: 'returned: not collected in time' },
  REFUSED: { ru: 'вернулось: адресат отказался', en: 'returned: refused by the addressee' },
  MOVED: { ru: 'вернулось: адресат выбыл', en: 'returned: the addressee has moved' },
  WRONG_ADDRESS: { ru: 'вернулось: такого адреса нет', en: 'returned: no such address' },
});
export type LetterOutcome = ValueOf<typeof LetterOutcome>;

export const PostalProof = declareEnumeration(
  'PostalProof',
  'What shows what became of a letter: never a word alone.',
  {
    TRACKING: { ru: 'отслеживание по трек-номеру', en: 'tracking by its number at the post' },
    RECEIPT: { ru: 'уведомление о вручении', en: 'receipt of delivery' },
    ENVELOPE: { ru: 'вернувшийся конверт', en: 'the envelope that came back' },
  },
);
export type PostalProof = ValueOf<typeof PostalProof>;

export const LetterCourse = declareEnumeration('LetterCourse', 'How far a letter of the outgoing register has come.', {
  WAITING: { ru: 'не отправлено', en: 'not sent yet' },
  RETURNED: { ru: 'вернулось, не отправлено снова', en: 'came back, not sent again' },
  ON_ITS_WAY: { ru: 'в пути', en: 'on its way by post' },
  SENT: { ru: 'отправлено', en: 'sent by another way' },
  DELIVERED: { ru: 'вручено', en: 'delivered' },
  ANNULLED: { ru: 'номер аннулирован', en: 'the number is annulled' },
});
export type LetterCourse = ValueOf<typeof LetterCourse>;

export const noticeEnumerations = [
  NoticeKind,
  Addressee,
  NoticeWay,
  PosState,
  NoticeState,
  NoticeAttention,
  CancelGround,
  PostingMeans,
  LetterOutcome,
  PostalProof,
  LetterCourse,
  SeenWord,
  HeldReason,
  PersonalDataKind,
  SignatureLevel,
] as const;

import { declareEnumeration, type ValueOf } from './declare-enumeration.js';

export const Identification = declareEnumeration(
  'Identification',
  'How the sender of a message was identified (59-FZ art. 4(1)). A call back is none.',
  {
    VISIT: { ru: 'пришёл с документом', en: 'came with a document' },
    ISSUER: { ru: 'подтвердил личность через Госуслуги', en: 'vouched for by the identity provider' },
  },
);
export type Identification = ValueOf<typeof Identification>;

export const ExtensionGround = declareEnumeration(
  'ExtensionGround',
  'Why the term of an answer is extended (59-FZ art. 12(2)).',
  {
    EXCEPTIONAL: { ru: 'исключительный случай', en: 'an exceptional case' },
    INFORMATION_REQUESTED: { ru: 'запрошены сведения', en: 'information was requested' },
  },
);
export type ExtensionGround = ValueOf<typeof ExtensionGround>;

export const ExtensionState = declareEnumeration('ExtensionState', 'State of an extension of the term.', {
  ASKED: { ru: 'исполнитель просит продлить срок', en: 'the executor asks for it' },
  REFUSED: { ru: 'в продлении отказано', en: 'it was refused' },
  PENDING: { ru: 'продление ждёт уведомления', en: 'waits until the applicant is notified' },
  IN_FORCE: { ru: 'срок продлён', en: 'in force' },
  LAPSED: { ru: 'продление не вступило в силу', en: 'void: the applicant was notified too late' },
});
export type ExtensionState = ValueOf<typeof ExtensionState>;

export const RegistrationError = declareEnumeration('RegistrationError', 'Why a registration was wrong.', {
  SPAM: { ru: 'спам', en: 'spam' },
  MISTAKE: { ru: 'зарегистрировано по ошибке', en: 'registered by mistake' },
  DUPLICATE: { ru: 'зарегистрировано дважды', en: 'registered twice' },
});
export type RegistrationError = ValueOf<typeof RegistrationError>;

export const ReopeningDecision = declareEnumeration(
  'ReopeningDecision',
  'What was decided about another consideration.',
  {
    GRANTED: { ru: 'возвращено на доработку', en: 'granted' },
    REFUSED: { ru: 'отказано', en: 'refused' },
  },
);
export type ReopeningDecision = ValueOf<typeof ReopeningDecision>;

export const HandoverEnd = declareEnumeration('HandoverEnd', 'How another district ended what was handed over to it.', {
  ANSWERED: { ru: 'дан ответ', en: 'answered' },
  FORWARDED: { ru: 'направлено по компетенции дальше', en: 'forwarded further' },
  LEFT_UNANSWERED: { ru: 'оставлено без ответа по существу', en: 'left without an answer on the merits' },
  CLOSED: { ru: 'рассмотрение прекращено', en: 'the consideration was closed' },
});
export type HandoverEnd = ValueOf<typeof HandoverEnd>;

export const BodyReaction = declareEnumeration(
  'BodyReaction',
  'What a body did with a question that was forwarded to it.',
  {
    ACCEPTED: { ru: 'принял к рассмотрению', en: 'took it up' },
    ANSWERED: { ru: 'ответил заявителю', en: 'answered the applicant' },
    REFUSED: { ru: 'вернул: вопрос не его', en: 'gave it back: not its matter' },
  },
);
export type BodyReaction = ValueOf<typeof BodyReaction>;

export const ReactionSource = declareEnumeration('ReactionSource', 'By what a reaction of a body came.', {
  PAGE: { ru: 'на странице по ссылке', en: 'on the page of its link' },
  LETTER: { ru: 'письмом', en: 'by letter' },
  OPEN311: { ru: 'через Open311', en: 'by Open311' },
});
export type ReactionSource = ValueOf<typeof ReactionSource>;

export const BodyRequestStatus = declareEnumeration(
  'BodyRequestStatus',
  'What the server of a body tells of the request by which it got a question.',
  {
    OPEN: { ru: 'в работе', en: 'open' },
    CLOSED: { ru: 'закрыт', en: 'closed' },
  },
);
export type BodyRequestStatus = ValueOf<typeof BodyRequestStatus>;

export const RequestPurpose = declareEnumeration('RequestPurpose', 'What another body or organisation is asked for.', {
  INFORMATION: { ru: 'сведения', en: 'information' },
  DRAFT: { ru: 'проект ответа', en: 'a draft of the answer' },
});
export type RequestPurpose = ValueOf<typeof RequestPurpose>;

export const BodyTask = declareEnumeration('BodyTask', 'Why a body has a letter with a link to its page.', {
  FORWARDED: { ru: 'вопрос направлен по компетенции', en: 'the question was forwarded to it' },
  INFORMATION: { ru: 'запрошены сведения', en: 'it is asked for information' },
  DRAFT: { ru: 'поручено подготовить проект ответа', en: 'it is asked for a draft of the answer' },
});
export type BodyTask = ValueOf<typeof BodyTask>;

export const OrganisationKind = declareEnumeration('OrganisationKind', 'What kind of body or organisation it is.', {
  COURT: { ru: 'суд', en: 'court' },
  INQUIRY: { ru: 'орган дознания или следствия', en: 'body of inquiry or investigation' },
  PROSECUTOR: { ru: 'прокуратура', en: "prosecutor's office" },
  EXECUTIVE: { ru: 'орган исполнительной власти', en: 'executive body' },
  MUNICIPAL: { ru: 'орган местного самоуправления', en: 'municipal body' },
  SUBORDINATE: { ru: 'подведомственное учреждение', en: 'subordinate institution' },
  UTILITY: { ru: 'коммунальная организация', en: 'utility' },
  OTHER: { ru: 'другая организация', en: 'another organisation' },
});
export type OrganisationKind = ValueOf<typeof OrganisationKind>;

export const bodyEnumerations = [
  BodyReaction,
  ReactionSource,
  BodyRequestStatus,
  RequestPurpose,
  BodyTask,
  OrganisationKind,
] as const;

export const OpeningKind = declareEnumeration('OpeningKind', 'What an official opened.', {
  CONTACT: { ru: 'имя и контакт', en: 'name and contact' },
  CARD: { ru: 'карточка', en: 'card' },
  EXPORT: { ru: 'выгрузка', en: 'export' },
  BODY_PAGE: { ru: 'страница органа', en: "a body's page" },
  SEARCH: { ru: 'поиск, который показал тексты', en: 'a search that showed texts' },
  MASKED_TEXT: { ru: 'текст без личных данных', en: 'text without personal data' },
  APPLICANT_SEARCH: { ru: 'поиск человека', en: 'a search for a person' },
  APPLICANT_FILE: { ru: 'дело человека', en: "a person's file" },
  EVIDENCE: { ru: 'доказательства по делу', en: 'the evidence file of a case' },
  PRINT: { ru: 'печать с именами', en: 'a print with names' },
});
export type OpeningKind = ValueOf<typeof OpeningKind>;

export const ApplicantSearchReason = declareEnumeration(
  'ApplicantSearchReason',
  'Why an official looks for a person; recorded with the search.',
  {
    PERSON_CALLS: { ru: 'человек звонит', en: 'the person calls' },
    PERSON_CAME: { ru: 'человек пришёл', en: 'the person is here' },
    REGISTERING: { ru: 'регистрирую обращение', en: 'an appeal is being registered' },
    CHECKING_REPEAT: { ru: 'проверяю повторность', en: 'whether it was asked before' },
    PREPARING_ANSWER: { ru: 'готовлю ответ', en: 'an answer is being prepared' },
    INSPECTION: { ru: 'проверяю работу', en: 'the work is being inspected' },
  },
);
export type ApplicantSearchReason = ValueOf<typeof ApplicantSearchReason>;

export const LetterOpeningReason = declareEnumeration(
  'LetterOpeningReason',
  'Why an official opens letters; recorded with the opening.',
  {
    TO_POST: { ru: 'отправляю почтой', en: 'they are posted' },
    PRINTED_AGAIN: { ru: 'печатаю ещё раз', en: 'they are printed again' },
    CHECKING: { ru: 'проверяю перед отправкой', en: 'they are checked before they leave' },
    TO_SIGN: { ru: 'подписываю', en: 'their sheets are signed' },
    READING: { ru: 'читаю сохранённое письмо', en: 'the kept letters are read' },
  },
);
export type LetterOpeningReason = ValueOf<typeof LetterOpeningReason>;

export const PrintReason = declareEnumeration(
  'PrintReason',
  'Why an official opens the applicants of many cases for a print; recorded with the opening.',
  {
    FILING: { ru: 'подшиваю журнал', en: 'the journal is filed on paper' },
    INSPECTION: { ru: 'для проверки', en: 'for an inspection' },
    RECONCILING: { ru: 'сверяю записи', en: 'records are compared' },
    HANDING_OVER: { ru: 'передаю дела', en: 'the cases are handed over' },
    TO_POST: { ru: 'отправляю почтой', en: 'letters are posted' },
    PRINTED_AGAIN: { ru: 'печатаю ещё раз', en: 'letters are printed again' },
    REPORTING: { ru: 'сдаю отчёт', en: 'a report is handed in' },
  },
);
export type PrintReason = ValueOf<typeof PrintReason>;

export const PrintedPaper = declareEnumeration('PrintedPaper', 'What was printed with the names of applicants.', {
  JOURNAL: { ru: 'журнал регистрации', en: 'the journal of registration' },
  OUTGOING_REGISTER: { ru: 'журнал исходящих', en: 'the outgoing register' },
  LETTERS: { ru: 'письма и конверты', en: 'letters and their envelopes' },
  ENVELOPES: { ru: 'конверты', en: 'envelopes' },
  POSTAL_LIST: { ru: 'список писем для почты', en: 'the list of letters for the post' },
  SSTU_REPORT: { ru: 'отчёт на ССТУ.РФ', en: 'the monthly report to the state' },
});
export type PrintedPaper = ValueOf<typeof PrintedPaper>;

export const ApplicantLinkGround = declareEnumeration(
  'ApplicantLinkGround',
  'By what an official knows that the applicants of two appeals are one person, or are not.',
  {
    DOCUMENT: { ru: 'по документу', en: 'by a document' },
    SAID: { ru: 'со слов самого человека', en: 'the person said so' },
    NAME_AND_ADDRESS: { ru: 'по имени и адресу', en: 'by name and address' },
    FAMILY: { ru: 'один контакт у разных людей', en: 'one contact of several people' },
    MISTAKE: { ru: 'соединено или разъединено по ошибке', en: 'it was done by mistake' },
  },
);
export type ApplicantLinkGround = ValueOf<typeof ApplicantLinkGround>;

export const ExportedList = declareEnumeration('ExportedList', 'What an official saved as a file.', {
  FOUND: { ru: 'найденное поиском', en: 'what a search found' },
  WORKLIST: { ru: 'рабочий список', en: 'a worklist' },
  JOURNAL: { ru: 'журнал регистрации', en: 'the journal of registration' },
  OUTGOING_POST: { ru: 'журнал исходящих писем', en: 'the register of outgoing post' },
  OUTGOING_REGISTER: { ru: 'журнал исходящих всех способов', en: 'the outgoing register of all ways' },
  REGISTER: { ru: 'перечень обращений', en: 'a list of appeals' },
});
export type ExportedList = ValueOf<typeof ExportedList>;

export const SearchOrder = declareEnumeration('SearchOrder', 'The order of what a search found.', {
  RELEVANCE: { ru: 'сначала подходящие', en: 'the best first' },
  NEWEST: { ru: 'сначала новые', en: 'the newest received first' },
  OLDEST: { ru: 'сначала старые', en: 'the oldest received first' },
});
export type SearchOrder = ValueOf<typeof SearchOrder>;

export const ClosingGround = declareEnumeration('ClosingGround', 'Why a question ended without an answer.', {
  WITHDRAWN: { ru: 'обращение отозвано', en: 'the appeal was withdrawn' },
  ERASED: { ru: 'данные заявителя удалены', en: "the applicant's data was erased" },
  MERGED: { ru: 'объединён с другим вопросом', en: 'merged into another question' },
  REGISTERED_WRONGLY: { ru: 'регистрация ошибочна', en: 'the registration was wrong' },
});
export type ClosingGround = ValueOf<typeof ClosingGround>;

export const UnansweredGround = declareEnumeration(
  'UnansweredGround',
  'By which part of article 11 of 59-FZ, or by article 8(7), a question is left without an answer on its merits.',
  {
    ANON: { ru: 'нет фамилии или адреса для ответа (ч. 1)', en: 'no surname, or no address for an answer (part 1)' },
    COURT: { ru: 'обжалуется судебное решение (ч. 2)', en: 'a decision of a court is complained of (part 2)' },
    ABUSE: { ru: 'оскорбления или угрозы (ч. 3)', en: 'insults or threats (part 3)' },
    UNREADABLE: { ru: 'текст не прочитать (ч. 4)', en: 'the text cannot be read (part 4)' },
    UNCLEAR: { ru: 'суть не понять (ч. 4.1)', en: 'the matter cannot be made out (part 4.1)' },
    REPEAT: { ru: 'на это уже отвечали, доводов новых нет (ч. 5)', en: 'answered before, nothing new (part 5)' },
    PUBLISHED: { ru: 'ответ опубликован на сайте (ч. 5.1)', en: 'the answer is published on the site (part 5.1)' },
    SECRET: {
      ru: 'ответ раскрыл бы охраняемую тайну (ч. 6)',
      en: 'the answer would disclose a secret kept by law (part 6)',
    },
    COMPLAINT: {
      ru: 'жалоба на тех, кому её пришлось бы направить (ст. 8 ч. 7)',
      en: 'a complaint of whom it would have to go to (article 8, part 7)',
    },
  },
);
export type UnansweredGround = ValueOf<typeof UnansweredGround>;

export const QuestionEnd = declareEnumeration('QuestionEnd', 'How a question ended other than by an answer.', {
  FORWARDED: { ru: 'направлен по компетенции', en: 'forwarded to the competent body' },
  LEFT_UNANSWERED: { ru: 'оставлен без ответа по существу', en: 'left without an answer on the merits' },
});
export type QuestionEnd = ValueOf<typeof QuestionEnd>;

export const CaseEnd = declareEnumeration('CaseEnd', 'How the consideration of an appeal ended.', {
  ANSWERED: { ru: 'дан ответ', en: 'answered' },
  ...QuestionEnd.titles,
});
export type CaseEnd = ValueOf<typeof CaseEnd>;

export const CorrectedField = declareEnumeration('CorrectedField', 'What officials correct of a registered appeal.', {
  GIST: { ru: 'суть', en: 'gist' },
  SETTLEMENT: { ru: 'населённый пункт', en: 'settlement' },
  PLACE: { ru: 'место', en: 'place' },
  POINT: { ru: 'точка на карте', en: 'point on the map' },
  TOPIC: { ru: 'тема', en: 'topic' },
  SOURCE: { ru: 'от кого поступило', en: 'from whom it came' },
  SOURCE_TERM: { ru: 'срок ответа органу', en: 'the term of the body that sent it on' },
});
export type CorrectedField = ValueOf<typeof CorrectedField>;

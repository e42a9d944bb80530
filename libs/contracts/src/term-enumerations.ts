import { declareEnumeration, type ValueOf } from './declare-enumeration.js';

export const Duty = declareEnumeration('Duty', 'What a rule of the law or of a district obliges to.', {
  REGISTER: { ru: 'зарегистрировать', en: 'to register' },
  MODERATE: { ru: 'разобрать сообщение', en: 'to decide about a message' },
  FORWARD: { ru: 'направить по компетенции', en: 'to forward to the competent body' },
  ANSWER: { ru: 'ответить', en: 'to answer' },
  INTERIM_ANSWER: { ru: 'дать предварительный ответ', en: 'to give an interim answer' },
  SUPPLY: { ru: 'предоставить сведения', en: 'to supply what was requested' },
  RETURN: { ru: 'вернуть с разъяснением', en: 'to return it with an explanation' },
  TELL: { ru: 'сообщить заявителю', en: 'to tell the applicant' },
  LEAVE_UNANSWERED: { ru: 'оставить без ответа по существу', en: 'to leave without an answer on the substance' },
  NOT_FORWARD: { ru: 'не направлять тому, на кого жалуются', en: 'not to forward to whom it complains of' },
  ACCEPT: { ru: 'принять в законной форме', en: 'to accept in the lawful form' },
  PUBLISH: { ru: 'публиковать без разглашения', en: 'to publish without disclosure' },
  REPORT: { ru: 'отчитаться', en: 'to report' },
  ANSWER_FOR: { ru: 'нести ответственность', en: 'to be liable' },
});
export type Duty = ValueOf<typeof Duty>;

export const TermStepCode = declareEnumeration('TermStepCode', 'A step of the count of a term.', {
  COUNTED_FROM: { ru: 'событие, от которого считают', en: 'the event from which it is counted' },
  DAY_NOT_COUNTED: { ru: 'день события не считается', en: 'the day of the event is not counted' },
  SAME_DAY: { ru: 'срок в день события', en: 'the term is the day of the event' },
  CALENDAR_DAYS: { ru: 'дни', en: 'days' },
  WORKING_DAYS: { ru: 'рабочие дни', en: 'working days' },
  HOURS: { ru: 'часы', en: 'hours' },
  WORKED: { ru: 'рабочее время одного дня', en: 'the working time of one day' },
  DAYS_OFF: { ru: 'нерабочие дни', en: 'days off' },
  ENDS_ON_DAY_OFF: { ru: 'последний день нерабочий', en: 'the last day is a day off' },
  WORK_BY: { ru: 'сделать не позже', en: 'to be done by' },
  DUE: { ru: 'конец срока', en: 'the end of the term' },
  PROVISIONAL: { ru: 'год без календаря', en: 'a year without a calendar' },
  WITHOUT_TRANSFERS: { ru: 'год без переносов выходных', en: 'a year without transfers of days off' },
});
export type TermStepCode = ValueOf<typeof TermStepCode>;

export const TermState = declareEnumeration('TermState', 'Status of a question by its deadline.', {
  KEPT: { ru: 'ответ в срок', en: 'answered in time' },
  LATE: { ru: 'ответ с опозданием', en: 'answered late' },
  OPEN: { ru: 'ещё в работе', en: 'still open' },
});
export type TermState = ValueOf<typeof TermState>;

export const DeadlineState = declareEnumeration('DeadlineState', 'Status of a term of a question.', {
  RUNNING: { ru: 'идёт', en: 'runs' },
  MISSED: { ru: 'истёк, а дело не сделано', en: 'has ended, and what it obliges to is not done' },
  KEPT: { ru: 'соблюдён', en: 'was kept' },
  LATE: { ru: 'сделано с опозданием', en: 'was done late' },
  CONDITIONAL: { ru: 'обязывает, только если так решат', en: 'obliges only if it is decided so' },
  REPLACED: { ru: 'вместо него идёт другой', en: 'another one runs in its place' },
  OFF: { ru: 'снят: вопрос окончен иначе', en: 'is off: the question ended otherwise' },
});
export type DeadlineState = ValueOf<typeof DeadlineState>;

export const DeadlineReason = declareEnumeration('DeadlineReason', 'Why a term was changed.', {
  CALENDAR_DECREED: { ru: 'вышел календарь года', en: 'the calendar of the year was decreed' },
});
export type DeadlineReason = ValueOf<typeof DeadlineReason>;

export const TermUnit = declareEnumeration('TermUnit', 'In what a term is counted.', {
  CALENDAR_DAYS: { ru: 'дни', en: 'days' },
  WORKING_DAYS: { ru: 'рабочие дни', en: 'working days' },
  WORKING_HOURS: { ru: 'рабочие часы', en: 'working hours' },
  HOURS: { ru: 'часы', en: 'hours' },
});

export const EndOnDayOff = declareEnumeration('EndOnDayOff', 'Where the end of a term on a day off goes.', {
  NEXT: { ru: 'на следующий рабочий день', en: 'to the working day after' },
  PREVIOUS: { ru: 'на предыдущий рабочий день', en: 'to the working day before' },
});

export const StartFact = declareEnumeration('StartFact', 'The fact from which a term counts.', {
  RECEIVED: { ru: 'поступление', en: 'the arrival' },
  MESSAGE_WRITTEN: { ru: 'сообщение жителя', en: "the resident's message" },
  REGISTERED: { ru: 'регистрация', en: 'the registration' },
  TERM_END: { ru: 'конец прежнего срока', en: 'the end of the former term' },
  REQUEST_RECEIVED: { ru: 'получение запроса', en: 'the receipt of the request' },
  INTERIM_ANSWER: { ru: 'предварительный ответ', en: 'the interim answer' },
});
export type StartFact = ValueOf<typeof StartFact>;

import { declareEnumeration, type ValueOf } from './declare-enumeration.js';

export const OldJournalColumnKind = declareEnumeration(
  'OldJournalColumnKind',
  'What a column of a journal has that was kept before Otklik.',
  {
    NUMBER: { ru: 'номер', en: 'the registration number' },
    DATE: { ru: 'дата поступления', en: 'the day of arrival' },
    APPLICANT: { ru: 'заявитель', en: 'the applicant' },
    ADDRESS: { ru: 'адрес', en: 'the address' },
    CONTACT: { ru: 'телефон или почта', en: 'a telephone or e-mail address' },
    TEXT: { ru: 'суть', en: 'the gist' },
    TOPIC: { ru: 'тема', en: 'the topic' },
    KIND: { ru: 'вид обращения', en: 'statement, proposal or complaint' },
    EXECUTOR: { ru: 'исполнитель', en: 'the executor' },
    DUE: { ru: 'срок', en: 'the term' },
    ANSWER_NUMBER: { ru: 'номер ответа', en: 'the number of the answer' },
    ANSWER_DATE: { ru: 'дата ответа', en: 'the day of the answer' },
    RESULT: { ru: 'результат', en: 'the result' },
    NONE: { ru: 'не загружать', en: 'left out' },
  },
);
export type OldJournalColumnKind = ValueOf<typeof OldJournalColumnKind>;

export const OldJournalRowFault = declareEnumeration(
  'OldJournalRowFault',
  'What is wrong with a row of a journal that was kept before Otklik.',
  {
    NUMBER_MISSING: { ru: 'нет номера', en: 'there is no number' },
    NUMBER_REPEATED: { ru: 'этот номер в этом году уже есть выше', en: 'the number is in an earlier row of that year' },
    NUMBER_GIVEN: {
      ru: 'этот номер в этом году уже дан другому обращению',
      en: 'Otklik gave this number of that year to another appeal',
    },
    NUMBER_LOST: {
      ru: 'таблица не сохранила цифры: сделайте столбец текстовым и впишите заново',
      en: 'the spreadsheet kept no digits of it',
    },
    NUMBER_WITHOUT_DIGITS: { ru: 'по номеру не видно места в ряду', en: 'no place in the series can be seen in it' },
    NUMBER_OUT_OF_SERIES: {
      ru: 'номер далеко за остальными на листе',
      en: 'it is far beyond the other numbers of the sheet',
    },
    DATE_MISSING: { ru: 'нет даты', en: 'there is no date' },
    DATE_UNREADABLE: { ru: 'это не дата', en: 'it is no date' },
    DATE_NO_SUCH_DAY: { ru: 'такого дня нет', en: 'there is no such day' },
    DATE_WITHOUT_YEAR: {
      ru: 'дата без года, а по соседним строкам год не ясен',
      en: 'the date has no year, and its neighbours do not say which',
    },
    DATE_IN_FUTURE: { ru: 'дата в будущем', en: 'the date is in the future' },
    DATE_TOO_EARLY: { ru: 'дата раньше 2000 года', en: 'the date is before 2000' },
    DUE_BEFORE_ARRIVAL: { ru: 'срок раньше поступления', en: 'the term ends before the arrival' },
    APPLICANT_MISSING: { ru: 'нет заявителя', en: 'there is no applicant' },
    TEXT_MISSING: { ru: 'нет сути', en: 'there is no text' },
    TEXT_TOO_LONG: { ru: 'текст длиннее 20 000 знаков', en: 'the text is longer than 20,000 characters' },
    ANSWER_BEFORE_ARRIVAL: {
      ru: 'ответ раньше поступления: этот день не загрузится',
      en: 'the answer is before the arrival: that day is left out',
    },
    TOPIC_UNKNOWN: {
      ru: 'такой темы у района нет: останется словом журнала',
      en: 'none of the district’s topics: kept as a word of the journal',
    },
    SEVERAL_EXECUTORS: {
      ru: 'исполнителей несколько: останутся, как написаны',
      en: 'several executors: kept as they are written',
    },
  },
);
export type OldJournalRowFault = ValueOf<typeof OldJournalRowFault>;

export const OldJournalLoadState = declareEnumeration(
  'OldJournalLoadState',
  'How far an import of a journal is that was kept before Otklik.',
  {
    TAKING: { ru: 'не закончена', en: 'interrupted, or under way' },
    WHOLE: { ru: 'загружен', en: 'every row that can be taken is there' },
    REMOVING: { ru: 'убирается', en: 'it is taken back' },
    REMOVED: { ru: 'убран', en: 'it was taken back' },
  },
);
export type OldJournalLoadState = ValueOf<typeof OldJournalLoadState>;

export const oldJournalEnumerations = [OldJournalColumnKind, OldJournalRowFault, OldJournalLoadState] as const;

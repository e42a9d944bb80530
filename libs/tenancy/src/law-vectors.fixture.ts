/** The day from which the vectors count: a Tuesday; of hours from nine in the morning in Yakutsk. */
export const vectorStart = { on: '2026-11-24', zone: 'Asia/Yakutsk', at: '2026-11-24T00:00:00.000Z' };

export interface LawVector {
  readonly rule: string;
  readonly source: string;
  readonly dueOn: string;
  readonly dueAt?: string;
}

/** Where each term of `deploy/law` ends, counted by hand. */
export const lawVectors: readonly LawVector[] = [
  { rule: 'REG', source: '59-ФЗ, ст. 8 ч. 2', dueOn: '2026-11-27' },
  { rule: 'FWD', source: '59-ФЗ, ст. 8 ч. 3', dueOn: '2026-12-01' },
  { rule: 'COMPLAINT', source: '59-ФЗ, ст. 8 ч. 7', dueOn: '2026-12-01' },
  // The 29th is a Sunday.
  { rule: 'FWD-MIG', source: '59-ФЗ, ст. 8 ч. 3.1', dueOn: '2026-11-30' },
  { rule: 'ANS', source: '59-ФЗ, ст. 12 ч. 1', dueOn: '2026-12-24' },
  { rule: 'EXT', source: '59-ФЗ, ст. 12 ч. 2', dueOn: '2026-12-24' },
  { rule: 'REQ', source: '59-ФЗ, ст. 10 ч. 2', dueOn: '2026-12-09' },
  { rule: 'COURT', source: '59-ФЗ, ст. 11 ч. 2', dueOn: '2026-12-01' },
  { rule: 'UNREADABLE', source: '59-ФЗ, ст. 11 ч. 4', dueOn: '2026-12-01' },
  { rule: 'UNCLEAR', source: '59-ФЗ, ст. 11 ч. 4.1', dueOn: '2026-12-01' },
  { rule: 'PUBLISHED', source: '59-ФЗ, ст. 11 ч. 5.1', dueOn: '2026-12-01' },
  { rule: 'ORAL', source: '59-ФЗ, ст. 13', dueOn: '2026-12-24' },
  {
    rule: 'SOC-9H',
    source: 'Порядки регионов, Севастополь и Крым, 2020, обычное',
    dueOn: '2026-11-25',
    dueAt: '2026-11-25T01:00:00.000Z',
  },
  {
    rule: 'SOC-4H',
    source: 'Порядки регионов, Севастополь и Крым, 2020, повышенной важности',
    dueOn: '2026-11-24',
    dueAt: '2026-11-24T04:00:00.000Z',
  },
  {
    rule: 'SOC-FINAL',
    source: 'Порядки регионов, Севастополь, 2020, после предварительного ответа',
    dueOn: '2026-12-03',
  },
  {
    rule: 'SOC-8H',
    source: 'Порядки регионов, Якутия, 2019, предварительный ответ',
    dueOn: '2026-11-24',
    dueAt: '2026-11-24T08:00:00.000Z',
  },
  { rule: 'SOC-24H', source: 'Порядки регионов, Сахалин', dueOn: '2026-11-25', dueAt: '2026-11-25T00:00:00.000Z' },
  { rule: 'SOC-DAY', source: 'Порядки регионов, Алдан, 2019, в тот же рабочий день', dueOn: '2026-11-24' },
  { rule: 'POS', source: 'Постановление Правительства РФ № 1802, срок ответа', dueOn: '2026-12-24' },
  {
    rule: 'POS-10',
    source: 'Постановление Правительства РФ № 1802, срок ответа по отдельным темам',
    dueOn: '2026-12-04',
  },
  { rule: 'MOD', source: 'Порядки регионов, порядок района', dueOn: '2026-11-24', dueAt: '2026-11-24T04:00:00.000Z' },
];

/**
 * Each rule of `deploy/law` in one line, a second time: whether it binds, since when, its duty, its term with the fact
 * that begins it and where its end on a day off goes, and the notice that is owed.
 */
export const lawInLines: Readonly<Record<string, string>> = {
  REG: 'LAW 2006-11-02 REGISTER 3 CALENDAR_DAYS RECEIVED NEXT REGISTERED',
  FWD: 'LAW 2006-11-02 FORWARD 7 CALENDAR_DAYS REGISTERED NEXT FORWARDED',
  'FWD-MANY': 'LAW 2006-11-02 FORWARD FORWARDED',
  'FWD-BAN': 'LAW 2006-11-02 NOT_FORWARD',
  COMPLAINT: 'LAW 2006-11-02 RETURN 7 CALENDAR_DAYS REGISTERED NEXT LEFT_UNANSWERED',
  'FWD-MIG': 'LAW 2013-12-01 FORWARD 5 CALENDAR_DAYS REGISTERED NEXT FORWARDED',
  ANS: 'LAW 2006-11-02 ANSWER 30 CALENDAR_DAYS REGISTERED NEXT ANSWERED',
  EXT: 'LAW 2006-11-02 ANSWER 30 CALENDAR_DAYS TERM_END PREVIOUS EXTENDED',
  REQ: 'LAW 2006-11-02 SUPPLY 15 CALENDAR_DAYS REQUEST_RECEIVED NEXT',
  ANON: 'LAW 2006-11-02 LEAVE_UNANSWERED',
  COURT: 'LAW 2006-11-02 RETURN 7 CALENDAR_DAYS REGISTERED NEXT LEFT_UNANSWERED',
  ABUSE: 'LAW 2006-11-02 LEAVE_UNANSWERED LEFT_UNANSWERED',
  UNREADABLE: 'LAW 2006-11-02 TELL 7 CALENDAR_DAYS REGISTERED NEXT LEFT_UNANSWERED',
  UNCLEAR: 'LAW 2017-12-08 TELL 7 CALENDAR_DAYS REGISTERED NEXT LEFT_UNANSWERED',
  REPEAT: 'LAW 2006-11-02 LEAVE_UNANSWERED CORRESPONDENCE_ENDED',
  PUBLISHED: 'LAW 2017-12-08 TELL 7 CALENDAR_DAYS REGISTERED NEXT LEFT_UNANSWERED',
  SECRET: 'LAW 2006-11-02 LEAVE_UNANSWERED LEFT_UNANSWERED',
  'CHANNEL-IN': 'LAW 2025-03-30 ACCEPT',
  'CHANNEL-OUT': 'LAW 2025-03-30 ANSWER ANSWERED',
  PUBLISH: 'LAW 2006-11-02 PUBLISH',
  ORAL: 'LAW 2006-11-02 ANSWER 30 CALENDAR_DAYS REGISTERED NEXT ANSWERED',
  MOD: 'EXAMPLE 2019-10-11 MODERATE 4 WORKING_HOURS RECEIVED NEXT',
  'SOC-9H': 'EXAMPLE 2020-02-25 ANSWER 9 WORKING_HOURS REGISTERED NEXT',
  'SOC-4H': 'EXAMPLE 2020-02-25 ANSWER 4 WORKING_HOURS REGISTERED NEXT',
  'SOC-FINAL': 'EXAMPLE 2020-02-25 ANSWER 7 WORKING_DAYS INTERIM_ANSWER NEXT',
  'SOC-8H': 'EXAMPLE 2019-10-11 INTERIM_ANSWER 8 HOURS MESSAGE_WRITTEN NEXT',
  'SOC-24H': 'EXAMPLE 2019-10-11 ANSWER 24 HOURS MESSAGE_WRITTEN NEXT',
  'SOC-DAY': 'EXAMPLE 2019-10-11 ANSWER 0 WORKING_DAYS REGISTERED NEXT',
  POS: 'EXAMPLE 2020-11-10 ANSWER 30 CALENDAR_DAYS RECEIVED NEXT',
  'POS-10': 'EXAMPLE 2020-11-10 ANSWER 10 CALENDAR_DAYS RECEIVED NEXT',
  SSTU: 'LAW 2017-04-17 REPORT',
  FINE: 'LAW 2011-07-22 ANSWER_FOR',
};

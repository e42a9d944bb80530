import { AppealSender, Channel, QuestionResult, RepeatCause } from '@otklik/contracts/enumerations';
import type { District } from '@otklik/tenancy';
import type { RegisterFilter } from '../../register/application/list/register-filter.js';
import { openStates } from '../../register/application/list/worklists.js';
import { countedStates } from './counted-appeals.js';
import type { ReportPeriod } from '../domain/report-period.js';

export const reviewTableCodes = [
  'VOLUME',
  'SECTIONS',
  'CHANNELS',
  'SOURCES',
  'RESULTS',
  'TERMS',
  'KINDS',
  'PLACES',
  'MESSAGES',
] as const;
export type ReviewTableCode = (typeof reviewTableCodes)[number];

/** What is counted: a list of the desk, whose total it is. */
export interface ReviewList {
  readonly of: 'APPEALS' | 'QUESTIONS';
  readonly filter: RegisterFilter;
}

export interface ReviewLine extends ReviewList {
  readonly code: string;
  readonly title: string;
}

export interface ReviewTable {
  readonly code: ReviewTableCode;
  readonly title: string;
  readonly lines: readonly ReviewLine[];
}

const sections = [
  ['0001', 'Государство, общество, политика'],
  ['0002', 'Социальная сфера'],
  ['0003', 'Экономика'],
  ['0004', 'Оборона, безопасность, законность'],
  ['0005', 'Жилищно-коммунальная сфера'],
] as const;
const LAST = '.9999'.repeat(4);

/** The tables of a review, by lists of the desk: what was registered in the period; of terms, what was answered in it. */
export function reviewTables(
  { from, to }: ReportPeriod,
  { settlements }: Pick<District, 'settlements'>,
): readonly ReviewTable[] {
  const appeals: RegisterFilter = { regimes: ['APPEAL_59FZ', 'ORAL_RECEPTION'], states: countedStates };
  const registered: RegisterFilter = { ...appeals, registeredFrom: from, registeredTo: to };
  const answered: RegisterFilter = { ...appeals, answeredFrom: from, answeredTo: to };
  const messages: RegisterFilter = { regimes: ['SOCIAL_MESSAGE'], receivedFrom: from, receivedTo: to };
  const ofAppeals = (code: string, title: string, filter: RegisterFilter): ReviewLine => ({
    code,
    title,
    of: 'APPEALS',
    filter,
  });
  const ofQuestions = (code: string, title: string, filter: RegisterFilter): ReviewLine => ({
    code,
    title,
    of: 'QUESTIONS',
    filter,
  });
  return [
    {
      code: 'VOLUME',
      title: 'Сколько поступило',
      lines: [
        ofAppeals('APPEALS', 'Зарегистрировано обращений', registered),
        ofQuestions('QUESTIONS', 'Вопросов в них', registered),
        ofQuestions('OPEN', 'Из них ещё рассматривается', { ...registered, questionStates: openStates }),
      ],
    },
    {
      code: 'SECTIONS',
      title: 'По тематике, вопросов',
      lines: sections.map(([code, title]) =>
        ofQuestions(code, title, { ...registered, classifierFrom: code, classifierTo: `${code}${LAST}` }),
      ),
    },
    {
      code: 'CHANNELS',
      title: 'Как поступили, обращений',
      lines: Channel.values.map((channel) =>
        ofAppeals(channel, capital(Channel.titles[channel].ru), { ...registered, channels: [channel] }),
      ),
    },
    {
      code: 'SOURCES',
      title: 'От кого поступили, обращений',
      lines: AppealSender.values.map((sender) =>
        ofAppeals(sender, capital(AppealSender.titles[sender].ru), { ...registered, sentBy: [sender] }),
      ),
    },
    {
      code: 'RESULTS',
      title: 'Чем кончилось, вопросов',
      lines: QuestionResult.values.map((result) =>
        ofQuestions(result, capital(QuestionResult.titles[result].ru), { ...registered, results: [result] }),
      ),
    },
    {
      code: 'TERMS',
      title: 'Сроки ответов, данных за период',
      lines: [
        ofQuestions('ANSWERED', 'Дано ответов', answered),
        ofQuestions('KEPT', 'Из них в срок', { ...answered, termKept: true }),
        ofQuestions('LATE', 'Позже срока', { ...answered, termKept: false }),
        ofQuestions('SAME_DAY', 'В день поступления', { ...answered, sameDay: true }),
        ofQuestions('EXTENDED', 'Срок был продлён', { ...answered, extensions: ['IN_FORCE'] }),
      ],
    },
    {
      code: 'KINDS',
      title: 'Особые',
      lines: [
        ofAppeals('COLLECTIVE', 'Коллективных обращений', { ...registered, collective: true }),
        ofAppeals('REPEATED', 'Повторных обращений', { ...registered, repeated: true }),
        ...RepeatCause.values.map((cause) =>
          ofAppeals(`REPEATED_${cause}`, `Из них: ${RepeatCause.titles[cause].ru}`, {
            ...registered,
            repeatCauses: [cause],
          }),
        ),
        ofQuestions('CONTROLLED', 'Вопросов на контроле', { ...registered, controlled: true }),
      ],
    },
    {
      code: 'PLACES',
      title: 'Из каких мест, обращений',
      lines: settlements.map(({ code, name }) => ofAppeals(code, name, { ...registered, settlements: [code] })),
    },
    {
      code: 'MESSAGES',
      title: 'Сообщения в социальных сетях: это не обращения',
      lines: [
        ofAppeals('RECEIVED', 'Получено сообщений', messages),
        ofQuestions('SAME_DAY', 'Ответили в тот же день', { ...messages, sameDay: true }),
      ],
    },
  ];
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

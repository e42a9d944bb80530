import type { AnswerTimesBy } from '@otklik/contracts/generated/graphql';
import type { AnswerTimesGroup } from '../../application/figures/answer-times.js';
import type { RegisterFilter } from '../../application/list/register-filter.js';
import type { Districts } from '../../application/list/register-reader.js';
import { anyOf, filterConditions, StatementValues, type Statement } from './register-conditions.js';

type Days = 'days' | 'firstDays' | 'ownDays';

export type StoredAnswerTimes = Omit<AnswerTimesGroup, Days> & {
  readonly [Name in Days]: readonly number[] | null;
};

/** Of scores from 1 to 5. */
const SATISFIED = 4;

const groupColumns: Readonly<Record<AnswerTimesBy, string>> = {
  DISTRICT: 'district::text',
  DEPARTMENT: 'department',
  TOPIC: 'topic',
  MONTH: 'received_month',
};

/** Reads every question that meets the filter, in each district by its own day. */
export function answerTimesStatement(districts: Districts, by: AnswerTimesBy, filter: RegisterFilter): Statement {
  const values = new StatementValues();
  const questions = districts.map((district) => questionsOf(district, groupColumns[by], filter, values));
  return {
    text: `select value, count(*)::int as questions, count(*) filter (where answered)::int as answered,
        count(*) filter (where term_kept)::int as kept, count(*) filter (where not term_kept)::int as late,
        count(*) filter (where overdue)::int as overdue, count(*) filter (where answered and same_day)::int as "sameDay",
        count(*) filter (where answered and rating is not null)::int as rated,
        count(*) filter (where answered and rating >= ${SATISFIED})::int as satisfied,
        count(*) filter (where answered or reopened > 0)::int as "answeredOnce",
        count(*) filter (where reopened > 0)::int as reopened,
        ${quartilesOf('answer_days')} as days, ${quartilesOf('first_days')} as "firstDays",
        ${quartilesOf('own_days')} as "ownDays"
      from (${questions.join(' union all ')}) q where value is not null
      group by value order by questions desc, value`,
    values: values.list,
  };
}

function quartilesOf(column: string): string {
  return `percentile_cont(array[0.25, 0.5, 0.75]) within group (order by ${column})`;
}

function questionsOf(district: number, group: string, filter: RegisterFilter, values: StatementValues): string {
  const { choices, bounds } = filterConditions(district, filter, values);
  const met = [...choices.map((choice) => anyOf(choice, values)), ...bounds].map((condition) => ` and ${condition}`);
  const now = values.hold(filter.now?.[district] ?? null);
  return `select ${group} as value, question_state = 'ANSWERED' as answered, term_kept, answer_days, first_days, own_days, same_day,
      rating, reopened,
      due < ${now}::text collate "C" as overdue
    from search.register_question where district = ${Number(district)}${met.join('')}`;
}

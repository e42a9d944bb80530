import type { PublishedAppeal } from '@otklik/case/appeal';
import type { RepeatOf } from '@otklik/contracts/generated/graphql';
import { localDate, type LocalDate } from '@otklik/kernel';
import type { ListedQuestion, ListedRow } from '../list/listed-row.js';

/** The earlier appeal that it repeats, as officials decided; undefined where it repeats none. */
export function repeatOf({ repeat }: Pick<PublishedAppeal, 'repeat'>): RepeatOf | undefined {
  const { of: id, number, cause } = repeat ?? {};
  return id === undefined || number === undefined || cause === undefined ? undefined : { id, number, cause };
}

interface Proposing {
  readonly receivedAt: string;
  readonly questions: readonly Pick<ListedQuestion, 'topic'>[];
}

/**
 * The latest of the person's other appeals about a topic of this one that had its end, or was past its term, on the day on which this one
 * came. `zone`: of the district.
 */
export function proposedRepeat(of: Proposing, others: readonly ListedRow[], zone: string): RepeatOf | null {
  const arrivedOn = localDate(of.receivedAt, zone);
  const topics = new Set(of.questions.flatMap(({ topic }) => topic ?? []));
  for (const { id, number, receivedAt, questions } of others) {
    const isOfTopic = questions.some(({ topic }) => topic !== undefined && topics.has(topic));
    if (number === undefined || receivedAt >= of.receivedAt || !isOfTopic) continue;
    const cause = causeOf(questions, arrivedOn);
    if (cause) return { id, number, cause };
  }
  return null;
}

/**
 * As far as rows of lists tell: the decision itself is by what happened. A row keeps no day of the end, so what ended after this one came
 * may be proposed, too.
 */
function causeOf(questions: ListedRow['questions'], arrivedOn: LocalDate): RepeatOf['cause'] | undefined {
  const isLate = ({ termKept, deadline, result }: ListedQuestion): boolean => {
    if (deadline === undefined) return termKept === false;
    return deadline.dueOn < arrivedOn && (termKept === false || result === undefined);
  };
  if (questions.some(isLate)) return 'LATE';
  return questions.every(({ result }) => result !== undefined) ? 'NOT_SATISFIED' : undefined;
}

import type { HandoverEnd } from '@otklik/contracts/enumerations';
import type { QuestionEvent } from './question-state.js';

/**
 * The report of its end to the district that handed a case over: it is answered when one of its questions is. Of each
 * question the last end counts, whatever followed: another consideration may be granted before this is read.
 */
export function endOfCase(questions: readonly (readonly QuestionEvent[])[]): HandoverEnd {
  const ends = new Set(questions.flatMap((events) => endsOf(events).at(-1) ?? []));
  return order.find((end) => ends.has(end)) ?? 'CLOSED';
}

const order = ['ANSWERED', 'FORWARDED', 'LEFT_UNANSWERED'] as const satisfies readonly HandoverEnd[];

function endsOf(events: readonly QuestionEvent[]): readonly HandoverEnd[] {
  return events.flatMap((event): readonly HandoverEnd[] => {
    if (event.type === 'QuestionAnswered') return ['ANSWERED'];
    if (event.type === 'QuestionEnded') return [event.end];
    return event.type === 'QuestionClosed' ? ['CLOSED'] : [];
  });
}

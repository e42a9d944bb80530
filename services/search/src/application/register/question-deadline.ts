import type { LocalDate } from '@otklik/kernel';
import type { QuestionPart } from './question-part.js';

/** The deadline of an open question; an answered or closed one is due no more. */
export function dueDate({ state, deadline }: QuestionPart): LocalDate | undefined {
  return state === 'ANSWERED' || state === 'CLOSED' ? undefined : deadline?.dueOn;
}

export function nearestDueDate(questions: readonly QuestionPart[]): LocalDate | undefined {
  return questions
    .map(dueDate)
    .filter((date) => date !== undefined)
    .sort()[0];
}

/** Whether the answer was dispatched in time; undefined before the answer and where no deadline was set. */
export function termKept({ answeredOn, deadline }: QuestionPart): boolean | undefined {
  return answeredOn === undefined || deadline === undefined ? undefined : answeredOn <= deadline.dueOn;
}

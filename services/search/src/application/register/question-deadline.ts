import type { TermState } from '@otklik/contracts/enumerations';
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

const DAY_MS = 86_400_000;

/** Calendar days from the registration to the dispatch of the answer; undefined without one of them. */
export function answerDays({ answeredOn }: QuestionPart, registeredOn: LocalDate | undefined): number | undefined {
  if (answeredOn === undefined || registeredOn === undefined) return undefined;
  return (Date.parse(`${answeredOn}T00:00:00Z`) - Date.parse(`${registeredOn}T00:00:00Z`)) / DAY_MS;
}

/** Undefined for a question that ended without an answer, or was answered without a deadline. */
export function termState(question: QuestionPart): TermState | undefined {
  const kept = termKept(question);
  if (kept !== undefined) return kept ? 'KEPT' : 'LATE';
  return question.state === 'ANSWERED' || question.state === 'CLOSED' ? undefined : 'OPEN';
}

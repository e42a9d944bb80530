import type { NoticeDetails } from '@otklik/contracts/notifications.events';
import { compact } from '@otklik/kernel';
import type { Case } from './case.js';
import { givenAnswers } from './given-answers.js';
import { isDone } from './question-status.js';

type Known = Pick<Case, 'appeal' | 'questions' | 'responses' | 'notices'>;

/** What the body that sent an appeal on is informed of. */
export interface Informing extends Pick<
  NoticeDetails,
  'organisation' | 'number' | 'letterOn' | 'decision' | 'outcome' | 'bodyRecordedIn'
> {
  readonly endedOn: string;
  /** Its name. */
  readonly sealedBody?: string;
}

/**
 * Of the question's end, where the body asks to be informed of the result. Undefined while the question has no end, where no body asks, and
 * where there is nothing to inform of: the applicant withdrew the appeal, was erased, or the registration was wrong.
 */
export function informingOf(question: string, known: Known): Informing | undefined {
  const letter = letterIn(known.appeal);
  const part = known.questions[question];
  if (!letter || !part || !isDone(part.state)) return undefined;
  const endedOn = part.answeredOn ?? part.endedOn;
  if (endedOn === undefined) return undefined;
  const { organisation, number, date: letterOn, sealedBody } = letter;
  const end = part.state === 'ANSWERED' ? { outcome: outcomeOf(question, known) } : { decision: part.state };
  // Its name stays the same where the directory has it.
  const bodyRecordedIn = organisation === undefined ? known.appeal.bodyRecordedIn : undefined;
  return { endedOn, ...compact({ organisation, number, letterOn, bodyRecordedIn, sealedBody, ...end }) };
}

/** Of a body that asks to be informed, and is: not of what was withdrawn, erased or registered wrongly. */
function letterIn({ received, withdrawn, erased, correction }: Case['appeal']) {
  const { receivedFrom: letter, receivedFromBody: sealedBody } = received ?? {};
  const isOver = withdrawn === true || erased === true || correction !== undefined;
  return letter?.wantsAnswer === true && !isOver ? { ...letter, sealedBody } : undefined;
}

/** It has its end, of which the body is not informed yet: no letter to it about this end has left. */
export function awaitsLetterToBody(question: string, known: Known): boolean {
  const informing = informingOf(question, known);
  if (!informing) return false;
  return !Object.values(known.notices).some(
    ({ kind, about, state, details }) =>
      kind === 'INFORMING' && about === question && state === 'DISPATCHED' && isAbout(informing, details),
  );
}

const ALIKE = [
  ...(['endedOn', 'decision', 'outcome'] as const),
  ...(['organisation', 'number', 'letterOn', 'bodyRecordedIn'] as const),
] as const;

/** Whether a letter with these details informs of that: of this end, and this body. The same day twice is another end where it was another result. */
export function isAbout(informing: Informing | undefined, details: NoticeDetails | undefined): boolean {
  return informing !== undefined && ALIKE.every((field) => informing[field] === details?.[field]);
}

function outcomeOf(question: string, known: Known) {
  return givenAnswers(known).findLast((answer) => answer.question === question)?.outcome;
}

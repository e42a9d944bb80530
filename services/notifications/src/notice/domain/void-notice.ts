import type { Case } from '@otklik/case/case';
import { informingOf, isAbout } from '@otklik/case/informed-body';
import { isDone } from '@otklik/case/question-status';
import type { CancelGround, NoticeKind } from '@otklik/contracts/enumerations';
import type { NoticeDetails } from '@otklik/contracts/notifications.events';

/** A notice, and of what it speaks. */
export interface SaidOf {
  readonly kind: NoticeKind;
  readonly question: string | null;
  readonly details: NoticeDetails;
  /** Why the notice that has the same cause was cancelled: of a letter to a body, the notice of the forwarding. */
  readonly besideCancelled: CancelGround | undefined;
}

/** What tells of the course of a question is of no use once it has its end: a longer term, a preliminary answer. */
export const ofCourse = ['EXTENDED', 'INTERIM_ANSWER'] as const satisfies readonly NoticeKind[];

/** They tell of the correction itself, or of what holds whatever became of the registration. */
const afterCorrection: readonly NoticeKind[] = [
  ...(['DUPLICATE', 'STRUCK', 'CONSENT_WITHDRAWN'] as const),
  ...(['REPLIED', 'HOW_TO_APPEAL', 'ISSUE_ENDED'] as const),
];

/**
 * Of a letter that has left already: the ground on which it would have been cancelled, had it not (`EndNotices`). Undefined where what it
 * tells still holds. By the facts that are known alone: what is not known makes nothing void.
 */
export function voidBy(known: Case, said: SaidOf): CancelGround | undefined {
  const { kind, question, besideCancelled } = said;
  if (known.appeal.correction !== undefined && !afterCorrection.includes(kind)) return 'REGISTERED_WRONGLY';
  if (kind === 'COVERING') return besideCancelled === 'FORWARDING_WITHDRAWN' ? besideCancelled : undefined;
  if (question === null) return undefined;
  if (kind === 'INFORMING') return undoneBy(known, question, said.details);
  const isOver = isOfCourse(kind) && endOf(known, question) !== undefined;
  return isOver ? 'QUESTION_ENDED' : undefined;
}

/** What a body was informed of is no more, or it is not the body that is known now. */
function undoneBy(known: Case, question: string, details: NoticeDetails): CancelGround | undefined {
  if (isAbout(informingOf(question, known), details)) return undefined;
  const endedOn = endOf(known, question);
  return endedOn !== undefined && endedOn === details.endedOn ? 'SOURCE_CORRECTED' : 'RECONSIDERED';
}

function endOf({ questions }: Case, question: string): string | undefined {
  const part = questions[question];
  return part && isDone(part.state) ? (part.answeredOn ?? part.endedOn) : undefined;
}

function isOfCourse(kind: NoticeKind): boolean {
  return (ofCourse as readonly NoticeKind[]).includes(kind);
}

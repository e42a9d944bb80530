import { hasEnded } from '@otklik/case/question-status';
import type { PublishedAppeal } from '@otklik/case/appeal';
import type { QuestionPart } from '@otklik/case/question';
import type { AppealSender } from '@otklik/contracts/enumerations';
import type { LocalDate } from '@otklik/kernel';
import { dueUntil, type Due } from './question-deadline.js';

type Sent = Pick<PublishedAppeal, 'received'>;

/** The rule that lists name where a question is due by the day that the body asked for. */
export const BODY_RULE = 'BODY';

/** From whom it came. */
export function sentBy({ received }: Sent): AppealSender {
  return received?.receivedFrom?.kind ?? 'APPLICANT';
}

/** The day by which the body that sent it on asks for the answer. */
export function bodyTerm({ received }: Sent): LocalDate | undefined {
  return received?.receivedFrom?.term;
}

/** Of an open question the earlier of its own term and the body's, which makes none later than the law has it. */
export function earliest<One extends Due>(
  due: One | undefined,
  part: Pick<QuestionPart, 'state'>,
  appeal: Sent,
): One | (Due & { readonly rule: typeof BODY_RULE }) | undefined {
  const term = bodyTerm(appeal);
  if (!due || term === undefined || hasEnded(part.state)) return due;
  const asked = {
    rule: BODY_RULE,
    dueOn: term,
    workBy: term < due.workBy ? term : due.workBy,
    zone: due.zone,
  } as const;
  return dueUntil(asked)! < dueUntil(due)! ? asked : due;
}

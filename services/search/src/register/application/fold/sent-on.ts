import { askedFor, BODY_RULE, isEarlier } from '@otklik/case/body-term';
import { hasEnded } from '@otklik/case/question-status';
import type { PublishedAppeal } from '@otklik/case/appeal';
import type { QuestionPart } from '@otklik/case/question';
import type { AppealSender } from '@otklik/contracts/enumerations';
import type { LocalDate } from '@otklik/kernel';
import type { Due } from './question-deadline.js';

type Sent = Pick<PublishedAppeal, 'received'>;

/** From whom it came. */
export function sentBy({ received }: Sent): AppealSender {
  return received?.receivedFrom?.kind ?? 'APPLICANT';
}

/** The day by which the body that sent it on asks for the answer. */
export function askedBy({ received }: Sent): LocalDate | undefined {
  return received?.receivedFrom?.term;
}

/** Of an open question the earlier of its own term and the body's, which makes none later than the law has it. */
export function earliest<One extends Due>(
  due: One | undefined,
  part: Pick<QuestionPart, 'state' | 'deadline' | 'deadlines' | 'reopened'>,
  appeal: Sent,
): One | (Due & { readonly rule: typeof BODY_RULE }) | undefined {
  const asked = askedFor(part, askedBy(appeal));
  if (!due || hasEnded(part.state) || !isEarlier(asked, due)) return due;
  return { rule: BODY_RULE, dueOn: asked, workBy: asked < due.workBy ? asked : due.workBy, zone: due.zone };
}

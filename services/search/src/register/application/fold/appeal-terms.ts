import type { Case } from '@otklik/case/case';
import { receptionTerm } from '@otklik/case/appeal';
import { awaits, waits } from '@otklik/case/appeal-status';
import type { WarningPart } from '@otklik/case/term-warning';
import { nearestDue, nextDeadline, openWarning, type Due } from './question-deadline.js';
import { askedBy, earliest } from './sent-on.js';
import type { AppealSource } from '../list/register-columns.js';

/** What the appeal is due until: of its open questions the first, before there are any its registration or moderation. */
export function dueOf({ received, fold, questions }: AppealSource): Due | undefined {
  if (questions.length > 0) return nearestDue(questions, (part) => earliest(nextDeadline(part), part, fold.appeal));
  return waits(awaits(received, fold)) ? receptionTerm(fold.appeal).deadline : undefined;
}

/** The warning of what `dueOf` tells of. */
export function warningsOfAppeal({ received, fold, questions }: AppealSource): readonly WarningPart[] {
  if (questions.length > 0) return questions.flatMap((part) => openWarning(part, askedBy(fold.appeal)) ?? []);
  const { warning } = waits(awaits(received, fold)) ? receptionTerm(fold.appeal) : {};
  return warning ? [warning] : [];
}

/** Few rows are marked, and the index holds only those. */
export function marked(is: boolean | undefined): true | undefined {
  return is === true ? true : undefined;
}

/** Numbers of a series end with their place in it. */
export function registrationOrder(registered: Case['appeal']['registered']): string | undefined {
  if (!registered) return undefined;
  const [serial = ''] = /\d*$/.exec(registered.number) ?? [];
  return `${registered.registeredOn}/${serial.padStart(9, '0')}`;
}

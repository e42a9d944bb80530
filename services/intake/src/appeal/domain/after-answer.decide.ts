import type { Regime } from '@otklik/contracts/enumerations';
import { mayReopen, mayReopenOnSupplement, mayReplyToSupplement } from '@otklik/case/appeal-conditions';
import { compact, covers } from '@otklik/kernel';
import type { ReopenAppeal, ReopenOnSupplement, ReplyToSupplement } from './appeal.commands.js';
import { writtenAfterAnswer } from '@otklik/case/appeal-supplements';
import { demandNotEnded, no } from './appeal.demands.js';
import { factsOf, type AppealEvent, type Known } from './appeal.js';
import { isMessage } from '@otklik/case/regime';

/* What officials do, by themselves, about what was written after the answer. */

/** With a new term of the regime from today; the applicant is notified, as of every other consideration. */
export function reopenAppeal(command: ReopenAppeal, state: Known): readonly AppealEvent[] {
  demandAnswered(state);
  demandAllTheirs(command);
  if (!mayReopen(factsOf(state))) return no('APPEAL_STATE_FORBIDS');
  const { person, regime, published } = state;
  const { question, reason, grantedOn, zone, commandId } = command;
  const granted = { times: (published.reopened ?? 0) + 1, reason, person, regime, grantedOn, zone, commandId };
  return [{ type: 'ReopeningGranted', ...compact({ question }), ...granted }];
}

/** A request of the applicant is decided first: it has its own words. */
export function reopenOnSupplement(command: ReopenOnSupplement, state: Known): readonly AppealEvent[] {
  demandAfterAnswer(command, state);
  demandAllTheirs(command);
  if (!mayReopenOnSupplement(factsOf(state))) return no('APPEAL_STATE_FORBIDS');
  const { person, regime, published } = state;
  const { supplement, question, words: text, grantedOn, zone, commandId } = command;
  if (text !== undefined) demandMessage(regime);
  const granted = { times: (published.reopened ?? 0) + 1, supplement, person, regime, grantedOn, zone, commandId };
  return [
    { type: 'ReopeningGranted', ...compact({ question }), ...granted },
    ...(text === undefined ? [] : [{ type: 'SupplementAnswered', supplement, text, commandId } as const]),
  ];
}

export function replyToSupplement(command: ReplyToSupplement, state: Known): readonly AppealEvent[] {
  demandAfterAnswer(command, state);
  if (!mayReplyToSupplement(factsOf(state))) no('APPEAL_NEEDS_ANOTHER_ANSWER');
  const { supplement, text, commandId } = command;
  return [{ type: 'SupplementAnswered', supplement, text, commandId }];
}

/**
 * 59-FZ art. 9(1), 10(1)4: an answer on the merits to an appeal is a signed answer in writing. No law prescribes the
 * form for a message.
 */
function demandMessage(regime: Regime): void {
  if (!isMessage(regime)) no('APPEAL_NEEDS_ANOTHER_ANSWER');
}

/** The supplement must exist, and be later than the current answer. */
function demandAfterAnswer(
  { recordedBy, ...here }: Pick<ReopenOnSupplement, 'recordedBy' | 'mayActIn' | 'departments'>,
  state: Known,
): void {
  demandAnswered(state);
  demandAnyTheirs(here);
  if (!writtenAfterAnswer(state.published).some(({ id }) => id === recordedBy)) no('SUPPLEMENT_NOT_AFTER_ANSWER');
}

function demandAnswered(state: Known): void {
  demandNotEnded(state);
  if (state.status !== 'ANSWERED') no('NOT_ANSWERED_YET');
}

type Theirs = Pick<ReopenAppeal, 'mayActIn' | 'departments'>;

function demandAnyTheirs({ mayActIn, departments }: Theirs): void {
  if (mayActIn !== 'ALL' && !departments.some((department) => covers(mayActIn, department))) no('FORBIDDEN');
}

/** A department considers its own questions again, and no other's. */
function demandAllTheirs({ mayActIn, departments }: Theirs): void {
  demandAnyTheirs({ mayActIn, departments });
  if (mayActIn !== 'ALL' && !departments.every((department) => covers(mayActIn, department))) no('FORBIDDEN');
}

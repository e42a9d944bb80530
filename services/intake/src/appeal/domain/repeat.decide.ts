import { mayRecordRepeat } from '@otklik/case/appeal-conditions';
import type { RepeatCause } from '@otklik/contracts/enumerations';
import { covers, type LocalDate } from '@otklik/kernel';
import type { EarlierAppeal, RecordRepeat } from './appeal.commands.js';
import { demandNotEnded, no } from './appeal.demands.js';
import { factsOf, type AppealEvent, type Known } from './appeal.js';

/** By the departments that have its questions. What is decided already is not recorded again. */
export function recordRepeat(command: RecordRepeat, state: Known): readonly AppealEvent[] {
  demandNotEnded(state);
  if (!mayRecordRepeat(factsOf(state))) no('APPEAL_STATE_FORBIDS');
  const { of: earlier, mayActIn, departments, commandId } = command;
  if (mayActIn !== 'ALL' && !departments.some((department) => covers(mayActIn, department))) no('FORBIDDEN');
  const { repeat, received } = state.published;
  if (!earlier) return repeat?.isRepeat === false ? [] : [{ type: 'RepeatRecorded', isRepeat: false, commandId }];
  if (repeat?.of === earlier.id) return [];
  return [{ type: 'RepeatRecorded', isRepeat: true, ...foundIn(earlier, received), commandId }];
}

function foundIn(earlier: EarlierAppeal, { receivedAt, receivedOn }: Known['published']['received']) {
  if (!earlier.isOfSamePerson) no('EARLIER_OF_ANOTHER_PERSON');
  const { id: of, number } = earlier;
  const cause = earlier.receivedAt <= receivedAt ? causeOf(earlier, receivedOn) : undefined;
  if (cause === undefined || number === undefined) return no('EARLIER_STILL_IN_TERM');
  return { of, number, cause };
}

/** Undefined where every question was within its term on that day, and not all had ended. */
function causeOf({ questions }: EarlierAppeal, arrivedOn: LocalDate): RepeatCause | undefined {
  const heldUntil = (endedOn = arrivedOn): LocalDate => (endedOn < arrivedOn ? endedOn : arrivedOn);
  const isLate = questions.some(({ endedOn, dueOn }) => dueOn !== undefined && heldUntil(endedOn) > dueOn);
  if (isLate) return 'LATE';
  const isOver =
    questions.length > 0 && questions.every(({ endedOn }) => endedOn !== undefined && endedOn <= arrivedOn);
  return isOver ? 'NOT_SATISFIED' : undefined;
}

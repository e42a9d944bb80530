import { Injectable } from '@nestjs/common';
import type { GiveInterimAnswerInput } from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext, CommandContext, Handled } from '@otklik/event-store';
import { letterText, dateText } from '@otklik/contracts/texts';
import { compact, localDate, startedDeadline } from '@otklik/kernel';
import { caseRule, Directory, type Transaction } from '@otklik/tenancy';
import type { QuestionEvent, QuestionState } from '../domain/question-state.js';
import { QuestionHandler } from './question-handler.js';
import type { Proof } from './record-answer.js';

/** The interim answer is sent to the sender of a message; then the term of the final answer runs. */
@Injectable()
export class InterimAnswer {
  constructor(
    private readonly questions: QuestionHandler,
    private readonly directory: Directory,
  ) {}

  /** Throws `Refusal`, `VersionConflict`, `IdempotencyKeyReused`. */
  give(ctx: ClientCommandContext, input: GiveInterimAnswerInput): Promise<Handled<QuestionState, QuestionEvent>> {
    const { id, expectedVersion, nextStep, nextStepOn } = input;
    const { mayActIn, commandId: answer, at, inDistrict } = ctx;
    const { zone, calendar } = inDistrict;
    const on = localDate(at, zone);
    const rule = caseRule(inDistrict, 'SOC-FINAL');
    const until = rule ? { finalBy: startedDeadline(rule, { INTERIM_ANSWER: { on, zone, at } }, calendar).dueOn } : {};
    const next = compact({ nextStep: nextStep ?? undefined, nextStepOn: nextStepOn ?? undefined });
    const said = { text: withNextStep(input), ...next, today: on, ...until };
    const command = { type: 'GiveInterimAnswer', answer, ...said, mayActIn } as const;
    return this.questions.handle(ctx, id, command, { expectedVersion });
  }

  /** Refuses NOT_FOUND when the question's opening has not been consumed yet. */
  async proved(command: CommandContext, { question, notice, dispatchedAt }: Proof, tx: Transaction): Promise<void> {
    const district = this.directory.districtById(command.district);
    if (!district) throw new TypeError(`The directory has no district ${command.district}`);
    const { zone, calendar } = district;
    const rule = caseRule(district, 'SOC-FINAL');
    const when = { toldAt: dispatchedAt, toldOn: localDate(dispatchedAt, zone), zone, calendar };
    const told = { type: 'ProveInterimAnswer', notice, ...when, ...compact({ rule }) } as const;
    await this.questions.handle(command, question, told, { tx });
  }
}

/**
 * As its sender reads it, by whatever channel. Residents write in Russian, and so do officials. Without the next step it is refused.
 */
function withNextStep({ text, nextStep, nextStepOn }: GiveInterimAnswerInput): string {
  if (!nextStep || !nextStepOn) return text;
  return `${text}\n\n${letterText('INTERIM_ANSWER.next', 'ru', { nextStep, day: dateText(nextStepOn, 'ru') })}`;
}

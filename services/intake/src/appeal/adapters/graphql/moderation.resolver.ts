import { Resolver } from '@nestjs/graphql';
import type {
  AnswerAtOnceInput,
  AppealActInput,
  AppealActItem,
  AppealReasonInput,
  EscalateUrgentlyInput,
  MarkAsDuplicateInput,
  MarkAsDuplicatesInput,
  MarkAsSpamInput,
  TakeUpWithWordsInput,
  TurnIntoAppealInput,
} from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import { BadInput, BulkCommand, Command, Ctx, Input, Items, type EachItem } from '@otklik/host';
import { ModerateAppeal } from '../../application/moderate-appeal.js';

const REASON = { reason: { max: 2_000 } };

@Resolver()
export class ModerationResolver {
  constructor(private readonly appeal: ModerateAppeal) {}

  @Command()
  takeUpMessage(@Input() input: AppealActInput, @Ctx() ctx: ClientCommandContext) {
    return this.appeal.takeUp(ctx, input);
  }

  @Command()
  takeUpWithWords(@Input({ words: { max: 1_000 } }) input: TakeUpWithWordsInput, @Ctx() ctx: ClientCommandContext) {
    return this.appeal.takeUpWithWords(ctx, input);
  }

  @Command()
  turnIntoAppeal(@Input({ identifiedBy: { max: 500 } }) input: TurnIntoAppealInput, @Ctx() ctx: ClientCommandContext) {
    return this.appeal.turnIntoAppeal(ctx, input);
  }

  @Command()
  answerAtOnce(@Input({ text: { max: 4_000 } }) input: AnswerAtOnceInput, @Ctx() ctx: ClientCommandContext) {
    return this.appeal.answerAtOnce(ctx, input);
  }

  @Command()
  escalateUrgently(@Input() input: EscalateUrgentlyInput, @Ctx() ctx: ClientCommandContext) {
    return this.appeal.escalateUrgently(ctx, input);
  }

  @Command()
  markAsSpam(
    @Input({ reason: { max: 2_000, optional: true } }) input: MarkAsSpamInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    if (input.kind === 'OTHER' && !input.reason) throw new BadInput('TEXT_EMPTY', 'input.reason');
    return this.appeal.markAsSpam(ctx, input);
  }

  @Command()
  markAsDuplicate(@Input() input: MarkAsDuplicateInput, @Ctx() ctx: ClientCommandContext) {
    return this.appeal.markAsDuplicate(ctx, input);
  }

  @Command()
  takeBackDecision(@Input(REASON) input: AppealReasonInput, @Ctx() ctx: ClientCommandContext) {
    return this.appeal.takeBackDecision(ctx, input);
  }

  @Command()
  registerAppeal(@Input() input: AppealActInput, @Ctx() ctx: ClientCommandContext) {
    return this.appeal.register(ctx, input);
  }

  @BulkCommand('takeUpMessage')
  takeUpMessages(@Items() each: EachItem<AppealActItem>) {
    return each((ctx, item) => this.appeal.takeUp(ctx, item));
  }

  @BulkCommand('markAsDuplicate', { max: 200, shared: ['of'] })
  markAsDuplicates(@Items() each: EachItem<AppealActItem & Pick<MarkAsDuplicatesInput, 'of'>>) {
    return each((ctx, item) => this.appeal.markAsDuplicate(ctx, item));
  }

  /** As many as one act joins, and what they were joined to. */
  @BulkCommand('takeBackDecision', { max: 201, shared: ['reason'] })
  takeBackDecisions(@Items(REASON) each: EachItem<AppealReasonInput>) {
    return each((ctx, item) => this.appeal.takeBackDecision(ctx, item));
  }

  @BulkCommand('registerAppeal')
  registerAppeals(@Items() each: EachItem<AppealActItem>) {
    return each((ctx, item) => this.appeal.register(ctx, item));
  }
}

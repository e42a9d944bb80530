import { Resolver } from '@nestjs/graphql';
import type {
  AppealActInput,
  AppealActItem,
  AppealReasonInput,
  MarkAsDuplicateInput,
  TurnIntoAppealInput,
} from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import { BulkCommand, Command, Ctx, Input, Items, type EachItem } from '@otklik/host';
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
  turnIntoAppeal(@Input({ identifiedBy: { max: 500 } }) input: TurnIntoAppealInput, @Ctx() ctx: ClientCommandContext) {
    return this.appeal.turnIntoAppeal(ctx, input);
  }

  @Command()
  markAsSpam(@Input(REASON) input: AppealReasonInput, @Ctx() ctx: ClientCommandContext) {
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

  @BulkCommand('registerAppeal')
  registerAppeals(@Items() each: EachItem<AppealActItem>) {
    return each((ctx, item) => this.appeal.register(ctx, item));
  }
}

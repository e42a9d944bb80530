import { Resolver } from '@nestjs/graphql';
import type { AssignExecutorInput, QuestionReasonInput, RouteQuestionInput } from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import { Command, Ctx, Input } from '@otklik/host';
import { ChangeQuestion } from '../../application/change-question.js';

const MAX_REASON_LENGTH = 2_000;

@Resolver()
export class QuestionResolver {
  constructor(private readonly question: ChangeQuestion) {}

  @Command()
  routeQuestion(
    @Input({ reason: { max: MAX_REASON_LENGTH, optional: true } }) input: RouteQuestionInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    return this.question.route(ctx, input);
  }

  @Command()
  assignExecutor(@Input() input: AssignExecutorInput, @Ctx() ctx: ClientCommandContext) {
    return this.question.assignExecutor(ctx, input);
  }

  @Command()
  returnQuestion(
    @Input({ reason: { max: MAX_REASON_LENGTH } }) input: QuestionReasonInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    return this.question.returnToCoordinator(ctx, input);
  }
}

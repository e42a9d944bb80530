import { Resolver } from '@nestjs/graphql';
import type {
  AssignExecutorInput,
  AssignExecutorItem,
  PassOnAssignmentInput,
  QuestionActInput,
  QuestionActItem,
  QuestionReasonInput,
  RecordReceptionAnswerInput,
  RouteQuestionInput,
  RouteQuestionItem,
} from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import { BulkCommand, Command, Ctx, Input, Items, MAX_TEXT_LENGTH, type EachItem } from '@otklik/host';
import { ChangeQuestion } from '../../application/change-question.js';
import { cleanCoExecutors } from './co-executors-range.js';

const MAX_REASON_LENGTH = 2_000;
const ROUTE_REASON = { reason: { max: MAX_REASON_LENGTH, optional: true } } as const;

function withCleanParts(input: AssignExecutorInput): AssignExecutorInput {
  const { coExecutors } = input;
  return coExecutors ? { ...input, coExecutors: cleanCoExecutors(coExecutors, 'input.coExecutors') } : input;
}

const RESOLUTION = { resolution: { max: MAX_REASON_LENGTH, optional: true } } as const;

@Resolver()
export class QuestionResolver {
  constructor(private readonly question: ChangeQuestion) {}

  @Command()
  routeQuestion(@Input(ROUTE_REASON) input: RouteQuestionInput, @Ctx() ctx: ClientCommandContext) {
    return this.question.route(ctx, input);
  }

  @Command()
  assignExecutor(@Input(RESOLUTION, withCleanParts) input: AssignExecutorInput, @Ctx() ctx: ClientCommandContext) {
    return this.question.assignExecutor(ctx, withCleanParts(input));
  }

  @Command()
  passOnAssignment(
    @Input({ text: { max: MAX_REASON_LENGTH, optional: true } }) input: PassOnAssignmentInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    return this.question.passOnAssignment(ctx, input);
  }

  @Command()
  takeBackAssignment(@Input() input: QuestionActInput, @Ctx() ctx: ClientCommandContext) {
    return this.question.takeBackAssignment(ctx, input);
  }

  @Command()
  returnQuestion(
    @Input({ reason: { max: MAX_REASON_LENGTH } }) input: QuestionReasonInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    return this.question.returnToCoordinator(ctx, input);
  }

  @Command()
  recordReceptionAnswer(
    @Input({ text: { max: MAX_TEXT_LENGTH } }) input: RecordReceptionAnswerInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    return this.question.recordReceptionAnswer(ctx, input);
  }

  @BulkCommand('routeQuestion')
  routeQuestions(@Items(ROUTE_REASON) each: EachItem<RouteQuestionItem>) {
    return each((ctx, item) => this.question.route(ctx, item));
  }

  @BulkCommand('assignExecutor')
  assignExecutors(@Items(RESOLUTION) each: EachItem<AssignExecutorItem>) {
    return each((ctx, item) => this.question.assignExecutor(ctx, item));
  }

  @BulkCommand('takeBackAssignment')
  takeBackAssignments(@Items() each: EachItem<QuestionActItem>) {
    return each((ctx, item) => this.question.takeBackAssignment(ctx, item));
  }
}

import { Injectable } from '@nestjs/common';
import type { AssignExecutorInput, QuestionReasonInput, RouteQuestionInput } from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext, Handled } from '@otklik/event-store';
import { departmentsOf, Directory } from '@otklik/tenancy';
import type { QuestionEvent, QuestionState } from '../domain/question.js';
import { isOf } from './district-routes.js';
import { QuestionHandler } from './question-handler.js';

type Changed = Promise<Handled<QuestionState, QuestionEvent>>;

/** What officials do with a question. Each throws `Refusal`, `VersionConflict`, `IdempotencyKeyReused`. */
@Injectable()
export class ChangeQuestion {
  constructor(
    private readonly questions: QuestionHandler,
    private readonly directory: Directory,
  ) {}

  route(ctx: ClientCommandContext, { id, expectedVersion, topic, department, reason }: RouteQuestionInput): Changed {
    const { topics, departments } = ctx.inDistrict;
    const command = {
      type: 'RouteQuestion',
      topic,
      department,
      topicKnown: isOf(topics, topic),
      departmentKnown: isOf(departments, department),
      ...(reason ? { reason } : {}),
    } as const;
    return this.questions.handle(ctx, id, command, { expectedVersion });
  }

  assignExecutor(ctx: ClientCommandContext, { id, expectedVersion, executor }: AssignExecutorInput): Changed {
    const { inDistrict, mayActIn } = ctx;
    const assignments = this.directory.officialById(executor)?.assignments ?? [];
    const executorIn = departmentsOf(assignments, inDistrict, ['EXECUTOR']);
    return this.questions.handle(
      ctx,
      id,
      { type: 'AssignExecutor', executor, executorIn, mayActIn },
      { expectedVersion },
    );
  }

  returnToCoordinator(ctx: ClientCommandContext, { id, expectedVersion, reason }: QuestionReasonInput): Changed {
    const { mayActIn } = ctx;
    return this.questions.handle(ctx, id, { type: 'ReturnQuestion', reason, mayActIn }, { expectedVersion });
  }
}

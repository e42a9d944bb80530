import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type {
  AssignExecutorInput,
  ChangeResult,
  QuestionReasonInput,
  RouteQuestionInput,
} from '@otklik/contracts/generated/graphql';
import { answering, changeOf, cleanText, commandContext, NotFound, optionalText } from '@otklik/host';
import type { PermittedContext } from '@otklik/host';
import { mayActIn, permissionMatrix, type Departments, type District } from '@otklik/tenancy';
import { assignExecutor, routeQuestion } from '../../application/question-acts.js';
import type { RoutingParts } from '../../application/routing-parts.js';
import type { QuestionCommand } from '../../domain/question.decide.js';

const reasonLimits = { max: 2_000, path: 'input.reason' };

interface Act {
  readonly id: string;
  readonly key: string;
  readonly expectedVersion: number;
}

@Resolver()
export class QuestionResolver {
  private readonly permissions = permissionMatrix();

  constructor(private readonly parts: RoutingParts) {}

  @Mutation('routeQuestion')
  routeQuestion(@Args('input') input: RouteQuestionInput, @Context() context: PermittedContext): Promise<ChangeResult> {
    const { topic, department } = input;
    const reason = optionalText(input.reason, reasonLimits);
    return this.act('routeQuestion', input, context, (district) =>
      routeQuestion(district, { topic, department, reason }),
    );
  }

  @Mutation('assignExecutor')
  assignExecutor(
    @Args('input') input: AssignExecutorInput,
    @Context() context: PermittedContext,
  ): Promise<ChangeResult> {
    return this.act('assignExecutor', input, context, (district, departments) =>
      assignExecutor(district, input.executor, departments, this.parts.directory),
    );
  }

  @Mutation('returnQuestion')
  returnQuestion(
    @Args('input') input: QuestionReasonInput,
    @Context() context: PermittedContext,
  ): Promise<ChangeResult> {
    const reason = cleanText(input.reason, reasonLimits);
    return this.act('returnQuestion', input, context, (_, departments) => ({
      type: 'ReturnQuestion',
      reason,
      mayActIn: departments,
    }));
  }

  private act(
    operation: string,
    input: Act,
    context: PermittedContext,
    command: (district: District, departments: Departments) => QuestionCommand,
  ): Promise<ChangeResult> {
    return answering(context, async () => {
      const { actor, district } = context;
      if (!district) throw new NotFound();
      const departments = mayActIn(actor, district, this.permissions.get(`Mutation.${operation}`) ?? []);
      // The stream knows its appeal: its first event's correlation is kept, whatever stands here.
      const around = commandContext(context, operation, input.key, input, this.parts, input.id);
      const { expectedVersion } = input;
      const handled = await this.parts.handle(around, input.id, command(district, departments), { expectedVersion });
      return changeOf('routing', input.id, handled);
    });
  }
}

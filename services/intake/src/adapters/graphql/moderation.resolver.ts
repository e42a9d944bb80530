import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type {
  AppealActInput,
  AppealReasonInput,
  ChangeResult,
  MarkAsDuplicateInput,
  TurnIntoAppealInput,
} from '@otklik/contracts/generated/graphql';
import type { CommandContext } from '@otklik/event-store';
import {
  answering,
  BadInput,
  changeOf,
  cleanText,
  commandContext,
  NotFound,
  type PermittedContext,
} from '@otklik/host';
import { VersionConflict } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import { markAsDuplicate } from '../../application/mark-as-duplicate.js';
import { registerAppeal } from '../../application/register-appeal.js';
import type { AppealCommand } from '../../domain/appeal.decide.js';
import type { IntakeParts } from '../../intake-parts.js';

const MAX_VERSIONS = 2_147_483_647;

/** Decisions of the moderator and the registrar. */
@Resolver()
export class ModerationResolver {
  constructor(private readonly parts: IntakeParts) {}

  @Mutation('takeUpMessage')
  takeUpMessage(@Args('input') input: AppealActInput, @Context() context: PermittedContext) {
    return this.act('takeUpMessage', input, context, () => ({ type: 'TakeUpMessage' }));
  }

  @Mutation('turnIntoAppeal')
  turnIntoAppeal(@Args('input') input: TurnIntoAppealInput, @Context() context: PermittedContext) {
    const identifiedBy = cleanText(input.identifiedBy, { max: 500, path: 'input.identifiedBy' });
    return this.act('turnIntoAppeal', input, context, () => ({ type: 'TurnIntoAppeal', identifiedBy }));
  }

  @Mutation('markAsSpam')
  markAsSpam(@Args('input') input: AppealReasonInput, @Context() context: PermittedContext) {
    const reason = cleanReason(input);
    return this.act('markAsSpam', input, context, () => ({ type: 'MarkAsSpam', reason }));
  }

  @Mutation('markAsDuplicate')
  markAsDuplicate(@Args('input') input: MarkAsDuplicateInput, @Context() context: PermittedContext) {
    return this.on('markAsDuplicate', input, context, async (around, id) => {
      const duplicate = { id, of: input.of.toLowerCase(), expectedVersion: input.expectedVersion };
      return changeOf('intake', id, await markAsDuplicate(this.parts, duplicate, around));
    });
  }

  @Mutation('takeBackDecision')
  takeBackDecision(@Args('input') input: AppealReasonInput, @Context() context: PermittedContext) {
    const reason = cleanReason(input);
    return this.act('takeBackDecision', input, context, ({ commandId }) => ({
      type: 'TakeBackDecision',
      reason,
      commandId,
    }));
  }

  @Mutation('registerAppeal')
  registerAppeal(@Args('input') input: AppealActInput, @Context() context: PermittedContext): Promise<ChangeResult> {
    return this.on('registerAppeal', input, context, async (around, id, district) => {
      const { expectedVersion } = input;
      const registered = await registerAppeal(this.parts, { district, id, context: around, expectedVersion });
      return changeOf('intake', id, registered);
    });
  }

  private act(
    operation: string,
    input: AppealActInput,
    context: PermittedContext,
    commandOf: (around: CommandContext) => AppealCommand | Promise<AppealCommand>,
  ): Promise<ChangeResult> {
    return this.on(operation, input, context, async (around, id) => {
      const { expectedVersion } = input;
      const handled = await this.parts.handle(around, id, await commandOf(around), { expectedVersion });
      return changeOf('intake', id, handled);
    });
  }

  private on(
    operation: string,
    input: AppealActInput,
    context: PermittedContext,
    work: (around: CommandContext, id: string, district: District) => Promise<ChangeResult>,
  ): Promise<ChangeResult> {
    const { district } = context;
    if (!district) throw new NotFound();
    const id = input.id.toLowerCase();
    if (!(input.expectedVersion >= 1)) {
      throw new BadInput('NUMBER_OUT_OF_RANGE', 'input.expectedVersion', { min: 1, max: MAX_VERSIONS });
    }
    return answering(context, async () => {
      const around = commandContext(context, operation, input.key, input, this.parts, id);
      try {
        return await work(around, id, district);
      } catch (error) {
        // No stream of that id, or one of another district: both look the same.
        if (error instanceof VersionConflict && error.current === 0) throw new NotFound();
        throw error;
      }
    });
  }
}

function cleanReason({ reason }: AppealReasonInput): string {
  return cleanText(reason, { max: 2_000, path: 'input.reason' });
}

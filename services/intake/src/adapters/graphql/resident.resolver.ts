import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type {
  ChangeResult,
  RateAppealInput,
  ResidentActInput,
  ResidentReasonInput,
  SupplementAppealInput,
} from '@otklik/contracts/generated/graphql';
import type { CommandContext } from '@otklik/event-store';
import {
  answering,
  BadInput,
  changeOf,
  cleanText,
  commandContext,
  MAX_TEXT_LENGTH,
  NotFound,
  optionalText,
  type PermittedContext,
} from '@otklik/host';
import type { Actor } from '@otklik/tenancy';
import { reopeningRequest, supplementAppeal } from '../../application/resident-acts.js';
import type { AppealCommand } from '../../domain/appeal.decide.js';
import type { IntakeParts } from '../../intake-parts.js';

type Resident = Extract<Actor, { kind: 'resident' }>;

/** What the holder of a follow-up code may do with the one appeal that it opened. */
@Resolver()
export class ResidentResolver {
  constructor(private readonly parts: IntakeParts) {}

  @Mutation('rateAppeal')
  rateAppeal(@Args('input') input: RateAppealInput, @Context() context: PermittedContext) {
    const { score } = input;
    if (!(score >= 1 && score <= 5)) throw new BadInput('NUMBER_OUT_OF_RANGE', 'input.score', { min: 1, max: 5 });
    const comment = optionalText(input.comment, { max: 2_000, path: 'input.comment' });
    return this.act('rateAppeal', input, context, ({ commandId }) => ({
      type: 'RateAppeal',
      score,
      commandId,
      ...(comment === undefined ? {} : { comment }),
    }));
  }

  @Mutation('supplementAppeal')
  supplementAppeal(@Args('input') input: SupplementAppealInput, @Context() context: PermittedContext) {
    const text = cleanText(input.text, { max: MAX_TEXT_LENGTH, path: 'input.text' });
    const files = [...new Set((input.files ?? []).map((id) => id.toLowerCase()))];
    return this.on('supplementAppeal', input, context, async (around, resident) =>
      changeOf('intake', resident.appeal, await supplementAppeal(this.parts, resident, { text, files }, around)),
    );
  }

  @Mutation('withdrawAppeal')
  withdrawAppeal(@Args('input') input: ResidentActInput, @Context() context: PermittedContext) {
    return this.act('withdrawAppeal', input, context, () => ({ type: 'WithdrawAppeal' }));
  }

  @Mutation('requestReopening')
  requestReopening(@Args('input') input: ResidentReasonInput, @Context() context: PermittedContext) {
    const reason = cleanText(input.reason, { max: 2_000, path: 'input.reason' });
    return this.act('requestReopening', input, context, (around) => {
      const district = this.parts.directory.districtById(around.district);
      if (!district) throw new NotFound();
      return reopeningRequest(district, reason, around);
    });
  }

  private act(
    operation: string,
    input: ResidentActInput,
    context: PermittedContext,
    commandOf: (around: CommandContext) => AppealCommand,
  ): Promise<ChangeResult> {
    return this.on(operation, input, context, async (around, { appeal }) =>
      changeOf('intake', appeal, await this.parts.handle(around, appeal, commandOf(around))),
    );
  }

  private on(
    operation: string,
    input: ResidentActInput,
    context: PermittedContext,
    work: (around: CommandContext, resident: Resident) => Promise<ChangeResult>,
  ): Promise<ChangeResult> {
    const { actor } = context;
    if (actor.kind !== 'resident') throw new NotFound();
    return answering(context, () =>
      work(commandContext(context, operation, input.key, input, this.parts, actor.appeal), actor),
    );
  }
}

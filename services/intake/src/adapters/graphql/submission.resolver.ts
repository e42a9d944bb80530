import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { Channel } from '@otklik/contracts/enumerations';
import type {
  EnterAppealInput,
  OpenAppealResult,
  SubmitAppealInput,
  SubmitAppealResult,
} from '@otklik/contracts/generated/graphql';
import {
  answering,
  BadInput,
  commandContext,
  NotFound,
  RateLimited,
  signResidentToken,
  writeConsistencyToken,
  type PermittedContext,
} from '@otklik/host';
import type { District } from '@otklik/tenancy';
import { openAppeal } from '../../application/open-appeal.js';
import type { Receipt, SubmitContext, Submitted } from '../../application/submit-appeal.js';
import type { IntakeParts } from '../../intake-parts.js';
import { checkedDay, checkedFields } from '../submission-fields.js';

const ENTERED: readonly Channel[] = ['PAPER', 'RECEPTION', 'PHONE'];

/** What comes in, and the key to follow it. */
@Resolver()
export class SubmissionResolver {
  constructor(private readonly parts: IntakeParts) {}

  @Mutation('submitAppeal')
  submitAppeal(@Args('input') input: SubmitAppealInput, @Context() context: PermittedContext) {
    const district = districtOf(context);
    return this.submit('submitAppeal', input, context, {
      ...checkedFields(input, district),
      submitter: { by: 'form' },
      channel: 'SITE',
      identified: context.actor.kind === 'anyone' && context.actor.identified !== undefined,
    });
  }

  @Mutation('enterAppeal')
  enterAppeal(@Args('input') input: EnterAppealInput, @Context() context: PermittedContext) {
    const district = districtOf(context);
    const { channel, receivedOn } = input;
    if (!ENTERED.includes(channel)) throw new BadInput('BAD_INPUT', 'input.channel');
    if (context.actor.kind !== 'official') throw new NotFound();
    const day = receivedOn ? checkedDay(receivedOn, district, this.parts.now(), 'input.receivedOn') : undefined;
    return this.submit('enterAppeal', input, context, {
      ...checkedFields(input, district),
      submitter: { by: 'official', official: context.actor.id },
      channel,
      // At a reception the passport is shown (59-FZ art. 13(2)).
      identified: channel === 'RECEPTION',
      ...(day === undefined ? {} : { receivedOn: day }),
    });
  }

  /** A wrong code and an unknown number look the same. */
  @Mutation('openAppeal')
  async openAppeal(
    @Args('number') number: string,
    @Args('code') code: string,
    @Context() context: PermittedContext,
  ): Promise<OpenAppealResult> {
    const district = districtOf(context).id;
    const at = this.parts.now();
    const opened = await openAppeal(this.parts, district, { number, code }, at);
    if (opened === 'TOO_MANY') throw new RateLimited();
    if (opened === 'WRONG') throw new BadInput('CODE_WRONG', 'code');
    const signed = await signResidentToken(this.parts.secret('resident-token'), { district, ...opened }, at);
    return { __typename: 'OpenedAppeal', ...signed };
  }

  private submit(
    operation: string,
    input: SubmitAppealInput | EnterAppealInput,
    context: PermittedContext,
    submitted: Omit<Submitted, 'key' | 'files'>,
  ): Promise<SubmitAppealResult> {
    const district = districtOf(context);
    const key = input.key.toLowerCase();
    const files = [...new Set((input.files ?? []).map((id) => id.toLowerCase()))];
    return answering(context, async () => {
      const { correlationId: _, ...around } = commandContext(
        context,
        operation,
        key,
        { ...input, key },
        this.parts,
        '',
      );
      const receipt = await this.parts.submit(district, { ...submitted, key, files }, around as SubmitContext);
      return this.answer(district, receipt);
    });
  }

  private async answer(district: District, { id, number, code, person, receivedAt, version }: Receipt) {
    const claims = { district: district.id, appeal: id, person };
    const { token } = await signResidentToken(this.parts.secret('resident-token'), claims, this.parts.now());
    const consistencyToken = writeConsistencyToken({ service: 'intake', stream: id, version });
    return {
      ...{ __typename: 'Receipt' as const, id, appeal: id, number, followUpCode: code, receivedAt, version },
      ...{ consistencyToken, token },
    };
  }
}

function districtOf({ district }: PermittedContext): District {
  if (!district) throw new NotFound();
  return district;
}

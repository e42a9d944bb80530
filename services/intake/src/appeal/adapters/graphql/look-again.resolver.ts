import { Resolver } from '@nestjs/graphql';
import type {
  AppealActInput,
  AppealReasonInput,
  CorrectDetailsInput,
  CorrectRegistrationInput,
  GrantReopeningInput,
  RecordRepeatInput,
  RecordSourceInput,
  ReopenAppealInput,
  ReopenOnSupplementInput,
  ReplyToSupplementInput,
} from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import { Command, Ctx, Input } from '@otklik/host';
import { CorrectDetails } from '../../application/correct-details.js';
import { CorrectRegistration } from '../../application/correct-registration.js';
import { LookAgain } from '../../application/look-again.js';
import { RecordRepeat } from '../../application/record-repeat.js';
import { RecordSource } from '../../application/record-source.js';
import { recordedSource } from '../sending-body.js';
import { correctedDetails } from '../submission-fields.js';

const REASON = { reason: { max: 2_000 } };

@Resolver()
export class LookAgainResolver {
  constructor(
    private readonly appeal: LookAgain,
    private readonly registration: CorrectRegistration,
    private readonly details: CorrectDetails,
    private readonly source: RecordSource,
    private readonly repeat: RecordRepeat,
  ) {}

  @Command()
  correctRegistration(@Input(REASON) input: CorrectRegistrationInput, @Ctx() ctx: ClientCommandContext) {
    return this.registration.correct(ctx, input);
  }

  @Command()
  correctDetails(
    @Input({ ...REASON, gist: { max: 160, optional: true } }) input: CorrectDetailsInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    return this.details.correct(ctx, correctedDetails(input, ctx.inDistrict));
  }

  @Command()
  recordSource(@Input(REASON) input: RecordSourceInput, @Ctx() ctx: ClientCommandContext) {
    return this.source.record(ctx, recordedSource(input, ctx.inDistrict, ctx.at));
  }

  @Command()
  recordRepeat(@Input() input: RecordRepeatInput, @Ctx() ctx: ClientCommandContext) {
    return this.repeat.record(ctx, input);
  }

  @Command()
  grantReopening(@Input() input: GrantReopeningInput, @Ctx() ctx: ClientCommandContext) {
    return this.appeal.grantReopening(ctx, input);
  }

  @Command()
  reopenAppeal(@Input(REASON) input: ReopenAppealInput, @Ctx() ctx: ClientCommandContext) {
    return this.appeal.reopenAppeal(ctx, input);
  }

  @Command()
  reopenOnSupplement(
    @Input({ words: { max: 2_000, optional: true } }) input: ReopenOnSupplementInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    return this.appeal.reopenOnSupplement(ctx, input);
  }

  @Command()
  replyToSupplement(@Input({ text: { max: 2_000 } }) input: ReplyToSupplementInput, @Ctx() ctx: ClientCommandContext) {
    return this.appeal.replyToSupplement(ctx, input);
  }

  @Command()
  acknowledgeSupplement(@Input() input: AppealActInput, @Ctx() ctx: ClientCommandContext) {
    return this.appeal.acknowledgeSupplement(ctx, input);
  }

  @Command()
  setLegalHold(@Input(REASON) input: AppealReasonInput, @Ctx() ctx: ClientCommandContext) {
    return this.appeal.setLegalHold(ctx, input);
  }

  @Command()
  liftLegalHold(@Input(REASON) input: AppealReasonInput, @Ctx() ctx: ClientCommandContext) {
    return this.appeal.liftLegalHold(ctx, input);
  }

  @Command()
  recordConsentWithdrawal(@Input(REASON) input: AppealReasonInput, @Ctx() ctx: ClientCommandContext) {
    return this.appeal.recordConsentWithdrawal(ctx, input);
  }

  @Command()
  refuseReopening(@Input(REASON) input: AppealReasonInput, @Ctx() ctx: ClientCommandContext) {
    return this.appeal.refuseReopening(ctx, input);
  }
}

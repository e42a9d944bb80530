import { Resolver } from '@nestjs/graphql';
import type {
  AskForExtensionInput,
  ExtendDeadlineInput,
  GiveInterimAnswerInput,
  QuestionReasonInput,
  RecordInformationInput,
  RequestInformationInput,
} from '@otklik/contracts/generated/graphql';
import { localDate } from '@otklik/kernel';
import type { ClientCommandContext } from '@otklik/event-store';
import { BadInput, Command, Ctx, Input, MAX_TEXT_LENGTH } from '@otklik/host';
import { ExtendDeadline } from '../../application/extend-deadline.js';
import { InterimAnswer } from '../../application/interim-answer.js';
import { RequestInformationOf } from '../../application/request-information.js';
import { cleanBody } from './question-ends.resolver.js';

const REASON = { max: 2_000 } as const;
const DAYS = { from: 1, to: 365 } as const;
const MAX_NEXT_STEP = 500;

/** What changes the terms of a question. */
@Resolver()
export class QuestionCourseResolver {
  constructor(
    private readonly extension: ExtendDeadline,
    private readonly information: RequestInformationOf,
    private readonly interim: InterimAnswer,
  ) {}

  @Command()
  extendDeadline(@Input({ reason: REASON, days: DAYS }) input: ExtendDeadlineInput, @Ctx() ctx: ClientCommandContext) {
    return this.extension.decide(ctx, input);
  }

  @Command()
  askForExtension(
    @Input({ reason: REASON, days: DAYS }) input: AskForExtensionInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    return this.extension.ask(ctx, input);
  }

  @Command()
  refuseExtension(@Input({ reason: REASON }) input: QuestionReasonInput, @Ctx() ctx: ClientCommandContext) {
    return this.extension.refuse(ctx, input);
  }

  @Command()
  requestInformation(@Input({ asked: REASON }) input: RequestInformationInput, @Ctx() ctx: ClientCommandContext) {
    // From a typed name a court cannot be distinguished from another body.
    if (!input.of.organisation && !input.of.district && !input.of.kind)
      throw new BadInput('BAD_INPUT', 'input.of.kind', {}, 'A body that the directory does not have needs its kind.');
    const of = cleanBody(input.of, 'input.of');
    if (this.information.isUnaddressed(ctx, of)) throw new BadInput('BODY_ADDRESS_NEEDED', 'input.of.address');
    return this.information.request(ctx, { ...input, of });
  }

  @Command()
  recordInformation(
    @Input({ text: { max: MAX_TEXT_LENGTH, optional: true }, number: { max: 100, optional: true } }, demandNotInFuture)
    input: RecordInformationInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    return this.information.record(ctx, input);
  }

  @Command()
  giveInterimAnswer(
    @Input({ text: { max: MAX_TEXT_LENGTH }, nextStep: { max: MAX_NEXT_STEP, optional: true } })
    input: GiveInterimAnswerInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    return this.interim.give(ctx, input);
  }
}

function demandNotInFuture({ receivedOn }: RecordInformationInput, { at, inDistrict }: ClientCommandContext): void {
  if (receivedOn && receivedOn > localDate(at, inDistrict.zone))
    throw new BadInput('DATE_IN_FUTURE', 'input.receivedOn');
}

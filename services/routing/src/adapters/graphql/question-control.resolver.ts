import { Resolver } from '@nestjs/graphql';
import { anyLevelPattern } from '@otklik/contracts/classifier-patterns';
import type {
  AddContributionInput,
  AssignCoExecutorsInput,
  ClassifyQuestionInput,
  ConfirmPromiseInput,
  CorrectTopicInput,
  ExtendPromiseInput,
  FinishPartInput,
  PutUnderControlInput,
  QuestionActInput,
} from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import { BadInput, Command, Ctx, Input, MAX_TEXT_LENGTH } from '@otklik/host';
import { ControlQuestion } from '../../application/control-question.js';
import { cleanCoExecutors, demandOneOf } from './co-executors-range.js';

const MAX_WORDS_LENGTH = 2_000;
const classifier = new RegExp(anyLevelPattern, 'u');

@Resolver()
export class QuestionControlResolver {
  constructor(private readonly control: ControlQuestion) {}

  @Command()
  confirmPromise(
    @Input({ text: { max: MAX_WORDS_LENGTH } }) input: ConfirmPromiseInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    return this.control.confirmPromise(ctx, input);
  }

  @Command()
  extendPromise(
    @Input({ reason: { max: MAX_WORDS_LENGTH } }) input: ExtendPromiseInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    return this.control.extendPromise(ctx, input);
  }

  @Command()
  classifyQuestion(@Input() input: ClassifyQuestionInput, @Ctx() ctx: ClientCommandContext) {
    if (!classifier.test(input.classifier))
      throw new BadInput('BAD_INPUT', 'input.classifier', {}, 'Parts of four digits, with dots between them.');
    return this.control.classify(ctx, input);
  }

  @Command()
  correctTopic(
    @Input({ reason: { max: MAX_WORDS_LENGTH } }) input: CorrectTopicInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    return this.control.correctTopic(ctx, input);
  }

  @Command()
  acknowledgeAssignment(@Input() input: QuestionActInput, @Ctx() ctx: ClientCommandContext) {
    return this.control.acknowledge(ctx, input);
  }

  @Command()
  assignCoExecutors(@Input() input: AssignCoExecutorsInput, @Ctx() ctx: ClientCommandContext) {
    return this.control.assignCoExecutors(ctx, cleanCoExecutors(input, 'input'));
  }

  @Command()
  finishPart(
    @Input({ text: { max: MAX_WORDS_LENGTH, optional: true } }) input: FinishPartInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    demandOneOf(input, 'input');
    return this.control.finishPart(ctx, input);
  }

  @Command()
  addContribution(
    @Input({ text: { max: MAX_TEXT_LENGTH } }) input: AddContributionInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    return this.control.contribute(ctx, input);
  }

  @Command()
  putUnderControl(@Input() input: PutUnderControlInput, @Ctx() ctx: ClientCommandContext) {
    return this.control.putUnderControl(ctx, input);
  }

  @Command()
  takeOffControl(@Input() input: QuestionActInput, @Ctx() ctx: ClientCommandContext) {
    return this.control.takeOffControl(ctx, input);
  }
}

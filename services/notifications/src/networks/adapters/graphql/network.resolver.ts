import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type {
  AccountAnswers as AnswersView,
  AnswerPath,
  QueryAnswerPathsArgs,
  RecordPlacedNoticeInput,
  ReleaseNoticeInput,
  SettleUnknownNoticeInput,
  UnknownNotice,
} from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import { BadInput, Command, Ctx, Input, readAsOfficial, type PermittedContext } from '@otklik/host';
import { Clock } from '@otklik/kernel';
import { AccountAnswers } from '../../store/account-answers.js';
import { DecideByOfficial } from '../../application/decide-by-official.js';
import { ForeseePaths } from '../../application/foresee-paths.js';
import { ListWaiting } from '../../application/list-waiting.js';

const MAX_WORDS_LENGTH = 4_000;
const MAX_LINK_LENGTH = 500;

/** Answers in networks: what is possible, what waits for a person, what the person decides. */
@Resolver()
export class NetworkResolver {
  constructor(
    private readonly decide: DecideByOfficial,
    private readonly waiting: ListWaiting,
    private readonly paths: ForeseePaths,
    private readonly answers: AccountAnswers,
    private readonly clock: Clock,
  ) {}

  @Query()
  unknownNotices(@Context() context: PermittedContext): Promise<readonly UnknownNotice[]> {
    return readAsOfficial(context, ({ district }) => this.waiting.of(district));
  }

  @Query()
  accountAnswers(@Context() context: PermittedContext): Promise<readonly AnswersView[]> {
    return readAsOfficial(context, ({ district }) => this.answers.of(district, this.clock.now()));
  }

  @Query()
  answerPaths(
    @Args() { question }: QueryAnswerPathsArgs,
    @Context() context: PermittedContext,
  ): Promise<readonly AnswerPath[]> {
    return readAsOfficial(context, (reader) => this.paths.of(reader, question));
  }

  @Command()
  settleUnknownNotice(@Input() input: SettleUnknownNoticeInput, @Ctx() ctx: ClientCommandContext) {
    if (input.word === 'NEVER')
      throw new BadInput('BAD_INPUT', 'input.word', {}, 'NEVER is said of what a restore holds back.');
    return this.decide.seen(ctx, input);
  }

  @Command()
  releaseNotice(
    @Input({ words: { max: MAX_WORDS_LENGTH, optional: true } }) input: ReleaseNoticeInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    return this.decide.released(ctx, input);
  }

  @Command()
  recordPlacedNotice(
    @Input({ link: { max: MAX_LINK_LENGTH, optional: true } }) input: RecordPlacedNoticeInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    const { link } = input;
    if (link && !(URL.canParse(link) && new URL(link).protocol === 'https:'))
      throw new BadInput('BAD_INPUT', 'input.link', {}, 'An https address is needed.');
    return this.decide.placed(ctx, input);
  }
}

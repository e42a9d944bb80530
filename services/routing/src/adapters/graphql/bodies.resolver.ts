import { Resolver } from '@nestjs/graphql';
import type {
  BodyLetterActInput,
  BodyReactionRecorded,
  InformAsBodyInput,
  QuestionActInput,
  ReactAsBodyInput,
  RecordBodyReactionInput,
} from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import {
  BadInput,
  checkAll,
  cleanText,
  Command,
  Ctx,
  Input,
  MAX_TEXT_LENGTH,
  optionalText,
  writeConsistencyToken,
} from '@otklik/host';
import { localDate } from '@otklik/kernel';
import { FollowBodies } from '../../application/follow-bodies.js';
import { RequestInformationOf } from '../../application/request-information.js';

const MAX_NUMBER_LENGTH = 50;

/** What the bodies did with the questions that were forwarded to them. */
@Resolver()
export class BodiesResolver {
  constructor(
    private readonly bodies: FollowBodies,
    private readonly information: RequestInformationOf,
  ) {}

  @Command()
  recordBodyReaction(
    @Input({}, demandOtherSource, checked) input: RecordBodyReactionInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    return this.bodies.record(ctx, { ...input, ...checked(input, ctx) });
  }

  @Command()
  async reactAsBody(@Input() input: ReactAsBodyInput, @Ctx() ctx: ClientCommandContext): Promise<BodyReactionRecorded> {
    return recorded(await this.bodies.react(ctx, { ...input, ...checked(input, ctx) }));
  }

  @Command()
  async informAsBody(
    @Input({ text: { max: MAX_TEXT_LENGTH }, number: { max: 100, optional: true } }) input: InformAsBodyInput,
    @Ctx() ctx: ClientCommandContext,
  ): Promise<BodyReactionRecorded> {
    return recorded(await this.information.inform(ctx, input));
  }

  @Command()
  revokeBodyLink(@Input() input: BodyLetterActInput, @Ctx() ctx: ClientCommandContext) {
    return this.bodies.revoke(ctx, input);
  }

  @Command()
  takeBackQuestion(@Input() input: QuestionActInput, @Ctx() ctx: ClientCommandContext) {
    return this.bodies.takeBack(ctx, input);
  }
}

function recorded({ question, version }: { readonly question: string; readonly version: number }) {
  const consistencyToken = writeConsistencyToken({ service: 'routing', stream: question, version });
  return { __typename: 'BodyReactionRecorded', consistencyToken } as const;
}

function demandOtherSource({ source }: RecordBodyReactionInput): void {
  if (source === 'PAGE')
    throw new BadInput('BAD_INPUT', 'input.source', {}, 'What a body tells on its page is recorded by the page.');
}

type ReportedReaction = Pick<ReactAsBodyInput, 'reaction' | 'number' | 'reactedOn' | 'text'>;

/** What was taken up has a number, what is given back has a reason. Throws `BadInput`. */
function checked(
  { reaction, number, reactedOn, text }: ReportedReaction,
  { at, inDistrict }: ClientCommandContext,
): Pick<ReportedReaction, 'number' | 'text'> {
  const numbered = { max: MAX_NUMBER_LENGTH, path: 'input.number' };
  const told = { max: MAX_TEXT_LENGTH, path: 'input.text' };
  const [, cleanNumber, clean] = checkAll(
    () => {
      if (reactedOn > localDate(at, inDistrict.zone)) throw new BadInput('DATE_IN_FUTURE', 'input.reactedOn');
    },
    () => (reaction === 'ACCEPTED' ? cleanText(number ?? '', numbered) : optionalText(number, numbered)),
    () => (reaction === 'REFUSED' ? cleanText(text ?? '', told) : optionalText(text, told)),
  );
  return { number: cleanNumber, text: clean } as Pick<ReportedReaction, 'number' | 'text'>;
}

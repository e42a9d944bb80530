import { Injectable } from '@nestjs/common';
import type {
  BodyLetterActInput,
  QuestionActInput,
  ReactAsBodyInput,
  RecordBodyReactionInput,
} from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext, CommandContext, Handled } from '@otklik/event-store';
import { localDate, Refusal, refuse } from '@otklik/kernel';
import { Directory, type Transaction } from '@otklik/tenancy';
import { readBodyLink, Secrets } from '@otklik/vault';
import type { RecordReaction } from '../domain/question-bodies.decide.js';
import type { QuestionEvent, QuestionState } from '../domain/question-state.js';
import { QuestionHandler } from './question-handler.js';

type Changed = Promise<Handled<QuestionState, QuestionEvent>>;

/** What becomes of a question at the bodies to which it was forwarded. Each throws `Refusal`, `IdempotencyKeyReused`. */
@Injectable()
export class FollowBodies {
  private readonly linkKey: Buffer;

  constructor(
    private readonly questions: QuestionHandler,
    private readonly directory: Directory,
    secrets: Secrets,
  ) {
    this.linkKey = secrets.of('body-link');
  }

  /** Throws `VersionConflict`, too. */
  record(
    ctx: ClientCommandContext,
    { id, expectedVersion, letter, source, ...input }: RecordBodyReactionInput,
  ): Changed {
    const command = reactionOf(ctx, letter, input, source ?? 'LETTER');
    return this.questions.handle(ctx, id, command, { expectedVersion });
  }

  /** By the server of the body, which lists the request. `at`: ISO 8601 UTC. */
  async takenUp(
    command: CommandContext,
    {
      question,
      at,
      ...told
    }: { readonly question: string; readonly letter: string; readonly number: string; readonly at: string },
    tx: Transaction,
  ): Promise<void> {
    const zone = this.directory.districtById(command.district)?.zone;
    if (zone === undefined) throw new TypeError(`The directory has no district ${command.district}`);
    await this.questions.handle(command, question, { type: 'NoteTakenUp', ...told, on: localDate(at, zone) }, { tx });
  }

  /** By the body itself. Refuses NOT_FOUND for every link that does not open its page, whatever the reason. */
  async react(
    ctx: ClientCommandContext,
    { link, ...input }: ReactAsBodyInput,
  ): Promise<{ readonly question: string; readonly version: number }> {
    const { question, letter } = readBodyLink(this.linkKey, ctx.district, link) ?? refuse('NOT_FOUND');
    const command = { ...reactionOf(ctx, letter, input, 'PAGE'), record: ctx.commandId };
    const { version } = await this.questions.handle(ctx, question, command).catch(closed);
    return { question, version };
  }

  /** Throws `VersionConflict`, too. */
  revoke(ctx: ClientCommandContext, { id, expectedVersion, letter }: BodyLetterActInput): Changed {
    return this.questions.handle(
      ctx,
      id,
      { type: 'RevokeBodyLink', letter: letter.toLowerCase() },
      { expectedVersion },
    );
  }

  /** Throws `VersionConflict`, too. */
  takeBack(ctx: ClientCommandContext, { id, expectedVersion }: QuestionActInput): Changed {
    return this.questions.handle(ctx, id, { type: 'TakeBackQuestion' }, { expectedVersion });
  }
}

/** The applicant's data was erased; the question has not received that event yet. */
function closed(error: unknown): never {
  if (error instanceof Refusal && error.code === 'QUESTION_STATE_FORBIDS') refuse('NOT_FOUND');
  throw error;
}

type ReportedReaction = Pick<ReactAsBodyInput, 'reaction' | 'number' | 'reactedOn' | 'text'>;

function reactionOf(
  { at, inDistrict }: ClientCommandContext,
  letter: string,
  { reaction, number, reactedOn, text }: ReportedReaction,
  source: RecordReaction['source'],
): RecordReaction {
  return {
    type: 'RecordReaction',
    letter: letter.toLowerCase(),
    reaction,
    source,
    reactedOn,
    ...(number && { number }),
    ...(text && { text }),
    today: localDate(at, inDistrict.zone),
  };
}

import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type {
  ProposePublicationInput,
  PublicationMark,
  PublishAnswerInput,
  QueryPublicationMarksArgs,
  TakeBackPublicationInput,
} from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import {
  BadInput,
  checkAll,
  cleanText,
  Command,
  Ctx,
  demandRange,
  Input,
  MAX_TEXT_LENGTH,
  readAsOfficial,
  verbatimText,
  type PermittedContext,
} from '@otklik/host';
import { PublicTexts } from '../../application/public-texts.js';
import { PublishResponse } from '../../application/publish-response.js';

const MAX_TITLE = 200;
const MAX_OFFICIALS = 20;
const MAX_ALT = 200;
/** Of one input; how many a publication may have is the domain's. */
const MAX_PHOTOS = 20;

@Resolver()
export class PublicationResolver {
  constructor(
    private readonly publication: PublishResponse,
    private readonly texts: PublicTexts,
  ) {}

  @Query()
  publicationMarks(
    @Args() { title, matter, text, officials }: QueryPublicationMarksArgs,
    @Context() context: PermittedContext,
  ): Promise<PublicationMark[]> {
    const named = officials ?? [];
    demandRange(named.length, { min: 0, max: MAX_OFFICIALS }, 'officials');
    const texts = {
      title: verbatimText(title ?? '', { max: MAX_TITLE, path: 'title' }),
      matter: verbatimText(matter ?? '', { max: MAX_TEXT_LENGTH, path: 'matter' }),
      text: verbatimText(text ?? '', { max: MAX_TEXT_LENGTH, path: 'text' }),
    };
    return readAsOfficial(context, ({ inDistrict }) => this.texts.marks(inDistrict, texts, named));
  }

  @Command()
  proposePublication(
    @Input({ title: { max: MAX_TITLE }, matter: { max: MAX_TEXT_LENGTH }, text: { max: MAX_TEXT_LENGTH } }, checkPhotos)
    input: ProposePublicationInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    return this.publication.propose(ctx, input);
  }

  @Command()
  publishAnswer(@Input({}, checkReleased) input: PublishAnswerInput, @Ctx() ctx: ClientCommandContext) {
    return this.publication.publish(ctx, input);
  }

  @Command()
  takeBackPublication(
    @Input({ reason: { max: 2_000 } }) input: TakeBackPublicationInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    return this.publication.takeBack(ctx, input);
  }
}

/** Each photo says what is seen on it. */
function checkPhotos({ photos }: ProposePublicationInput): void {
  demandFew(photos);
  checkAll(
    ...(photos ?? []).map(
      ({ alt }, at) =>
        () =>
          cleanText(alt, { max: MAX_ALT, path: `input.photos.${at}.alt` }),
    ),
  );
}

function checkReleased({ photos }: PublishAnswerInput): void {
  demandFew(photos);
}

function demandFew(photos: readonly unknown[] | null | undefined): void {
  if ((photos?.length ?? 0) > MAX_PHOTOS) throw new BadInput('TOO_MANY_ITEMS', 'input.photos', { max: MAX_PHOTOS });
}

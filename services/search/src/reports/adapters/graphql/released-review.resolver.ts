import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type {
  PrepareReviewInput,
  PublishedReview,
  PublishedReviewPage,
  PublishedReviewSummary,
  QueryPublishedReviewArgs,
  QueryReviewEditionsArgs,
  ReleaseReviewInput,
  ReviewEdition as EditionView,
  TakeBackReviewInput,
} from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import { BadInput, Command, Ctx, Forbidden, Input, type PermittedContext } from '@otklik/host';
import { localDate } from '@otklik/kernel';
import { Directory, type District } from '@otklik/tenancy';
import { districtOf } from '../../../register/adapters/graphql/district-of.js';
import { officialOf } from '../../../register/application/list/directory-names.js';
import { ReleaseReviews } from '../../application/release-reviews.js';
import { reviewCsv, reviewDocx, reviewOdt } from '../../application/review-files.js';
import { quarterOf, yearBefore, yearOf, type ReportPeriod } from '../../domain/report-period.js';
import { isOwnEdition, type ReviewEdition } from '../../application/review-edition.js';

const MAX_PARAGRAPHS = 30;
const MAX_LENGTH = 2_000;

type Prepared = Pick<PrepareReviewInput, 'key' | 'period' | 'text'>;

/** Reviews of appeals that were released, for all, and what officials do until one is. */
@Resolver()
export class ReleasedReviewResolver {
  constructor(
    private readonly reviews: ReleaseReviews,
    private readonly directory: Directory,
  ) {}

  @Query('reviewEditions')
  async reviewEditions(
    @Args() { period }: QueryReviewEditionsArgs,
    @Context() context: PermittedContext,
  ): Promise<readonly EditionView[]> {
    const district = districtOf(context);
    const { actor } = context;
    const official = actor.kind === 'official' ? actor.id : '';
    const editions = await this.reviews.ofPeriod(district.id, checkedPeriod(period, 'period').name);
    return editions.map((one) => this.view(one, district, official));
  }

  @Query('publishedReviews')
  async publishedReviews(@Context() context: PermittedContext): Promise<readonly PublishedReviewSummary[]> {
    const district = districtOf(context);
    return (await this.reviews.published(district.id)).map((one) => summary(one, district));
  }

  @Query('publishedReview')
  async publishedReview(
    @Args() { period }: QueryPublishedReviewArgs,
    @Context() context: PermittedContext,
  ): Promise<PublishedReviewPage | null> {
    const district = districtOf(context);
    const found = await this.reviews.everPublic(district.id, period);
    if (!found) return null;
    const takenBack = found.state !== 'RELEASED';
    return { takenBack, review: takenBack ? null : published(found, district) };
  }

  @Command()
  async prepareReview(
    @Input<Prepared>({ text: { max: MAX_LENGTH, items: MAX_PARAGRAPHS } }, checkPrepared) input: PrepareReviewInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    demandAll(ctx);
    return this.answer(await this.reviews.prepare(ctx, checkedPeriod(input.period, 'input.period'), input), ctx);
  }

  @Command()
  async releaseReview(@Input() input: ReleaseReviewInput, @Ctx() ctx: ClientCommandContext) {
    demandAll(ctx);
    return this.answer(await this.reviews.release(ctx, input), ctx);
  }

  @Command()
  async takeBackReview(
    @Input<TakeBackReviewInput>({ reason: { max: MAX_LENGTH } }) input: TakeBackReviewInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    demandAll(ctx);
    return this.answer(await this.reviews.takeBack(ctx, input), ctx);
  }

  private answer(edition: ReviewEdition, { inDistrict, sender }: ClientCommandContext) {
    const official = sender.kind === 'official' ? sender.id : '';
    return { __typename: 'ReviewEdition', ...this.view(edition, inDistrict, official) } as const;
  }

  private view(edition: ReviewEdition, district: District, official: string): EditionView {
    const { id, version, period, edition: number, state, title, text, prepared, decided } = edition;
    const who = (by: string | undefined) => officialOf(this.directory, district, by) ?? null;
    return {
      id,
      version,
      period,
      edition: number,
      state,
      title,
      text: [...text],
      preparedAt: prepared.at,
      preparedBy: who(prepared.official),
      decidedAt: decided?.at ?? null,
      decidedBy: who(decided?.official),
      reason: decided?.reason ?? null,
      isOwn: isOwnEdition(edition, { official }),
    };
  }
}

function published(found: ReviewEdition, district: District): PublishedReview {
  const review = { period: spanOf(found), before: yearBefore(spanOf(found)), tables: found.tables };
  return {
    ...summary(found, district),
    before: review.before.name,
    text: [...found.text],
    tables: found.tables.map(({ lines, ...table }) => ({
      ...table,
      lines: lines.map(({ of = null, ...line }) => ({ ...line, of })),
    })),
    csv: reviewCsv(review),
    odt: Buffer.from(reviewOdt(review, district.name, found.text)).toString('base64'),
    docx: Buffer.from(reviewDocx(review, district.name, found.text)).toString('base64'),
  };
}

function summary(edition: ReviewEdition, district: District): Omit<PublishedReviewSummary, '__typename'> {
  const { period, edition: number, title, figures, decided } = edition;
  return {
    period,
    edition: number,
    title,
    releasedOn: localDate(decided!.at, district.zone),
    ...figures,
  };
}

/** A report of the whole district is made by who acts in all of it. */
function demandAll({ mayActIn }: ClientCommandContext): void {
  if (mayActIn !== 'ALL') throw new Forbidden();
}

function spanOf({ period }: ReviewEdition): ReportPeriod {
  return (quarterOf(period) ?? yearOf(period))!;
}

function checkedPeriod(text: string, path: string): ReportPeriod {
  const period = quarterOf(text) ?? yearOf(text);
  if (!period) throw new BadInput('VALUE_MALFORMED', path);
  return period;
}

function checkPrepared({ period }: Prepared, { at, inDistrict }: ClientCommandContext): void {
  // What goes on has no final numbers.
  if (checkedPeriod(period, 'input.period').to >= localDate(at, inDistrict.zone))
    throw new BadInput('DATE_IN_FUTURE', 'input.period');
}

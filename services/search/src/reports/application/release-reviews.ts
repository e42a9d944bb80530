import { Injectable } from '@nestjs/common';
import type { PrepareReviewInput, ReleaseReviewInput, TakeBackReviewInput } from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import { IdempotencyKeyReused, refuse, uuidv5, VersionConflict } from '@otklik/kernel';
import { Database, type Transaction } from '@otklik/tenancy';
import { holdsPersonalData, sayableOf } from '@otklik/text-analysis';
import { russianLexicon } from '@otklik/text-analysis/morphology';
import type { ReportPeriod } from '../domain/report-period.js';
import { figuresOf } from '../domain/review-figures.js';
import {
  isOwnEdition,
  publicEditions,
  takenBackTo,
  type EditionAct,
  type EditionState,
  type ReviewEdition,
} from './review-edition.js';
import { ReviewEditions } from '../store/review-editions.js';
import { reviewTitle } from './review-files.js';
import { Reviews } from './reviews.js';

type Decided = ReleaseReviewInput & Partial<Pick<TakeBackReviewInput, 'reason'>>;

type Decide = (edition: ReviewEdition, of: readonly ReviewEdition[], act: EditionAct) => EditionState;

/** A review is prepared by one official and released by another; numbers stay as they were counted. */
@Injectable()
export class ReleaseReviews {
  constructor(
    private readonly database: Database,
    private readonly editions: ReviewEditions,
    private readonly reviews: Reviews,
  ) {}

  /** Of the period, the newest first. */
  async ofPeriod(district: number, period: string): Promise<readonly ReviewEdition[]> {
    return (await this.editions.all(district)).filter((one) => one.period === period);
  }

  /** What all may read: one of each period, the newest first. */
  async published(district: number): Promise<readonly ReviewEdition[]> {
    return publicEditions(await this.editions.everPublic(district));
  }

  /** The period's newest edition that was ever public: released, or taken back since. */
  async everPublic(district: number, period: string): Promise<ReviewEdition | undefined> {
    return (await this.editions.everPublic(district, period))[0];
  }

  /** Throws `Refusal` PERSONAL_DATA_FOUND, FORBIDDEN; `IdempotencyKeyReused`. */
  async prepare(ctx: ClientCommandContext, period: ReportPeriod, { text }: PrepareReviewInput): Promise<ReviewEdition> {
    const prepared = actOf(ctx);
    await refusePersonalData(ctx, 'text', text);
    const counted = await this.reviews.count(ctx.inDistrict, period);
    return this.within(ctx, async (tx) => {
      const [newest] = await this.editions.ofPeriod(tx, ctx.district, period.name);
      const made: ReviewEdition = {
        id: uuidv5(ctx.commandId, 'review'),
        period: period.name,
        edition: (newest?.edition ?? 0) + 1,
        title: reviewTitle(counted, ctx.inDistrict.name),
        text,
        tables: counted.tables,
        figures: figuresOf(counted.tables),
        version: 1,
        state: 'PREPARED',
        prepared,
      };
      await this.editions.prepare(tx, ctx.district, made, { command: ctx.commandId, fingerprint: ctx.fingerprint });
      return made.id;
    });
  }

  /** Throws `Refusal` NOT_FOUND, OWN_PUBLICATION, FORBIDDEN; `VersionConflict`; `IdempotencyKeyReused`. */
  release(ctx: ClientCommandContext, input: ReleaseReviewInput): Promise<ReviewEdition> {
    return this.decide(ctx, input, (edition, [newest], act) => {
      // One that was prepared later has its place.
      if (edition.state !== 'PREPARED' || newest?.id !== edition.id) refuse('NOT_FOUND');
      if (isOwnEdition(edition, act)) refuse('OWN_PUBLICATION');
      return 'RELEASED';
    });
  }

  /** Of one that was not released, it is dropped. Throws `Refusal` NOT_FOUND, PERSONAL_DATA_FOUND, FORBIDDEN; `VersionConflict`; `IdempotencyKeyReused`. */
  async takeBack(ctx: ClientCommandContext, input: TakeBackReviewInput): Promise<ReviewEdition> {
    await refusePersonalData(ctx, 'reason', [input.reason]);
    return this.decide(ctx, input, ({ state }) => takenBackTo(state) ?? refuse('NOT_FOUND'));
  }

  private decide(ctx: ClientCommandContext, input: Decided, decide: Decide) {
    const { id, expectedVersion, reason } = input;
    const act = actOf(ctx);
    return this.within(ctx, async (tx) => {
      const edition = (await this.editions.one(tx, ctx.district, id)) ?? refuse('NOT_FOUND');
      if (edition.version !== expectedVersion) throw new VersionConflict(expectedVersion, edition.version);
      const state = decide(edition, await this.editions.ofPeriod(tx, ctx.district, edition.period), act);
      const { commandId: command, fingerprint } = ctx;
      const version = edition.version + 1;
      await this.editions.decide(tx, ctx.district, {
        ...act,
        review: id,
        version,
        state,
        reason,
        command,
        fingerprint,
      });
      return id;
    });
  }

  /** The same command again gets what it made. */
  private within(
    { district, commandId, fingerprint }: ClientCommandContext,
    act: (tx: Transaction) => Promise<string>,
  ): Promise<ReviewEdition> {
    return this.database.scope(district).transaction(async (tx) => {
      const repeated = await this.editions.byCommand(tx, district, commandId);
      if (repeated && repeated.fingerprint !== fingerprint)
        throw new IdempotencyKeyReused('this key was used for another act on a review');
      const id = repeated?.id ?? (await act(tx));
      return (await this.editions.one(tx, district, id))!;
    });
  }
}

/** Texts of reviews are kept as they are, and those of officials alone, too: no person is named in them. */
async function refusePersonalData(
  { inDistrict }: ClientCommandContext,
  field: 'text' | 'reason',
  texts: readonly string[],
): Promise<void> {
  const lexicon = await russianLexicon();
  const sayable = sayableOf(inDistrict.public, []);
  if (texts.some((one) => holdsPersonalData(one, sayable, lexicon))) refuse('PERSONAL_DATA_FOUND', { field });
}

function actOf({ actor, at }: ClientCommandContext): EditionAct {
  const official = actor.kind === 'official' && actor.id !== undefined ? actor.id : refuse('FORBIDDEN');
  return { official, at, ...(actor.onBehalfOf !== undefined && { onBehalfOf: actor.onBehalfOf }) };
}

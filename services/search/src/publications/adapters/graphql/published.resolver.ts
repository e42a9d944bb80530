import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type {
  AnswerWasEnoughInput,
  EnoughAnswer,
  MarkAnswerInput,
  MarkedAnswer,
  PublishedAnswer,
  PublishedAnswerList,
  PublishedAnswerPage,
  QueryNearestAnswersArgs,
  QueryPublishedAnswersArgs,
} from '@otklik/contracts/generated/graphql';
import { answerPhotoPath } from '@otklik/contracts/public-address';
import { cleanText, MAX_TEXT_LENGTH, NotFound, optionalText, type PermittedContext } from '@otklik/host';
import { addDays, Clock, compact, localDate } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import { districtOf } from '../../../register/adapters/graphql/district-of.js';
import { settlementOf, topicOf } from '../../../register/application/list/directory-names.js';
import { AnswerMarks } from '../../store/answer-marks.js';
import { EnoughAnswers, type EnoughOnDay } from '../../store/enough-answers.js';
import { PublishedAnswers, type PublishedRow } from '../../store/published-answers.js';

const MAX_WORDS = 200;
const MAX_CODE = 100;
const MAX_SKIP = 10_000;
const USUAL_PAGE = 20;
const MAX_PAGE = 100;
const ENOUGH_DAYS = 30;
const MAX_ENOUGH = 50;

/** Answers that all may read. */
@Resolver()
export class PublishedResolver {
  constructor(
    private readonly answers: PublishedAnswers,
    private readonly enough: EnoughAnswers,
    private readonly marks: AnswerMarks,
    private readonly clock: Clock,
  ) {}

  @Query('nearestAnswers')
  async nearestAnswers(
    @Args() { text, topic, settlement }: QueryNearestAnswersArgs,
    @Context() context: PermittedContext,
  ): Promise<readonly PublishedAnswer[]> {
    const district = districtOf(context);
    const words = cleanText(text, { max: MAX_TEXT_LENGTH, path: 'text' });
    const rows = await this.answers.nearest(district.id, { words, ...placeIn({ topic, settlement }) });
    return rows.map((row) => answerView(row, district));
  }

  @Query('enoughAnswers')
  async enoughAnswers(@Context() context: PermittedContext): Promise<readonly EnoughAnswer[]> {
    const { id, zone } = districtOf(context);
    const from = addDays(localDate(this.clock.now(), zone), 1 - ENOUGH_DAYS);
    return byAnswer(await this.enough.since(id, from));
  }

  @Mutation('answerWasEnough')
  answerWasEnough(@Args('input') { key, answer }: AnswerWasEnoughInput, @Context() context: PermittedContext) {
    const { id, zone } = districtOf(context);
    const on = localDate(this.clock.now(), zone);
    return this.enough.count(id, { answer, key, on, network: context.network });
  }

  @Query('publishedAnswers')
  async publishedAnswers(
    @Args() { words, topic, settlement, skip, first }: QueryPublishedAnswersArgs,
    @Context() context: PermittedContext,
  ): Promise<PublishedAnswerList> {
    const district = districtOf(context);
    const asked = optionalText(words, { max: MAX_WORDS, path: 'words' });
    const filter = compact({ words: asked, ...placeIn({ topic, settlement }) });
    const page = { skip: clamped(skip ?? 0, 0, MAX_SKIP), first: clamped(first ?? USUAL_PAGE, 1, MAX_PAGE) };
    const { rows, topics, settlements, ...sums } = await this.answers.list(district.id, filter, page);
    return {
      ...sums,
      answers: rows.map((row) => answerView(row, district)),
      topics: topics.map(({ code, count }) => ({ code, name: topicOf(district, code).name, count })),
      settlements: settlements.map(({ code, count }) => ({ code, name: settlementOf(district, code).name, count })),
    };
  }

  @Query('publishedAnswer')
  async publishedAnswer(
    @Args('id') id: string,
    @Context() context: PermittedContext,
  ): Promise<PublishedAnswerPage | null> {
    const district = districtOf(context);
    const found = await this.answers.one(district.id, id);
    if (found === undefined) return null;
    return found === 'TAKEN_BACK'
      ? { takenBack: true, answer: null }
      : { takenBack: false, answer: answerView(found, district) };
  }

  /** By its nature the same mark twice is one. */
  @Mutation('markAnswer')
  async markAnswer(
    @Args('input') { id, browser, helped }: MarkAnswerInput,
    @Context() context: PermittedContext,
  ): Promise<MarkedAnswer> {
    const district = districtOf(context);
    await this.readable(district.id, id);
    const mark = { publication: id, browser, network: context.network, helped };
    const counted = await this.marks.mark(district.id, mark);
    const now = await this.readable(district.id, id);
    return { counted, helped: now.helped, notHelped: now.notHelped };
  }

  private async readable(district: number, id: string): Promise<PublishedRow> {
    const found = await this.answers.one(district, id);
    if (found === undefined || found === 'TAKEN_BACK') throw new NotFound();
    return found;
  }
}

function answerView({ topic, settlement, photos, ...row }: PublishedRow, district: District): PublishedAnswer {
  return {
    ...row,
    photos: photos.map(({ number, side, alt }) => ({ url: answerPhotoPath(district.code, row.id, number), side, alt })),
    topic: topic === null ? null : topicOf(district, topic).name,
    topicCode: topic,
    settlement: settlement === null ? null : settlementOf(district, settlement).name,
    settlementCode: settlement,
  };
}

/** Codes of the chosen topic and settlement. */
function placeIn({ topic, settlement }: Pick<QueryNearestAnswersArgs, 'topic' | 'settlement'>) {
  return compact({
    topic: optionalText(topic, { max: MAX_CODE, path: 'topic' }),
    settlement: optionalText(settlement, { max: MAX_CODE, path: 'settlement' }),
  });
}

function byAnswer(days: readonly EnoughOnDay[]): readonly EnoughAnswer[] {
  const all = Map.groupBy(days, ({ id }) => id);
  return [...all]
    .map(([id, of]) => ({
      id,
      title: of[0]!.title,
      count: of.reduce((sum, { count }) => sum + count, 0),
      days: of.map(({ on, count }) => ({ on, count })),
    }))
    .toSorted((one, other) => other.count - one.count)
    .slice(0, MAX_ENOUGH);
}

function clamped(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

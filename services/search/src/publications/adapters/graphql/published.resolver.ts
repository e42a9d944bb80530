import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type {
  PublishedAnswer,
  PublishedAnswerList,
  PublishedAnswerPage,
  QueryPublishedAnswersArgs,
} from '@otklik/contracts/generated/graphql';
import { optionalText, type PermittedContext } from '@otklik/host';
import { compact } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import { districtOf } from '../../../register/adapters/graphql/district-of.js';
import { settlementOf, topicOf } from '../../../register/application/list/directory-names.js';
import { PublishedAnswers, type PublishedRow } from '../../store/published-answers.js';

const MAX_WORDS = 200;
const MAX_CODE = 100;
const MAX_SKIP = 10_000;

/** Answers that all may read. */
@Resolver()
export class PublishedResolver {
  constructor(private readonly answers: PublishedAnswers) {}

  @Query('publishedAnswers')
  async publishedAnswers(
    @Args() { words, topic, settlement, skip }: QueryPublishedAnswersArgs,
    @Context() context: PermittedContext,
  ): Promise<PublishedAnswerList> {
    const district = districtOf(context);
    const asked = optionalText(words, { max: MAX_WORDS, path: 'words' });
    const filter = compact({
      words: asked,
      topic: optionalText(topic, { max: MAX_CODE, path: 'topic' }),
      settlement: optionalText(settlement, { max: MAX_CODE, path: 'settlement' }),
    });
    const from = Math.min(MAX_SKIP, Math.max(0, skip ?? 0));
    const { rows, total, topics, settlements } = await this.answers.list(district.id, filter, from);
    return {
      total,
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
}

function answerView({ topic, settlement, ...row }: PublishedRow, district: District): PublishedAnswer {
  return {
    ...row,
    topic: topic === null ? null : topicOf(district, topic).name,
    settlement: settlement === null ? null : settlementOf(district, settlement).name,
  };
}

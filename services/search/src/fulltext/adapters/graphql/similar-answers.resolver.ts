import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { QuerySimilarAnswersArgs, SimilarAnswer as Shown } from '@otklik/contracts/generated/graphql';
import { NotFound, type PermittedContext } from '@otklik/host';
import { Clock, localDate } from '@otklik/kernel';
import { Directory, type District } from '@otklik/tenancy';
import { Secrets } from '@otklik/vault';
import { recordSearch } from '../../../records/adapters/graphql/record-search.js';
import { Openings } from '../../../records/application/openings.js';
import { districtOf } from '../../../register/adapters/graphql/district-of.js';
import { mayReadCard, viewing } from '../../../register/application/card/row-view.js';
import { topicOf } from '../../../register/application/list/directory-names.js';
import { listedRow } from '../../../register/application/list/listed-row.js';
import { RegisterReader } from '../../../register/application/list/register-reader.js';
import type { RegisterRow } from '../../../register/application/list/register-row.js';
import { SimilarAnswers, type SimilarAnswer } from '../../application/similar-answers.js';
import { asOpenFields } from '../../domain/open-fields.js';
import { SearchGuard } from './search-guard.js';

/** Of what was asked so much is shown. */
const EXCERPT_LENGTH = 240;

/** What was answered before to texts like that of a question, for who writes its answer. */
@Resolver()
export class SimilarAnswersResolver {
  private readonly key: Buffer;

  constructor(
    private readonly directory: Directory,
    private readonly reader: RegisterReader,
    private readonly similar: SimilarAnswers,
    private readonly openings: Openings,
    private readonly guard: SearchGuard,
    private readonly clock: Clock,
    secrets: Secrets,
  ) {
    this.key = secrets.of('cursor');
  }

  @Query('similarAnswers')
  async similarAnswers(
    @Args() { question: asked }: QuerySimilarAnswersArgs,
    @Context() context: PermittedContext,
  ): Promise<readonly Shown[]> {
    const district = districtOf(context);
    const question = asked.toLowerCase();
    const at = this.clock.now();
    const { actor, language } = context;
    const view = viewing(this.directory, district, at, actor, language);
    const mayRead = (row: RegisterRow): boolean => mayReadCard(listedRow(row), view);
    const row = await this.rowOf(district, question);
    if (!row || !mayRead(row)) throw new NotFound();
    const filter = view.reads === 'ALL' ? {} : { departments: view.reads };
    const search = { words: '', path: 'question', actor, districts: [district] };
    const found = await this.guard.guarded(search, () =>
      this.similar.of(district, { row, question }, { filter, mayRead, mask: (text) => this.guard.mask(text) }),
    );
    // Recorded before it is shown, as every search whose hits show texts.
    if (found.length > 0)
      await recordSearch(this.openings, this.key, context, {
        district: district.id,
        asked: `similar ${question}`,
        at,
        rows: found.length,
      });
    return found.map((one) => this.view(one, district));
  }

  private async rowOf({ id }: District, question: string): Promise<RegisterRow | undefined> {
    const place = await this.reader.changeOf([id], question);
    const row = place && (await this.reader.row(id, place.id));
    return row?.questions.some((one) => one.id === question) ? row : undefined;
  }

  private view({ row, question, signedAt, published, clear }: SimilarAnswer, district: District): Shown {
    const topic = row.questions.find(({ id }) => id === question)?.topic;
    const text = this.guard.mask(row.clear.gist ?? row.clear.text ?? '');
    return {
      appeal: row.id,
      number: row.number ?? row.receipt,
      topic: topic === undefined ? null : topicOf(district, topic),
      answeredOn: localDate(signedAt, district.zone),
      asked: text.length > EXCERPT_LENGTH ? `${text.slice(0, EXCERPT_LENGTH).trimEnd()}…` : text,
      isPublished: published !== undefined,
      // A published text has marks in the place of persons, and may name officials.
      text: asOpenFields(this.guard.mask(published ?? clear)),
    };
  }
}

import { Module } from '@nestjs/common';
import { evidenceChain } from '@otklik/event-store';
import { ENVIRONMENT, THROTTLE, WORKER_POOL, type ServiceDefinition } from '@otklik/host';
import { Logger } from '@otklik/observability';
import { ReadModels } from '@otklik/read-models';
import { Database } from '@otklik/tenancy';
import { analyser, type Analyse } from '@otklik/text-analysis';
import { russianLexicon, russianMorphology } from '@otklik/text-analysis/morphology';
import { Vault } from '@otklik/vault';
import { Indexers } from './fulltext/adapters/background/indexers.js';
import { RegisterModels } from './register/adapters/background/register-models.js';
import { RegisterConsumer } from './register/adapters/events/register.consumer.js';
import { AnswerTimesResolver } from './register/adapters/graphql/answer-times.resolver.js';
import { BodyLetterResolver } from './register/adapters/graphql/body-letter.resolver.js';
import { BoardResolver } from './register/adapters/graphql/board.resolver.js';
import { ModerationResolver } from './register/adapters/graphql/moderation.resolver.js';
import { PostgresModerationCounts } from './register/adapters/postgres/postgres-moderation-counts.js';
import { ModerationCounts } from './register/application/figures/moderation-counts.js';
import { ApplicantResolver } from './register/adapters/graphql/applicant.resolver.js';
import { OpeningResolver } from './records/adapters/graphql/opening.resolver.js';
import { OutgoingPostResolver } from './register/adapters/graphql/outgoing-post.resolver.js';
import { ReactionsResolver } from './register/adapters/graphql/reactions.resolver.js';
import { CardViewersResolver } from './live/adapters/graphql/card-viewers.resolver.js';
import { DirectoryResolver } from './register/adapters/graphql/directory.resolver.js';
import {
  AppealConnectionResolver,
  ListResolver,
  QuestionConnectionResolver,
} from './register/adapters/graphql/list.resolver.js';
import { LiveResolver } from './live/adapters/graphql/live.resolver.js';
import { MaskedAppealResolver } from './register/adapters/graphql/masked-appeal.resolver.js';
import { RegisterResolver } from './register/adapters/graphql/register.resolver.js';
import { ResidentResolver } from './register/adapters/graphql/resident.resolver.js';
import { SearchGuard } from './fulltext/adapters/graphql/search-guard.js';
import { SearchResolver } from './fulltext/adapters/graphql/search.resolver.js';
import { WorklistResolver } from './register/adapters/graphql/worklist.resolver.js';
import { IndexSource } from './fulltext/adapters/postgres/index-source.js';
import { PostgresIndexTarget } from './fulltext/adapters/postgres/postgres-index-target.js';
import { postgresSearchIndex } from './fulltext/adapters/postgres/postgres-search-index.js';
import { PostgresCardPresence } from './live/adapters/postgres/postgres-card-presence.js';
import { PostgresOpenings } from './records/adapters/postgres/postgres-openings.js';
import { PostgresReactions } from './register/adapters/postgres/postgres-reactions.js';
import { PostgresOutgoingPost } from './register/adapters/postgres/postgres-outgoing-post.js';
import { PostgresRegisterChanges } from './live/adapters/postgres/postgres-register-changes.js';
import { PostgresRegisterReader } from './register/adapters/postgres/postgres-register-reader.js';
import { FoundAppeals } from './fulltext/application/found-appeals.js';
import { ANALYSE, DistrictLanguages } from './fulltext/application/district-language.js';
import { SearchReading } from './fulltext/application/search-index.js';
import { CardPresence } from './live/application/card-presence.js';
import { Openings } from './records/application/openings.js';
import { DistrictChanges } from './live/application/district-changes.js';
import { Reactions } from './register/application/figures/reactions.js';
import { OutgoingPost } from './register/application/figures/outgoing-post.js';
import { RegisterChanges } from './live/application/register-changes.js';
import { RegisterReader } from './register/application/list/register-reader.js';
import { migrations } from './migrations.js';
import { SearchOperations } from './operations.js';
import { searchReadModels } from './read-models.js';
import { SEARCH_SERVER, serverSide, type ServerSide } from './search-server-side.js';

export { SearchOperations } from './operations.js';
export type { Unclean } from './clean-copies.js';
export type { IndexVerified } from './fulltext/adapters/postgres/verify-index.js';

@Module({
  providers: [
    DirectoryResolver,
    RegisterResolver,
    ApplicantResolver,
    MaskedAppealResolver,
    OpeningResolver,
    OutgoingPostResolver,
    ReactionsResolver,
    BodyLetterResolver,
    AnswerTimesResolver,
    BoardResolver,
    ModerationResolver,
    ListResolver,
    AppealConnectionResolver,
    QuestionConnectionResolver,
    ResidentResolver,
    LiveResolver,
    WorklistResolver,
    CardViewersResolver,
    DistrictChanges,
    SearchResolver,
    RegisterConsumer,
    // Background tasks start in this order: tables, their changes, the indexes that follow them.
    RegisterModels,
    { provide: RegisterChanges, useClass: PostgresRegisterChanges },
    Indexers,
    SearchOperations,
    IndexSource,
    PostgresIndexTarget,
    FoundAppeals,
    { provide: SearchGuard, useFactory: async () => new SearchGuard(await russianLexicon()) },
    { provide: DistrictLanguages, useFactory: languages, inject: [ANALYSE] },
    { provide: CardPresence, useClass: PostgresCardPresence },
    { provide: Openings, useClass: PostgresOpenings },
    { provide: Reactions, useClass: PostgresReactions },
    { provide: OutgoingPost, useClass: PostgresOutgoingPost },
    { provide: ModerationCounts, useClass: PostgresModerationCounts },
    { provide: RegisterReader, useClass: PostgresRegisterReader },
    { provide: ReadModels, useFactory: searchReadModels, inject: [WORKER_POOL, Vault, Logger] },
    { provide: ANALYSE, useFactory: async () => analyser(await russianMorphology()) },
    { provide: SEARCH_SERVER, useFactory: serverSide, inject: [WORKER_POOL, ENVIRONMENT, Logger, THROTTLE] },
    { provide: SearchReading, useFactory: searchReading, inject: [Database, ANALYSE, SEARCH_SERVER] },
  ],
})
class SearchModule {}

export const searchService: ServiceDefinition = {
  name: 'search',
  module: SearchModule,
  migrations,
  chained: [
    evidenceChain('search.contact_opening', {
      retention: 'OPENINGS',
      instants: ['at'],
      columns: ['kind', 'appeal', 'official', 'role', 'reason', 'rows', 'body', 'exported', 'worklist', 'on_behalf_of'],
    }),
  ],
  operations: SearchOperations,
};

function languages(analyse: Analyse): DistrictLanguages {
  return new DistrictLanguages(analyse);
}

/** PostgreSQL answers alone, or in the place of a search server that is away. */
function searchReading(database: Database, analyse: Analyse, side: ServerSide | undefined): SearchReading {
  const own = postgresSearchIndex(database, analyse);
  return side?.degrading(own) ?? own;
}

import { Module } from '@nestjs/common';
import { evidenceChain } from '@otklik/event-store';
import { ENVIRONMENT, THROTTLE, WORKER_POOL, type ServiceDefinition } from '@otklik/host';
import { Logger } from '@otklik/observability';
import { ReadModels } from '@otklik/read-models';
import { Database } from '@otklik/tenancy';
import { analyser, type Analyse } from '@otklik/text-analysis';
import { russianLexicon, russianMorphology } from '@otklik/text-analysis/morphology';
import { Vault } from '@otklik/vault';
import { Indexers } from './adapters/background/indexers.js';
import { RegisterModels } from './adapters/background/register-models.js';
import { RegisterConsumer } from './adapters/events/register.consumer.js';
import { AnswerTimesResolver } from './adapters/graphql/answer-times.resolver.js';
import { BodyLetterResolver } from './adapters/graphql/body-letter.resolver.js';
import { BoardResolver } from './adapters/graphql/board.resolver.js';
import { ModerationResolver } from './adapters/graphql/moderation.resolver.js';
import { PostgresModerationCounts } from './adapters/postgres/postgres-moderation-counts.js';
import { ModerationCounts } from './application/register/moderation-counts.js';
import { ApplicantResolver } from './adapters/graphql/applicant.resolver.js';
import { OpeningResolver } from './adapters/graphql/opening.resolver.js';
import { OutgoingPostResolver } from './adapters/graphql/outgoing-post.resolver.js';
import { ReactionsResolver } from './adapters/graphql/reactions.resolver.js';
import { CardViewersResolver } from './adapters/graphql/card-viewers.resolver.js';
import { DirectoryResolver } from './adapters/graphql/directory.resolver.js';
import {
  AppealConnectionResolver,
  ListResolver,
  QuestionConnectionResolver,
} from './adapters/graphql/list.resolver.js';
import { LiveResolver } from './adapters/graphql/live.resolver.js';
import { MaskedAppealResolver } from './adapters/graphql/masked-appeal.resolver.js';
import { RegisterResolver } from './adapters/graphql/register.resolver.js';
import { ResidentResolver } from './adapters/graphql/resident.resolver.js';
import { SearchGuard } from './adapters/graphql/search-guard.js';
import { SearchResolver } from './adapters/graphql/search.resolver.js';
import { WorklistResolver } from './adapters/graphql/worklist.resolver.js';
import { IndexSource } from './adapters/postgres/index/index-source.js';
import { PostgresIndexTarget } from './adapters/postgres/index/postgres-index-target.js';
import { postgresSearchIndex } from './adapters/postgres/index/postgres-search-index.js';
import { PostgresCardPresence } from './adapters/postgres/postgres-card-presence.js';
import { PostgresOpenings } from './adapters/postgres/postgres-openings.js';
import { PostgresReactions } from './adapters/postgres/postgres-reactions.js';
import { PostgresOutgoingPost } from './adapters/postgres/postgres-outgoing-post.js';
import { PostgresRegisterChanges } from './adapters/postgres/postgres-register-changes.js';
import { PostgresRegisterReader } from './adapters/postgres/postgres-register-reader.js';
import { FoundAppeals } from './application/index/found-appeals.js';
import { ANALYSE, DistrictLanguages } from './application/index/district-language.js';
import { SearchReading } from './application/index/search-index.js';
import { CardPresence } from './application/register/card-presence.js';
import { Openings } from './application/register/openings.js';
import { DistrictChanges } from './application/register/district-changes.js';
import { Reactions } from './application/register/reactions.js';
import { OutgoingPost } from './application/register/outgoing-post.js';
import { RegisterChanges } from './application/register/register-changes.js';
import { RegisterReader } from './application/register/register-reader.js';
import { migrations } from './migrations.js';
import { SearchOperations } from './operations.js';
import { searchReadModels } from './read-models.js';
import { SEARCH_SERVER, serverSide, type ServerSide } from './search-server-side.js';

export { SearchOperations } from './operations.js';
export type { Unclean } from './clean-copies.js';
export type { IndexVerified } from './adapters/postgres/index/verify-index.js';

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

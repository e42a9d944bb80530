import { Module } from '@nestjs/common';
import { topics } from '@otklik/contracts/envelope';
import type { StartedService } from '@otklik/host';
import type { ReadModels } from '@otklik/read-models';
import { DirectoryResolver } from './adapters/graphql/directory.resolver.js';
import { LiveResolver } from './adapters/graphql/live.resolver.js';
import {
  AppealConnectionResolver,
  ListResolver,
  QuestionConnectionResolver,
} from './adapters/graphql/list.resolver.js';
import { RegisterResolver } from './adapters/graphql/register.resolver.js';
import { ResidentResolver } from './adapters/graphql/resident.resolver.js';
import type { SearchParts } from './adapters/graphql/search-parts.js';
import { SearchResolver } from './adapters/graphql/search.resolver.js';
import { Indexer } from './adapters/postgres/index/indexer.js';
import { postgresSearchIndex } from './adapters/postgres/index/postgres-search-index.js';
import { RegisterChanges } from './adapters/postgres/register-changes.js';
import { RegisterReader } from './adapters/postgres/register-reader.js';
import { districtLanguages } from './application/index/district-language.js';
import { registerEventTypes } from './application/register/register-fact.js';
import { migrations } from './migrations.js';
import { indexerParts } from './operations.js';
import { searchReadModels } from './read-models.js';
import { serverSide } from './search-server-side.js';

@Module({})
class SearchModule {}

export { searchReadModels } from './read-models.js';
export type { Unclean } from './clean-copies.js';
export type { IndexVerified } from './adapters/postgres/index/verify-index.js';
export { rebuildable, searchOperations, type Rebuildable, type SearchOperations } from './operations.js';

export const searchService: StartedService = {
  name: 'search',
  migrations,
  async start(parts) {
    const { database, worker, logger, directory, vault, now, secret } = parts;
    const readModels = searchReadModels(parts);
    await readModels.start();
    const changes = new RegisterChanges(worker, database, logger);
    await changes.start();
    const reader = new RegisterReader(database);
    const search: SearchParts = { directory, vault, now, logger, reader, changes, cursorKey: secret('cursor') };
    const indexing = await indexerParts(parts, changes);
    const side = await serverSide(parts, indexing);
    // The stand-in keeps the server's pace: what is asked is found there first.
    const indexers = side
      ? [new Indexer({ ...indexing, throttle: side.parts.throttle }), new Indexer(side.parts)]
      : [new Indexer(indexing)];
    for (const one of indexers) one.start();
    const own = postgresSearchIndex(database, indexing.analyse);
    const index = side?.degrading(own) ?? own;
    const resolvers = [
      new SearchResolver({ ...search, index, languageOf: districtLanguages(indexing.analyse) }),
      new DirectoryResolver(search),
      new RegisterResolver(search),
      new ListResolver(search),
      new AppealConnectionResolver(),
      new QuestionConnectionResolver(),
      new ResidentResolver(search),
      new LiveResolver(search),
    ];
    const consumer = readModels.consumer('search.register', topics, registerEventTypes);
    return {
      module: {
        module: SearchModule,
        providers: resolvers.map((resolver) => ({ provide: resolver.constructor, useValue: resolver })),
      },
      consumers: [{ ...consumer, handle: hinting(consumer.handle, () => changes.hint()) }],
      async stop() {
        await Promise.all(indexers.map((one) => one.stop()));
        await side?.close();
        await changes.stop();
        await readModels.stop();
      },
    };
  },
};

type Handle = ReturnType<ReadModels['consumer']>['handle'];

/** Live lists look at once when this process has taken something in, and not only at their next turn. */
function hinting(handle: Handle, hint: () => void): Handle {
  if (typeof handle === 'function') return handle;
  return {
    async batch(events, tx) {
      await handle.batch(events, tx);
      hint();
    },
  };
}

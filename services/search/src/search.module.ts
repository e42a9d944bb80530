import { Module } from '@nestjs/common';
import { topics } from '@otklik/contracts/envelope';
import type { ServiceDefinition, ServiceParts } from '@otklik/host';
import { makeReadModels, openHistory, type ReadModels } from '@otklik/read-models';
import { DirectoryResolver } from './adapters/graphql/directory.resolver.js';
import { LiveResolver } from './adapters/graphql/live.resolver.js';
import { AppealConnectionResolver, RegisterResolver } from './adapters/graphql/register.resolver.js';
import { ResidentResolver } from './adapters/graphql/resident.resolver.js';
import type { SearchParts } from './adapters/graphql/search-parts.js';
import { RegisterChanges } from './adapters/postgres/register-changes.js';
import { RegisterReader } from './adapters/postgres/register-reader.js';
import { registerProjection } from './adapters/postgres/register.projection.js';
import { registerUnderstands } from './application/register/register-fact.js';
import { migrations } from './migrations.js';

@Module({})
class SearchModule {}

/** The read models of the service; also for the operator's `rebuild` and `verify`. */
export function searchReadModels({
  worker,
  vault,
  logger,
}: Pick<ServiceParts, 'worker' | 'vault' | 'logger'>): ReadModels {
  const projections = [registerProjection(vault)];
  return makeReadModels({ service: 'search', worker, projections, history: openHistory(worker, 'search'), logger });
}

export const searchService: ServiceDefinition = {
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
    const resolvers = [
      new DirectoryResolver(search),
      new RegisterResolver(search),
      new AppealConnectionResolver(search),
      new ResidentResolver(search),
      new LiveResolver(search),
    ];
    const consumer = readModels.consumer('search.register', topics, registerUnderstands);
    return {
      module: {
        module: SearchModule,
        providers: resolvers.map((resolver) => ({ provide: resolver.constructor, useValue: resolver })),
      },
      consumers: [{ ...consumer, handle: hinting(consumer.handle, () => changes.hint()) }],
      async stop() {
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

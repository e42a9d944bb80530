import type { ServiceResources } from '@otklik/host';
import type { Progress, Verified } from '@otklik/read-models';
import { Indexer, type IndexerParts } from './adapters/postgres/index/indexer.js';
import { PostgresIndexVersions } from './adapters/postgres/index/postgres-index-versions.js';
import { postgresSearchIndex } from './adapters/postgres/index/postgres-search-index.js';
import { rebuildIndex } from './adapters/postgres/index/rebuild-index.js';
import { serverFollowed } from './adapters/postgres/index/writer-lease.js';
import { settled } from './adapters/postgres/index/settled.js';
import { verifyIndex, type IndexVerified } from './adapters/postgres/index/verify-index.js';
import { verifyServerIndex } from './adapters/elasticsearch/verify-server-index.js';
import { russianMorphology } from '@otklik/text-analysis/morphology';
import { analyser } from '@otklik/text-analysis';
import { RegisterChanges } from './adapters/postgres/register-changes.js';
import { RegisterReader } from './adapters/postgres/register-reader.js';
import { cleanCopies, type Unclean } from './clean-copies.js';
import { searchReadModels } from './read-models.js';
import { serverSide, type ServerSide } from './search-server-side.js';

export const rebuildable = ['register', 'index'] as const;
export type Rebuildable = (typeof rebuildable)[number];

/** What the operator's tool does with this service, beside live traffic. */
export interface SearchOperations {
  /** Fills the register or the index anew beside the one that answers, and swaps. */
  rebuild(what: Rebuildable, onProgress?: Progress): Promise<void>;
  /** The register equals a fresh replay of history. */
  verifyRegister(onProgress?: Progress): Promise<Verified>;
  /** The index equals the register. */
  verifyIndex(onProgress?: Progress): Promise<IndexVerified>;
  /** The search server's index equals the register; undefined where no server is configured. */
  verifyServerIndex(onProgress?: Progress): Promise<IndexVerified | undefined>;
  /**
   * After the consumer has heard of erasures: waits until the indexes have, and until no copy is left beside those that
   * answer. Answers what did not get there in the time.
   */
  clean(signal: AbortSignal, patienceMs?: number): Promise<Unclean | undefined>;
}

type Given = Pick<
  ServiceResources,
  'database' | 'worker' | 'vault' | 'directory' | 'logger' | 'environment' | 'throttle'
>;

/** Everything around the index, made once for the service and once for its operator. */
export async function indexerParts(given: Given, changes?: RegisterChanges): Promise<IndexerParts<number>> {
  const { database, worker, directory, logger, throttle } = given;
  const analyse = analyser(await russianMorphology());
  return {
    ...{ database, directory, logger, throttle },
    reader: new RegisterReader(database),
    changes: changes ?? new RegisterChanges(worker, database, logger),
    indexVersions: new PostgresIndexVersions(worker),
    analyse,
    indexOf: (build) => postgresSearchIndex(database, analyse, build),
  };
}

export function searchOperations(given: Given): SearchOperations {
  async function withReadModels<Result>(
    work: (models: ReturnType<typeof searchReadModels>) => Promise<Result>,
  ): Promise<Result> {
    const models = searchReadModels(given);
    try {
      await models.start();
      return await work(models);
    } finally {
      await models.stop();
    }
  }
  async function withServer<Result>(work: (side: ServerSide) => Promise<Result>): Promise<Result | undefined> {
    const side = await serverSide(given, await indexerParts(given));
    if (!side) return undefined;
    try {
      return await work(side);
    } finally {
      await side.close();
    }
  }
  return {
    async rebuild(what, onProgress) {
      if (what === 'register') return withReadModels((models) => models.rebuild('register', onProgress));
      const parts = await indexerParts(given);
      await rebuildIndex(parts, new Indexer(parts), onProgress && { onProgress });
      await withServer(({ parts: ofServer }) =>
        rebuildIndex(ofServer, new Indexer(ofServer), onProgress && { onProgress }),
      );
    },
    verifyRegister: (onProgress) => withReadModels((models) => models.verify('register', onProgress)),
    verifyIndex: async (onProgress) => {
      const parts = await indexerParts(given);
      await settled(parts);
      return verifyIndex(parts, onProgress);
    },
    verifyServerIndex: (onProgress) =>
      withServer(async ({ parts, index }) => {
        await settled(parts);
        return verifyServerIndex(parts, index, onProgress);
      }),
    clean: async (signal, patienceMs) => {
      const own = await indexerParts(given);
      const side = await serverSide(given, own);
      try {
        if (!side && (await serverFollowed(given.worker))) return 'UNNAMED_SERVER';
        return await cleanCopies({ models: searchReadModels(given), own, server: side?.parts }, signal, patienceMs);
      } finally {
        await side?.close();
      }
    },
  };
}

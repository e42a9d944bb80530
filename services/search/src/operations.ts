import { Inject, Injectable } from '@nestjs/common';
import { ENVIRONMENT, WORKER_POOL, type Environment } from '@otklik/host';
import { Logger } from '@otklik/observability';
import type { HistoryPlace, Progress, ReadModels } from '@otklik/read-models';
import { Vault } from '@otklik/vault';
import type { Pool } from 'pg';
import { verifyServerIndex } from './fulltext/adapters/elasticsearch/verify-server-index.js';
import { IndexSource } from './fulltext/adapters/postgres/index-source.js';
import { PostgresIndexTarget } from './fulltext/adapters/postgres/postgres-index-target.js';
import { rebuildIndex } from './fulltext/adapters/postgres/rebuild-index.js';
import { settled } from './fulltext/adapters/postgres/settled.js';
import { verifyIndex, type IndexVerified } from './fulltext/adapters/postgres/verify-index.js';
import { serverFollowed } from './fulltext/adapters/postgres/writer-lease.js';
import { isKeptInHistory } from './register/application/fold/register-fact.js';
import { REGISTER_CONSUMER } from './register/adapters/events/register.consumer.js';
import { cleanCopies, type Unclean } from './clean-copies.js';
import { searchReadModels } from './read-models.js';
import { serverSide, type ServerSide } from './search-server-side.js';

/** What the operator's tool does with this service, beside live traffic. */
@Injectable()
export class SearchOperations {
  constructor(
    private readonly source: IndexSource,
    private readonly own: PostgresIndexTarget,
    private readonly vault: Vault,
    private readonly logger: Logger,
    @Inject(WORKER_POOL) private readonly worker: Pool,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** The operator's own read models: the service's are stopped with it. */
  readModels(): ReadModels {
    return searchReadModels(this.worker, this.vault, this.logger);
  }

  /** What the owners' logs are compared with. */
  history(): HistoryPlace {
    return { worker: this.worker, service: 'search', consumer: REGISTER_CONSUMER, keeps: isKeptInHistory };
  }

  /** Refills both indexes beside those that answer, and swaps. */
  async rebuildIndexes(onProgress?: Progress): Promise<void> {
    const options = onProgress ? { onProgress } : {};
    await rebuildIndex(this.source, this.own, options);
    await this.withServer(({ target }) => rebuildIndex(this.source, target, options));
  }

  /** The index equals the register. */
  async verifyIndex(onProgress?: Progress): Promise<IndexVerified> {
    await settled(this.source, this.own);
    return verifyIndex(this.source, this.own, onProgress);
  }

  /** The search server's index equals the register; undefined where no server is configured. */
  verifyServerIndex(onProgress?: Progress): Promise<IndexVerified | undefined> {
    return this.withServer(async ({ target, index }) => {
      await settled(this.source, target);
      return verifyServerIndex(this.source, index, onProgress);
    });
  }

  /**
   * After the consumer has consumed erasures: waits until the indexes have, and until no copy is left beside those that
   * answer. Answers what did not get there in the time.
   */
  async clean(signal: AbortSignal, patienceMs?: number): Promise<Unclean | undefined> {
    const { source, own } = this;
    const side = await this.openServer();
    try {
      if (!side && (await serverFollowed(this.worker))) return 'UNNAMED_SERVER';
      const copies = { models: this.readModels(), source, own, server: side?.target };
      return await cleanCopies(copies, signal, patienceMs);
    } finally {
      await side?.close();
    }
  }

  private openServer(): Promise<ServerSide | undefined> {
    return serverSide(this.worker, this.environment, this.logger, this.own.throttle);
  }

  private async withServer<Result>(work: (side: ServerSide) => Promise<Result>): Promise<Result | undefined> {
    const side = await this.openServer();
    if (!side) return undefined;
    try {
      return await work(side);
    } finally {
      await side.close();
    }
  }
}

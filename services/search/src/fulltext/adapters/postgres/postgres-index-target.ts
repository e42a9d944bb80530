import { Inject, Injectable } from '@nestjs/common';
import { THROTTLE, WORKER_POOL } from '@otklik/host';
import type { Throttle } from '@otklik/kernel';
import { Database } from '@otklik/tenancy';
import type { Analyse } from '@otklik/text-analysis';
import type { Pool } from 'pg';
import { ANALYSE } from '../../application/district-language.js';
import type { IndexTarget } from './indexer.js';
import { PostgresIndexVersions } from './postgres-index-versions.js';
import { postgresSearchIndex } from './postgres-search-index.js';

/** The index in PostgreSQL, as an indexer writes it. */
@Injectable()
export class PostgresIndexTarget implements IndexTarget<number> {
  readonly indexVersions: PostgresIndexVersions;
  readonly indexOf: IndexTarget<number>['indexOf'];

  constructor(
    database: Database,
    @Inject(WORKER_POOL) worker: Pool,
    @Inject(ANALYSE) analyse: Analyse,
    @Inject(THROTTLE) readonly throttle: Throttle,
  ) {
    this.indexVersions = new PostgresIndexVersions(worker);
    this.indexOf = (build) => postgresSearchIndex(database, analyse, build);
  }
}

import type { Provider } from '@nestjs/common';
import { OpeningResolver } from './adapters/graphql/opening.resolver.js';
import { PostgresOpenings } from './adapters/postgres/postgres-openings.js';
import { Openings } from './application/openings.js';

/** Who opened what. */
export const recordsProviders: readonly Provider[] = [
  OpeningResolver,
  { provide: Openings, useClass: PostgresOpenings },
];

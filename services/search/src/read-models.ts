import type { Logger } from '@otklik/observability';
import { makeReadModels, openHistory, type ReadModels } from '@otklik/read-models';
import type { Vault } from '@otklik/vault';
import type { Pool } from 'pg';
import { analyser, type Analyse } from '@otklik/text-analysis';
import { russianMorphology } from '@otklik/text-analysis/morphology';
import { publicationProjection } from './publications/adapters/postgres/publication.projection.js';
import { registerProjection } from './register/adapters/postgres/register.projection.js';

/** The read models of the service; also for the operator's `rebuild` and `verify`. */
export function searchReadModels(
  worker: Pool,
  vault: Pick<Vault, 'openAll' | 'blindIndex' | 'blindWords'>,
  logger: Logger,
): ReadModels {
  const projections = [registerProjection(vault), publicationProjection(vault, analyse)];
  return makeReadModels({ service: 'search', worker, projections, history: openHistory(worker, 'search'), logger });
}

let analysing: Promise<Analyse> | undefined;

/** The dictionary is read once something is published. */
function analyse(): Promise<Analyse> {
  analysing ??= russianMorphology().then(analyser);
  return analysing;
}

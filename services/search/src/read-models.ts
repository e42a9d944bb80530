import type { ServiceResources } from '@otklik/host';
import { makeReadModels, openHistory, type ReadModels } from '@otklik/read-models';
import { registerProjection } from './adapters/postgres/register.projection.js';

/** The read models of the service; also for the operator's `rebuild` and `verify`. */
export function searchReadModels({
  worker,
  vault,
  logger,
}: Pick<ServiceResources, 'worker' | 'vault' | 'logger'>): ReadModels {
  const projections = [registerProjection(vault)];
  return makeReadModels({ service: 'search', worker, projections, history: openHistory(worker, 'search'), logger });
}

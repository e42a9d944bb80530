import type { District } from '@otklik/tenancy';
import { russianMorphology } from '@otklik/text-analysis/morphology';
import { rulesCheck, type Judgements, type RulesCheck } from './application/check-rules.js';
import { districtRoutes } from './application/district-routes.js';

/** Operations of the operator's CLI on this service. */
export interface RoutingOperations {
  /** Counts what the rules of the district catch, as the directory holds them now; nothing is recorded. */
  rulesCheck(district: District, judgements: Judgements): Promise<RulesCheck>;
}

export function routingOperations(): RoutingOperations {
  return {
    rulesCheck: async (district, judgements) =>
      rulesCheck(district.routingRules, districtRoutes(await russianMorphology()).of(district), judgements),
  };
}

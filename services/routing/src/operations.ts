import type { ServiceResources } from '@otklik/host';
import type { District } from '@otklik/tenancy';
import { russianMorphology } from '@otklik/text-analysis/morphology';
import { rulesCheck, type Judgements, type RulesCheck } from './application/check-rules.js';
import { ReceivedAppeals } from './store/received-appeals.js';
import { districtRoutes } from './application/district-routes.js';
import { replayPast, type Replay } from './application/replay-past.js';
import type { ReplayTally } from './application/replay-rules.js';

/** Operations of the operator's CLI on this service. */
export interface RoutingOperations {
  /** Counts what the rules of the district catch, as the directory holds them now; nothing is recorded. */
  rulesCheck(district: District, judgements: Judgements): Promise<RulesCheck>;
  /**
   * What the rules and terms of a district that is tried would have made of its past; nothing is recorded. Undefined: it was
   * stopped by its signal.
   */
  replay(
    resources: Pick<ServiceResources, 'log' | 'database' | 'vault'>,
    replay: Omit<Replay, 'propose'>,
  ): Promise<ReplayTally | undefined>;
}

export function routingOperations(): RoutingOperations {
  return {
    rulesCheck: async (district, judgements) =>
      rulesCheck(district.routingRules, districtRoutes(await russianMorphology()).of(district), judgements),
    replay: async (resources, replay) => {
      const propose = districtRoutes(await russianMorphology()).of(replay.district);
      return replayPast({ ...resources, received: new ReceivedAppeals() }, { ...replay, propose });
    },
  };
}

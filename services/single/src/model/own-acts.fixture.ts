import { byStream, ofType, type CaseFacts, type Fact } from './case-facts.fixture.js';
import type { ModelRun } from './model-run.fixture.js';

/** What officials did that is others' to do, in words. */
export function beyondTheirs({ product }: ModelRun, facts: CaseFacts): readonly string[] {
  const { directory } = product.opened;
  const heads = ['aldan', 'kuol'].flatMap((code) => directory.official(`${code}.head.housing`)?.id ?? []);
  return [...resolutionsOfOthers(facts.of('routing.events')), ...reopenedOfOthers(facts, heads)];
}

/** A head gives his own resolutions; the coordinator records those of heads. */
function resolutionsOfOthers(routing: readonly Fact[]): readonly string[] {
  return ofType(routing, 'ExecutorAssigned')
    .filter(({ actor, data: { resolutionBy: head } }) => {
      if (head === undefined || head === actor.id || head === actor.onBehalfOf) return false;
      return actor.role !== 'COORDINATOR';
    })
    .map(({ stream }) => `a resolution on question ${stream} was given in another head's name`);
}

/** The head of housing considers questions of housing again, and no others. */
function reopenedOfOthers(facts: CaseFacts, heads: readonly string[]): readonly string[] {
  const routing = byStream(facts.of('routing.events'));
  const own = ofType(facts.of('intake.events'), 'ReopeningGranted').filter(
    ({ actor: { id, role }, data }) => heads.includes(id ?? '') && role === 'HEAD' && data['reason'] !== undefined,
  );
  return own.flatMap(({ appeal, id: cause }) => {
    const reopened = [...routing.values()]
      .flat()
      .filter(({ type, causationId }) => type === 'QuestionReopened' && causationId === cause);
    return reopened
      .filter(({ data }) => data['department'] !== undefined && data['department'] !== 'zhilye')
      .map(({ stream }) => `question ${stream} of appeal ${appeal} was reopened by the head of another department`);
  });
}

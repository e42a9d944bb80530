import type { District } from '@otklik/tenancy';
import { analyser, synonymsOf, type Morphology } from '@otklik/text-analysis';
import { routeProposer, type ProposedRoute, type ProposeRoute, type Submission } from '../domain/routing-rules.js';

export abstract class DistrictRoutes {
  /** What the rules of a district propose, as the directory holds it now. */
  abstract of(district: District): ProposeRoute;
}

/**
 * Compiles the rules of a district once for as long as the directory holds the same version of it. A rule that points to
 * a department or topic which the district has no longer is passed by.
 */
export function districtRoutes(morphology: Morphology): DistrictRoutes {
  const analyse = analyser(morphology);
  const compiled = new WeakMap<District, ProposeRoute>();
  const of = (district: District): ProposeRoute => {
    const known = compiled.get(district);
    if (known) return known;
    const rules = district.routingRules.filter(
      (rule) => isOf(district.departments, rule.department) && isOf(district.topics, rule.topic),
    );
    const propose = routeProposer(rules, { analyse, synonyms: synonymsOf(district.synonyms, analyse) });
    const fresh: ProposeRoute = (submission) => {
      const route = chosenRoute(district, submission) ?? propose(submission);
      return route && { ...route, ...codeOf(district, route.topic) };
    };
    compiled.set(district, fresh);
    return fresh;
  };
  return { of };
}

/**
 * By the topic that the sender chose; undefined where the district has removed it, or has no usual department for it.
 */
function chosenRoute({ topics, departments }: District, { topic }: Submission): ProposedRoute | undefined {
  const chosen = topic === undefined ? undefined : topics.find(({ code }) => code === topic);
  if (chosen?.department === undefined || !isOf(departments, chosen.department)) return undefined;
  return { topic: chosen.code, department: chosen.department, words: [] };
}

/** The topic's code of the common classifier, where the district names one. */
export function codeOf({ topics }: District, topic: string): { readonly classifier?: string } {
  const { classifier } = topics.find(({ code }) => code === topic) ?? {};
  return classifier === undefined ? {} : { classifier };
}

export function isOf(named: readonly { readonly code: string }[], code: string): boolean {
  return named.some((one) => one.code === code);
}

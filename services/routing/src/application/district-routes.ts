import { noClassifier, shortCode, type CodeFinding, type District } from '@otklik/tenancy';
import { analyser, synonymsOf, type Morphology } from '@otklik/text-analysis';
import { routeProposer, type ProposedRoute, type ProposeRoute, type Submission } from '../domain/routing-rules.js';

/** A code of the common classifier with its edition; without one where none that is loaded has it. */
export interface SetCode {
  readonly classifier?: string;
  readonly classifierEdition?: string;
}

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

/** The likeliest of the topic's codes of the common classifier, where the district names some, and the edition that has it. */
export function codeOf({ topics, classifier: known }: District, topic: string): SetCode {
  const [code] = topics.find((one) => one.code === topic)?.classifiers ?? [];
  return code === undefined ? {} : { classifier: shortCode(code), ...editionOf(known?.finding(code)) };
}

/** What an official set, in short writing, and how the classifier takes it. Where none is loaded, a theme is recognised by its writing. */
export function foundCode(
  { classifier: known = noClassifier }: District,
  code: string,
): SetCode & { readonly classifier: string; readonly codeIs: CodeFinding['is'] } {
  const finding = known.finding(code);
  return { classifier: shortCode(code), codeIs: finding.is, ...editionOf(finding) };
}

function editionOf(finding: CodeFinding | undefined): SetCode {
  return finding?.is === 'KNOWN' ? { classifierEdition: finding.item.edition } : {};
}

export function isOf(named: readonly { readonly code: string }[], code: string): boolean {
  return named.some((one) => one.code === code);
}

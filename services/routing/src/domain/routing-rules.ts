import { compilePattern, parsePattern, readText, type Language, type ReadText } from '@otklik/text-analysis';

/** One rule of the district's, as data (deploy/districts). All given conditions must hold. */
export interface RouteRule {
  readonly id: string;
  readonly version: number;
  /** Patterns of words (libs/text-analysis); one met is enough. Empty: no condition. */
  readonly words: readonly string[];
  /** Patterns of words; one met, and the rule does not fit. */
  readonly without?: readonly string[];
  readonly settlements?: readonly string[];
  readonly channels?: readonly string[];
  readonly topic: string;
  readonly department: string;
}

/** What the rules look at. `text` is opened for this moment only and is in no result. */
export interface Submission {
  readonly text: string;
  readonly settlement?: string;
  readonly channel: string;
}

export interface ProposedRoute {
  readonly topic: string;
  readonly department: string;
  readonly rule: string;
  readonly ruleVersion: number;
  /** The rule's own words that were met, as they stand in the rule; never the applicant's. */
  readonly words: readonly string[];
}

/** The first rule that fits, in the order of the district; undefined: the coordinator decides. */
export type ProposeRoute = (submission: Submission) => ProposedRoute | undefined;

interface Meets {
  readonly source: string;
  readonly meets: (text: ReadText) => boolean;
}

/** Compiles the rules once, for many submissions. Throws `PatternError` of words that are no pattern. */
export function routeProposer(rules: readonly RouteRule[], language: Language): ProposeRoute {
  const compiled = (sources: readonly string[]): readonly Meets[] =>
    sources.map((source) => ({ source, meets: compilePattern(parsePattern(source), language) }));
  const ready = rules.map((rule) => ({ rule, words: compiled(rule.words), without: compiled(rule.without ?? []) }));
  return (submission) => {
    const text = readText(submission.text, language.analyse);
    for (const { rule, words, without } of ready) {
      if (!allows(rule.settlements, submission.settlement) || !allows(rule.channels, submission.channel)) continue;
      const met = words.filter(({ meets }) => meets(text)).map(({ source }) => source);
      if (words.length > 0 && met.length === 0) continue;
      if (without.some(({ meets }) => meets(text))) continue;
      return { topic: rule.topic, department: rule.department, rule: rule.id, ruleVersion: rule.version, words: met };
    }
    return undefined;
  };
}

function allows(wanted: readonly string[] | undefined, found: string | undefined): boolean {
  if (!wanted || wanted.length === 0) return true;
  return found !== undefined && wanted.includes(found);
}

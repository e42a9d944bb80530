import { compilePattern, parsePattern, readText, type Language, type ReadText } from '@otklik/text-analysis';

/** One rule of the district's, as data (deploy/districts). All given conditions must hold. */
export interface RouteRule {
  readonly id: string;
  readonly version: number;
  /** Patterns of words (libs/text-analysis), any of which must match. Empty: no condition. */
  readonly words: readonly string[];
  /** Patterns of words, none of which may match. */
  readonly without?: readonly string[];
  readonly settlements?: readonly string[];
  readonly channels?: readonly string[];
  readonly topic: string;
  readonly department: string;
}

/** Input of the rules. `text` is decrypted for the evaluation only and is part of no result. */
export interface Submission {
  readonly text: string;
  readonly settlement?: string;
  readonly channel: string;
  /** The topic that the sender chose: a code of the district's. */
  readonly topic?: string;
}

export interface ProposedRoute {
  readonly topic: string;
  readonly department: string;
  /** The common classifier's code of the topic. */
  readonly classifier?: string;
  /** The edition that has it. */
  readonly classifierEdition?: string;
  /** Absent where no rule decided, but the sender's own choice of the topic. */
  readonly rule?: string;
  readonly ruleVersion?: number;
  /** The rule's own patterns that matched; never the applicant's words. */
  readonly words: readonly string[];
}

/**
 * The topic that the sender chose, with the department that answers for it; else the first matching rule in the order of the
 * district. Undefined: the coordinator decides.
 */
export type ProposeRoute = (submission: Submission) => ProposedRoute | undefined;

interface CompiledPattern {
  readonly source: string;
  readonly matches: (text: ReadText) => boolean;
}

/** Compiles the rules once, for many submissions. Throws `PatternError` for an invalid pattern. */
export function routeProposer(rules: readonly RouteRule[], language: Language): ProposeRoute {
  const compiled = (sources: readonly string[]): readonly CompiledPattern[] =>
    sources.map((source) => ({ source, matches: compilePattern(parsePattern(source), language) }));
  const ready = rules.map((rule) => ({ rule, words: compiled(rule.words), without: compiled(rule.without ?? []) }));
  return (submission) => {
    const text = readText(submission.text, language.analyse);
    for (const { rule, words, without } of ready) {
      if (!allows(rule.settlements, submission.settlement) || !allows(rule.channels, submission.channel)) continue;
      const matched = words.filter(({ matches }) => matches(text)).map(({ source }) => source);
      if (words.length > 0 && matched.length === 0) continue;
      if (without.some(({ matches }) => matches(text))) continue;
      return {
        topic: rule.topic,
        department: rule.department,
        rule: rule.id,
        ruleVersion: rule.version,
        words: matched,
      };
    }
    return undefined;
  };
}

function allows(wanted: readonly string[] | undefined, found: string | undefined): boolean {
  if (!wanted || wanted.length === 0) return true;
  return found !== undefined && wanted.includes(found);
}

/** One rule of the district's, as data (deploy/districts). All given conditions must hold. */
export interface RouteRule {
  readonly id: string;
  readonly version: number;
  /** Words, beginnings of words (`дорог*`) or phrases of them (`управля* компани*`); one met is enough. Empty: no condition. */
  readonly words: readonly string[];
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

/** Dictionary forms of a lower-case word with е for ё; empty when the reader knows none. */
export type LemmasOf = (word: string) => readonly string[];

/** The first rule that fits, in the order of the district; undefined = the coordinator decides. */
export function proposeRoute(
  rules: readonly RouteRule[],
  submission: Submission,
  lemmasOf: LemmasOf = () => [],
): ProposedRoute | undefined {
  const text = readText(submission.text, lemmasOf);
  for (const rule of rules) {
    if (!allows(rule.settlements, submission.settlement) || !allows(rule.channels, submission.channel)) continue;
    const words = rule.words.filter((entry) => text.holds(entry));
    if (rule.words.length > 0 && words.length === 0) continue;
    return { topic: rule.topic, department: rule.department, rule: rule.id, ruleVersion: rule.version, words };
  }
  return undefined;
}

function allows(wanted: readonly string[] | undefined, found: string | undefined): boolean {
  if (!wanted || wanted.length === 0) return true;
  return found !== undefined && wanted.includes(found);
}

/** Lower case, е for ё, in runs of letters and digits; a `*` is kept for the rules' own words. */
function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[\p{L}\p{M}\p{N}]+\*?/gu) ?? []
  );
}

function readText(text: string, lemmasOf: LemmasOf): { holds(entry: string): boolean } {
  const tokens = wordsOf(text.replaceAll('*', ' '));
  const forms = new Map([...new Set(tokens)].map((token) => [token, [token, ...lemmasOf(token)]]));
  const meets = (token: string | undefined, pattern: string): boolean => {
    const own = token === undefined ? [] : (forms.get(token) ?? []);
    if (pattern.endsWith('*')) return own.some((form) => form.startsWith(pattern.slice(0, -1)));
    return own.includes(pattern) || lemmasOf(pattern).some((lemma) => own.includes(lemma));
  };
  const holds = (entry: string): boolean => {
    const pattern = wordsOf(entry);
    const [first] = pattern;
    if (first === undefined) return false;
    if (pattern.length === 1) return [...forms.keys()].some((token) => meets(token, first));
    return tokens.some((_, at) => pattern.every((part, next) => meets(tokens[at + next], part)));
  };
  return { holds };
}

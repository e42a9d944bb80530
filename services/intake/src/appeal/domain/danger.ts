import type { Danger } from '@otklik/contracts/enumerations';
import { compilePattern, parsePattern, readText, type Language } from '@otklik/text-analysis';

/** The district's words of one danger to life. */
export interface UrgentWords {
  readonly danger: Danger;
  /** Patterns of libs/text-analysis. */
  readonly words: readonly string[];
}

/** The danger that a text tells of by the district's words, and which of them it holds: never the applicant's own. */
export interface FoundDanger {
  readonly kind: Danger;
  readonly words: readonly string[];
}

/** No dictionary is loaded here: the words are compared as they are written, their endings stand for `*`. */
export const asWritten: Language = {
  analyse: (word) => ({ word, lemmas: [{ form: word, weight: 1 }], stems: [] }),
  synonyms: { expansions: (words) => [words], spans: () => [] },
};

/** Compiles the words once, for many texts. Returns the first danger in the district's order. */
export function dangerFinder(urgent: readonly UrgentWords[]): (text: string) => FoundDanger | undefined {
  const ready = urgent.map(({ danger, words }) => ({
    danger,
    patterns: words.map((source) => ({ source, matches: compilePattern(parsePattern(source), asWritten) })),
  }));
  return (text) => {
    if (ready.length === 0) return undefined;
    const read = readText(text, asWritten.analyse);
    for (const { danger: kind, patterns } of ready) {
      const words = patterns.filter(({ matches }) => matches(read)).map(({ source }) => source);
      if (words.length > 0) return { kind, words };
    }
    return undefined;
  };
}

/** A code of the common classifier that is proposed for a question. */
export interface ProposedCode {
  readonly code: string;
  /** The district's settings name it for the topic. */
  readonly isOfTopic: boolean;
  /** Words of the question that spoke for it. */
  readonly words: readonly string[];
}

export interface LearnedCode {
  readonly code: string;
  readonly words: readonly string[];
}

/** How well proposed codes would have met the newest that officials chose themselves, which they were not learned from. */
export interface MetCodes {
  /** So many were judged. */
  readonly judged: number;
  /** The first proposal was what officials chose. */
  readonly first: number;
  /** One of the three was. */
  readonly amongThree: number;
  /** One of the topic's first three codes was: what would be proposed without anything learned. */
  readonly byTopic: number;
}

const PROPOSED = 3;
/** From fewer choices nothing can be said. */
const MIN_JUDGED = 20;
const MIN_AMONG_THREE = 0.5;

/**
 * At most three. The topic's likeliest code is first, since a rule of the district wins; then what was learned, and where that
 * is silent the topic's other codes.
 */
export function proposedCodes(ofTopic: readonly string[], learned: readonly LearnedCode[]): readonly ProposedCode[] {
  const words = new Map(learned.map((one) => [one.code, one.words]));
  const [rule, ...others] = ofTopic;
  const ordered = [...(rule === undefined ? [] : [rule]), ...words.keys(), ...others];
  return [...new Set(ordered)]
    .slice(0, PROPOSED)
    .map((code) => ({ code, isOfTopic: ofTopic.includes(code), words: words.get(code) ?? [] }));
}

/**
 * Whether what was learned may be shown beside the topic's codes. It retires to these where one of three is right in fewer than
 * half of the last choices, or no more often than with the topic's codes alone.
 */
export function codesMaySpeak({ judged, amongThree, byTopic }: MetCodes): boolean {
  return judged >= MIN_JUDGED && amongThree >= judged * MIN_AMONG_THREE && amongThree > byTopic;
}

export interface JudgedCode {
  readonly chosen: string;
  readonly ofTopic: readonly string[];
  /** Likeliest first. */
  readonly learned: readonly LearnedCode[];
}

export function metCodes(judged: readonly JudgedCode[]): MetCodes {
  const of = (isMet: (one: JudgedCode) => boolean): number => judged.filter(isMet).length;
  const place = ({ chosen, ofTopic, learned }: JudgedCode): number | undefined =>
    placeAmong(
      chosen,
      proposedCodes(ofTopic, learned).map(({ code }) => code),
    );
  return {
    judged: judged.length,
    first: of((one) => place(one) === 0),
    amongThree: of((one) => place(one) !== undefined),
    byTopic: of(({ chosen, ofTopic }) => ofTopic.slice(0, PROPOSED).includes(chosen)),
  };
}

/** 0 for the first; undefined: it was none of them. */
export function placeAmong(chosen: string, proposed: readonly string[]): number | undefined {
  const place = proposed.indexOf(chosen);
  return place < 0 ? undefined : place;
}

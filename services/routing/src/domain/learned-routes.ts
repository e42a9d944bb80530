/** How well proposals that were learned would have met the newest decisions of officials, which they were not learned from. */
export interface MetDecisions {
  /** So many decisions were judged. */
  readonly judged: number;
  /** The first proposal was what officials chose. */
  readonly first: number;
  /** One of the three was. */
  readonly amongThree: number;
  /** The topic that officials chose most often before would have been right. */
  readonly commonest: number;
}

/** From fewer decisions nothing can be said. */
const MIN_JUDGED = 20;
const MIN_AMONG_THREE = 0.5;

/**
 * Whether proposals may be shown. They retire to the rules of the district where officials do not choose what is proposed: where
 * none of three is right in half of the last decisions, or the first is right no more often than one and the same topic would be.
 */
export function maySpeak({ judged, first, amongThree, commonest }: MetDecisions): boolean {
  return judged >= MIN_JUDGED && amongThree >= judged * MIN_AMONG_THREE && first > commonest;
}

export interface JudgedDecision {
  readonly chosen: string;
  /** Likeliest first. */
  readonly proposed: readonly string[];
}

/** `commonest`: what officials chose most often before. */
export function metDecisions(decisions: readonly JudgedDecision[], commonest: string | undefined): MetDecisions {
  const of = (isMet: (one: JudgedDecision) => boolean): number => decisions.filter(isMet).length;
  return {
    judged: decisions.length,
    first: of(({ chosen, proposed }) => proposed[0] === chosen),
    amongThree: of(({ chosen, proposed }) => proposed.slice(0, 3).includes(chosen)),
    commonest: of(({ chosen }) => chosen === commonest),
  };
}

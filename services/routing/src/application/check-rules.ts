import type { ProposeRoute, ProposedRoute, Submission } from '../domain/routing-rules.js';

/** The right topics of appeals by id, as judged by a reader; an empty list: the appeal is for the coordinator. */
export type Judgements = ReadonlyMap<string, readonly string[]>;

/** Matches of one rule in a file of appeals. */
export interface RuleTally {
  readonly rule: string;
  readonly topic: string;
  readonly caught: number;
  /** Of the first few matches. */
  readonly ids: readonly string[];
  /** The rule's own words that were met, and in how many appeals. */
  readonly words: ReadonlyMap<string, number>;
  /** Of the matches: how many were judged, and how many of those belong to the rule's topic. */
  readonly judged: number;
  readonly right: number;
}

export interface RulesTally {
  /** In the order of the district. */
  readonly rules: readonly RuleTally[];
  readonly appeals: number;
  readonly withoutRule: number;
  readonly judged: {
    readonly appeals: number;
    /** Judged to belong to some topic. */
    readonly withTopic: number;
    readonly caught: number;
    readonly right: number;
  };
}

export interface RulesCheck {
  take(id: string, submission: Submission): void;
  result(): RulesTally;
}

const MAX_IDS = 5;

interface Counted {
  topic: string;
  caught: number;
  ids: string[];
  words: Map<string, number>;
  judged: number;
  right: number;
}

/** Counts what each rule catches; nothing of the texts is kept. */
export function rulesCheck(
  rules: readonly { readonly id: string; readonly topic: string }[],
  propose: ProposeRoute,
  judgements: Judgements,
): RulesCheck {
  const tallies = new Map(rules.map(({ id, topic }) => [id, emptyTally(topic)]));
  const judged = { appeals: 0, withTopic: 0, caught: 0, right: 0 };
  let appeals = 0;
  let withoutRule = 0;
  const judge = (topics: readonly string[], route: ProposedRoute | undefined, tally: Counted | undefined): void => {
    judged.appeals += 1;
    if (topics.length > 0) judged.withTopic += 1;
    if (!route || !tally) return;
    const right = topics.includes(route.topic) ? 1 : 0;
    judged.caught += 1;
    judged.right += right;
    tally.judged += 1;
    tally.right += right;
  };
  return {
    take: (id, submission) => {
      appeals += 1;
      const route = propose(submission);
      const tally = route?.rule === undefined ? undefined : tallies.get(route.rule);
      if (route && tally) count(tally, id, route.words);
      else withoutRule += 1;
      const topics = judgements.get(id);
      if (topics) judge(topics, route, tally);
    },
    result: () => ({ rules: [...tallies].map(([rule, tally]) => ({ rule, ...tally })), appeals, withoutRule, judged }),
  };
}

function emptyTally(topic: string): Counted {
  return { topic, caught: 0, ids: [], words: new Map(), judged: 0, right: 0 };
}

function count(tally: Counted, id: string, words: readonly string[]): void {
  tally.caught += 1;
  if (tally.ids.length < MAX_IDS) tally.ids.push(id);
  for (const word of words) tally.words.set(word, (tally.words.get(word) ?? 0) + 1);
}

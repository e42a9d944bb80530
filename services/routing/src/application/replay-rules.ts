/** The outcome for a question under some rules: what is absent, they leave open. */
export interface Placed {
  readonly topic?: string;
  readonly department?: string;
  /** The end of the answer's term: a day, or an instant where the term is in hours. */
  readonly due?: string;
}

/** A question that other rules or terms would have placed otherwise. Ids, codes and dates: nothing of its text. */
export interface ReplayedChange {
  readonly appeal: string;
  readonly ordinal: number;
  /** The day from which the term is counted. */
  readonly countedFrom: string;
  readonly before: Placed;
  readonly after: Placed;
}

export interface ReplayTally {
  readonly questions: number;
  readonly changed: number;
  /** Another department; another topic of the same one. */
  readonly department: number;
  readonly topic: number;
  /** Left to the coordinator then, caught by a rule now; and the reverse. */
  readonly caught: number;
  readonly left: number;
  readonly earlier: number;
  readonly later: number;
  /** The tried terms have none for them. */
  readonly withoutTerm: number;
  /** Only their term was compared: the text is deleted, or an official had routed them. */
  readonly deleted: number;
  readonly byOfficial: number;
}

type Counted = { -readonly [Name in keyof ReplayTally]: ReplayTally[Name] };

/** A question with what the rules of its day made of it, and what the tried ones make of it. */
export interface ReplayedQuestion extends ReplayedChange {
  /** Why its route is not compared. */
  readonly routeUnknown?: 'deleted' | 'byOfficial';
}

/** Compares question by question; keeps counts alone. */
export function replayTally(): {
  /** Answers whether the question would have changed. */
  take(question: ReplayedQuestion): boolean;
  result(): ReplayTally;
} {
  const counts: Counted = {
    questions: 0,
    changed: 0,
    department: 0,
    topic: 0,
    caught: 0,
    left: 0,
    earlier: 0,
    later: 0,
    withoutTerm: 0,
    deleted: 0,
    byOfficial: 0,
  };
  return {
    take: ({ before, after, routeUnknown }) => {
      counts.questions += 1;
      if (routeUnknown) counts[routeUnknown] += 1;
      const found = [routeUnknown ? undefined : changeOfRoute(before, after), changeOfTerm(before, after)];
      const changes = found.filter((change) => change !== undefined);
      for (const change of changes) counts[change] += 1;
      if (changes.length > 0) counts.changed += 1;
      return changes.length > 0;
    },
    result: () => ({ ...counts }),
  };
}

function changeOfRoute(before: Placed, after: Placed): 'department' | 'topic' | 'caught' | 'left' | undefined {
  if (before.department === undefined) return after.department === undefined ? undefined : 'caught';
  if (after.department === undefined) return 'left';
  if (before.department !== after.department) return 'department';
  return before.topic === after.topic ? undefined : 'topic';
}

function changeOfTerm(
  { due: before }: Placed,
  { due: after }: Placed,
): 'earlier' | 'later' | 'withoutTerm' | undefined {
  if (before === after || before === undefined) return undefined;
  if (after === undefined) return 'withoutTerm';
  return after < before ? 'earlier' : 'later';
}

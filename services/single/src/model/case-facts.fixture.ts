import type { PublicEvent, Topic } from '@otklik/contracts/envelope';
import type { Fields } from './model-run.fixture.js';

/** An event with its data as fields: the model reads them without the product's own folds. */
export type Fact = Omit<PublicEvent, 'data'> & { readonly data: Fields };

/** Answers what breaks it, in words; empty where it holds. */
export type Invariant = (facts: CaseFacts) => readonly string[];

/** Status of a question by its facts. */
export interface Standing {
  readonly question: string;
  readonly appeal: string;
  readonly state: 'OPEN' | 'ENDED' | 'CLOSED';
  /** A term of the answer was set since it was opened, or opened again. */
  readonly hasClock: boolean;
}

/** What was recorded and what was acknowledged, when nothing is on its way any more. */
export interface CaseFacts {
  of(topic: Topic): readonly Fact[];
  /** ISO 8601 UTC. */
  readonly now: string;
  /** Accepted letters by Message-ID, and those whose acceptance the sender did not hear. */
  readonly letters: ReadonlyMap<string, number>;
  readonly unheard: ReadonlySet<string>;
  /** Notices whose proof an official recorded, with success. */
  readonly proved: readonly string[];
  readonly cameBack: readonly CameBack[];
}

/** A letter that was accepted and could not be delivered. */
export interface CameBack {
  /** Its Message-ID. */
  readonly letter: string;
  readonly notice: string;
}

export function byStream(facts: readonly Fact[]): ReadonlyMap<string, readonly Fact[]> {
  return Map.groupBy(facts, ({ stream }) => stream);
}

export function ofType(facts: readonly Fact[], ...types: readonly string[]): readonly Fact[] {
  return facts.filter(({ type }) => types.includes(type));
}

/** Of every question, by the facts of routing alone. */
export function standings(routing: readonly Fact[]): readonly Standing[] {
  return [...byStream(routing).values()].map((facts) =>
    facts.reduce<Standing>(next, {
      question: facts[0]!.stream,
      appeal: facts[0]!.appeal,
      state: 'OPEN',
      hasClock: false,
    }),
  );
}

function next(before: Standing, { type, data }: Fact): Standing {
  switch (type) {
    case 'QuestionOpened':
    case 'QuestionReopened':
      return { ...before, state: 'OPEN', hasClock: false };
    case 'QuestionRestored':
    case 'QuestionTakenBack':
      return { ...before, state: 'OPEN' };
    case 'DeadlineSet':
      return { ...before, hasClock: before.hasClock || data['duty'] === 'ANSWER' };
    case 'QuestionAnswered':
    case 'QuestionEnded':
      return { ...before, state: 'ENDED' };
    case 'QuestionClosed':
      return { ...before, state: 'CLOSED' };
    default:
      return before;
  }
}

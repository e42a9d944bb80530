import { hashesOf, shareLeft } from '@otklik/kernel/words-left';
import type { ReadyText } from '../../../generated/enumerations.js';
import type { ReadyTextUseInput } from '../../../generated/graphql.js';

/** What of a list of ready texts was used: numbers alone, which are kept with the draft in this browser. */
export interface ReadyTextUse {
  readonly kind: ReadyText;
  /** So many were shown. */
  readonly shown: number;
  readonly taken?: {
    /** From 1. */
    readonly place: number;
    /** Each word as a number. */
    readonly words: readonly number[];
  };
}

export type Uses = readonly ReadyTextUse[] | undefined;

/** A text that was taken stays so when its list is looked at once more. */
export function lookedAt(uses: Uses, kind: ReadyText, shown: number): Uses {
  if (shown === 0 || uses?.some((one) => one.kind === kind)) return uses;
  return [...(uses ?? []), { kind, shown }];
}

/** `at`: its place, from 0. */
export function takenFrom(uses: Uses, kind: ReadyText, { at, shown, text }: TakenText): Uses {
  const taken = { place: at + 1, words: hashesOf(text) };
  return [...(uses ?? []).filter((one) => one.kind !== kind), { kind, shown, taken }];
}

export interface TakenText {
  readonly at: number;
  readonly shown: number;
  readonly text: string;
}

/** As it is counted of the answer `text`. */
export function countedUses(uses: Uses, text: string): ReadyTextUseInput[] {
  return (uses ?? []).map(({ kind, shown, taken }) => ({
    kind,
    shown,
    ...(taken && { place: taken.place, kept: shareLeft(taken.words, text) }),
  }));
}

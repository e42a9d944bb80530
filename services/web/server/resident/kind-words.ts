import type { ResidentAppeal } from '@otklik/contracts/generated/graphql';
import type { Speech } from './words/index.js';

/** Its sender is known (59-FZ art. 4); who confirmed no identity wrote a message. */
export function isAppeal({ regime }: Pick<ResidentAppeal, 'regime'>): boolean {
  return regime === 'APPEAL_59FZ' || regime === 'ORAL_RECEPTION';
}

/** A text about it, which calls an appeal one; undefined for what a newer build added. */
export function wordsFor(
  appeal: Pick<ResidentAppeal, 'regime'>,
  word: string,
  { sayIfKnown }: Speech,
): string | undefined {
  return (isAppeal(appeal) ? sayIfKnown(`${word}.appeal`) : undefined) ?? sayIfKnown(word);
}

import type { DraftResponse } from './response.commands.js';
import type { ReadyTextUse } from './response.js';

/** Of a further draft: what it says itself, and of what an earlier one took, what was not rewritten since. */
export function readyTextsOf(
  { readyTexts = [], left = 100 }: Pick<DraftResponse, 'readyTexts' | 'left'>,
  before: readonly ReadyTextUse[] = [],
): { readonly readyTexts?: readonly ReadyTextUse[] } {
  const uses = new Map(before.map((use) => [use.kind, lessWhatWasRewritten(use, left)]));
  // A list that was only looked at once more takes nothing back.
  for (const use of readyTexts) if (use.place !== undefined || !uses.has(use.kind)) uses.set(use.kind, use);
  return uses.size === 0 ? {} : { readyTexts: [...uses.values()] };
}

function lessWhatWasRewritten(use: ReadyTextUse, left: number): ReadyTextUse {
  return use.kept === undefined ? use : { ...use, kept: Math.round((use.kept * left) / 100) };
}

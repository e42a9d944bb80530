import type { DraftResponseInput, ReadyTextUseInput } from '@otklik/contracts/generated/graphql';
import { BadInput, checkAll, demandRange } from '@otklik/host';

/** Of one list. */
const MAX_SHOWN = 1_000;

/** Throws `BadInput`. */
export function checkReadyTexts({ readyTexts }: DraftResponseInput): void {
  const all = readyTexts ?? [];
  if (new Set(all.map(({ kind }) => kind)).size < all.length)
    throw new BadInput('BAD_INPUT', 'input.readyTexts', {}, 'A kind is given twice.');
  checkAll(...all.map((use, at) => () => checkUse(use, `input.readyTexts.${at}`)));
}

function checkUse({ shown, place, kept }: ReadyTextUseInput, path: string): void {
  demandRange(shown, { min: 1, max: MAX_SHOWN }, `${path}.shown`);
  demandRange(place ?? 1, { min: 1, max: shown }, `${path}.place`);
  demandRange(kept ?? 0, { min: 0, max: 100 }, `${path}.kept`);
  if (isGiven(place) !== isGiven(kept))
    throw new BadInput('BAD_INPUT', `${path}.kept`, {}, 'It is given with "place", and only with it.');
}

const isGiven = (number: number | null | undefined): boolean => typeof number === 'number';

import type { PublicEvent } from '@otklik/contracts/envelope';
import { evolveCase, noCase } from '@otklik/case/case';
import { clearTexts, type TextVault } from './clear-texts.js';
import { isRegisterFact } from '../fold/register-fact.js';
import { nothingClear, registerRow, type RegisterRow } from '../list/register-row.js';

/**
 * The row as it was known when `history` ended: any past state is the fold of the facts until then. Undefined before the
 * appeal was received. Of a person erased since, nothing is opened again.
 */
export async function rowAsOf(
  { district, id, change, erased }: RegisterRow,
  history: readonly PublicEvent[],
  vault: TextVault,
): Promise<RegisterRow | undefined> {
  const fold = history.filter(isRegisterFact).reduce(evolveCase, noCase);
  const clear = erased ? nothingClear : await clearTexts(vault, district, fold);
  const row = registerRow({ district, id, change }, fold, clear);
  return row && { ...row, erased };
}

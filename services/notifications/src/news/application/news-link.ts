import type { LocalDate } from '@otklik/kernel';
import type { LetterStyle } from '../../letters/application/letter.js';

/** The desk puts the name of the search to its id, once its reader has signed in. Undefined where the public address is not known. */
export function newsLink(
  { publicUrl }: Pick<LetterStyle, 'publicUrl'>,
  search: string,
  since: LocalDate,
): string | undefined {
  return publicUrl && `${publicUrl.replace(/\/+$/, '')}/analysis?search=${search}&from=${since}`;
}

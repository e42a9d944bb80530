import type { Vault } from '@otklik/vault';
import type { AppealFold } from './appeal-fold.js';
import { nothingClear, type ClearTexts } from './register-row.js';

/** Opens what is searched: text, place, supplements, signed answers. Nothing of an erased person, key cached or not. */
export async function clearTexts(
  vault: Pick<Vault, 'openAll'>,
  district: number,
  fold: AppealFold,
): Promise<ClearTexts> {
  const { received, supplements, erased } = fold.appeal;
  if (erased) return nothingClear;
  const answers = Object.values(fold.responses).flatMap(({ answer }) => (answer ? [answer.text] : []));
  const sealed = [received?.text, received?.placeText, ...supplements.map(({ text }) => text), ...answers];
  const opened = await openSome(vault, district, sealed);
  const [text, place, ...more] = opened;
  return {
    ...(text === undefined ? {} : { text }),
    ...(place === undefined ? {} : { place }),
    supplements: present(more.slice(0, supplements.length)),
    answers: present(more.slice(supplements.length)),
  };
}

/** In the places of the sealed; undefined stays undefined, and so does what a destroyed key sealed. */
export async function openSome(
  vault: Pick<Vault, 'openAll'>,
  district: number,
  sealed: readonly (string | undefined)[],
): Promise<readonly (string | undefined)[]> {
  const given = sealed.filter((text) => text !== undefined);
  const opened = given.length === 0 ? [] : await vault.openAll(district, given);
  let next = 0;
  return sealed.map((text) => (text === undefined ? undefined : opened[next++]));
}

function present(texts: readonly (string | undefined)[]): readonly string[] {
  return texts.filter((text) => text !== undefined);
}

import type { Sealed, SealContext, Vault } from '@otklik/vault';
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
  const texts = [...supplements.map(({ text }) => text), ...answers];
  const opened = await openSome(vault, district, [
    { sealed: received?.text, field: 'text' },
    { sealed: received?.placeText, field: 'placeText' },
    ...texts.map((sealed) => ({ sealed, field: 'text' })),
  ]);
  const [text, place, ...more] = opened;
  return {
    ...(text === undefined ? {} : { text }),
    ...(place === undefined ? {} : { place }),
    supplements: present(more.slice(0, supplements.length)),
    answers: present(more.slice(supplements.length)),
  };
}

/** A sealed text, if there is one, and the place that it was sealed for. */
export interface Placed extends SealContext {
  readonly sealed: Sealed | undefined;
}

/** In the places of the sealed; undefined stays undefined, and so does what a destroyed key sealed. */
export async function openSome(
  vault: Pick<Vault, 'openAll'>,
  district: number,
  placed: readonly Placed[],
): Promise<readonly (string | undefined)[]> {
  const given = placed.flatMap(({ sealed, ...place }) => (sealed === undefined ? [] : [{ sealed, place }]));
  const sealed = given.map((one) => one.sealed);
  const opened =
    given.length === 0
      ? []
      : await vault.openAll(
          district,
          sealed,
          given.map(({ place }) => place),
        );
  let next = 0;
  return placed.map((one) => (one.sealed === undefined ? undefined : opened[next++]));
}

function present(texts: readonly (string | undefined)[]): readonly string[] {
  return texts.filter((text) => text !== undefined);
}

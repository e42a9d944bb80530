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
  const questions = Object.entries(fold.questions).filter(([, part]) => part.text !== undefined);
  const texts = [...supplements.map((one) => one.text), ...answers, ...questions.map(([, part]) => part.text)];
  const [text, place, ...more] = await decryptMany(vault, district, [
    { sealed: received?.text, field: 'text' },
    { sealed: received?.placeText, field: 'placeText' },
    ...texts.map((sealed) => ({ sealed, field: 'text' })),
  ]);
  const ofQuestions = more.slice(supplements.length + answers.length);
  return {
    ...(text === undefined ? {} : { text }),
    ...(place === undefined ? {} : { place }),
    supplements: present(more.slice(0, supplements.length)),
    answers: present(more.slice(supplements.length, supplements.length + answers.length)),
    questions: Object.fromEntries(
      questions.flatMap(([id], at) => (ofQuestions[at] === undefined ? [] : [[id, ofQuestions[at]]])),
    ),
  };
}

/** A sealed text, if there is one, and the place that it was sealed for. */
export interface SealedRef extends SealContext {
  readonly sealed: Sealed | undefined;
}

/** In the places of the sealed; undefined stays undefined, and so does what a destroyed key sealed. */
export async function decryptMany(
  vault: Pick<Vault, 'openAll'>,
  district: number,
  refs: readonly SealedRef[],
): Promise<readonly (string | undefined)[]> {
  const given = refs.flatMap(({ sealed, ...place }) => (sealed === undefined ? [] : [{ sealed, place }]));
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
  return refs.map((one) => (one.sealed === undefined ? undefined : opened[next++]));
}

function present(texts: readonly (string | undefined)[]): readonly string[] {
  return texts.filter((text) => text !== undefined);
}

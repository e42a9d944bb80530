import type { Sealed, SealContext, Vault } from '@otklik/vault';
import type { AppealFold } from './appeal-fold.js';
import { nothingClear, type ClearTexts } from './register-row.js';

export type TextVault = Pick<Vault, 'openAll' | 'blindIndex'>;

interface SealedTexts {
  readonly supplements: readonly Sealed[];
  readonly answers: readonly Sealed[];
  /** By question. */
  readonly questions: readonly (readonly [string, Sealed])[];
}

function sealedTexts({ appeal, responses, questions }: AppealFold): SealedTexts {
  return {
    supplements: appeal.supplements.map(({ text }) => text),
    answers: Object.values(responses).flatMap(({ answer }) => (answer ? [answer.text] : [])),
    questions: Object.entries(questions).flatMap(([id, { text }]) => (text === undefined ? [] : [[id, text] as const])),
  };
}

/** Whether both folds hold the same sealed texts: what was opened of the one holds for the other. */
export function hasSameTexts(fold: AppealFold, other: AppealFold): boolean {
  return (
    fold.appeal.received === other.appeal.received &&
    fold.appeal.erased === other.appeal.erased &&
    JSON.stringify(sealedTexts(fold)) === JSON.stringify(sealedTexts(other))
  );
}

/** Opens what is searched: text, place, supplements, signed answers. Nothing of an erased person, key cached or not. */
export async function clearTexts(vault: TextVault, district: number, fold: AppealFold): Promise<ClearTexts> {
  const { received, erased } = fold.appeal;
  if (erased) return nothingClear;
  const { supplements, answers, questions } = sealedTexts(fold);
  const texts = [...supplements, ...answers, ...questions.map(([, text]) => text)];
  const [text, place, contact, ...more] = await decryptMany(vault, district, [
    { sealed: received?.text, field: 'text' },
    { sealed: received?.placeText, field: 'placeText' },
    { sealed: received?.contact, field: 'contact' },
    ...texts.map((sealed) => ({ sealed, field: 'text' })),
  ]);
  const ofQuestions = more.slice(supplements.length + answers.length);
  return {
    ...(text === undefined ? {} : { text }),
    ...(place === undefined ? {} : { place }),
    ...(contact === undefined ? {} : { sender: await vault.blindIndex(district, contact) }),
    supplements: present(more.slice(0, supplements.length)),
    answers: present(more.slice(supplements.length, supplements.length + answers.length)),
    questions: Object.fromEntries(
      questions.flatMap(([id], at) => (ofQuestions[at] === undefined ? [] : [[id, ofQuestions[at]]])),
    ),
  };
}

/** A sealed text to the open one; undefined for none, for an erased one, and for what the reader may not see. */
export type Opened = (sealed: string | undefined) => string | undefined;

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

import { IDENTITY, type Sealed, type SealContext, type Vault } from '@otklik/vault';
import type { Case } from '@otklik/case/case';
import { givenAnswers } from '@otklik/case/given-answers';
import type { QuestionPart } from '@otklik/case/question';
import { addressKey } from '@otklik/kernel';
import { nothingClear, type ClearTexts } from '../list/register-row.js';

export type TextVault = Pick<Vault, 'openAll' | 'blindIndex' | 'blindWords'>;

interface SealedTexts {
  readonly gist: Sealed | undefined;
  readonly atOnce: Sealed | undefined;
  readonly supplements: readonly Sealed[];
  readonly answers: readonly Sealed[];
  /** By question. */
  readonly questions: readonly (readonly [string, Sealed])[];
  readonly extensions: readonly (readonly [string, Sealed])[];
  readonly interims: readonly (readonly [string, Sealed])[];
  /** By question: what was done of a promise. */
  readonly promises: readonly (readonly [string, Sealed])[];
}

function sealedTexts(fold: Case): SealedTexts {
  const { appeal, questions } = fold;
  return {
    gist: appeal.gist,
    atOnce: appeal.atOnce?.text,
    supplements: appeal.supplements.map(({ text }) => text),
    answers: givenAnswers(fold).map(({ text }) => text),
    questions: byQuestion(questions, ({ text }) => text),
    extensions: byQuestion(questions, ({ extension }) => extension?.reason),
    interims: byQuestion(questions, ({ interim }) => interim?.text),
    promises: byQuestion(questions, ({ promise }) => promise?.text),
  };
}

function byQuestion(
  questions: Case['questions'],
  sealed: (part: QuestionPart) => Sealed | undefined,
): readonly (readonly [string, Sealed])[] {
  return Object.entries(questions).flatMap(([id, part]) => {
    const text = sealed(part);
    return text === undefined ? [] : [[id, text] as const];
  });
}

/** Whether both folds hold the same sealed texts: what was opened of the one holds for the other. */
export function hasSameTexts(fold: Case, other: Case): boolean {
  return (
    fold.appeal.received === other.appeal.received &&
    fold.appeal.erased === other.appeal.erased &&
    fold.appeal.reopening?.decided?.reason === other.appeal.reopening?.decided?.reason &&
    JSON.stringify(sealedTexts(fold)) === JSON.stringify(sealedTexts(other))
  );
}

/** A dialogue is between two: the name of its author is opened as every applicant's is, and that is recorded. */
function nameOfComment(received: Case['appeal']['received']): Sealed | undefined {
  return received?.source?.kind === 'COMMENT' ? received.name : undefined;
}

/** Opens what is searched: text, place, supplements, signed answers. Nothing of an erased person, key cached or not. */
export async function clearTexts(vault: TextVault, district: number, fold: Case): Promise<ClearTexts> {
  const { received, erased, reopening } = fold.appeal;
  if (erased) return nothingClear;
  const submitted: Partial<NonNullable<typeof received>> = received ?? {};
  const {
    gist: sealedGist,
    atOnce: byAtOnce,
    supplements,
    answers,
    questions,
    promises,
    extensions,
    interims,
  } = sealedTexts(fold);
  const named = [...questions, ...interims, ...promises].map(([, text]) => text);
  const texts = [...supplements, ...answers, ...named];
  const [text, place, author, contact, address, subject, refusal, atOnce, gist, ...more] = await decryptMany(
    vault,
    district,
    [
      { sealed: submitted.text, field: 'text' },
      { sealed: submitted.placeText, field: 'placeText' },
      { sealed: nameOfComment(received), field: 'name' },
      { sealed: submitted.contact, field: 'contact' },
      { sealed: submitted.address, field: 'address' },
      { sealed: submitted.subject, field: 'subject' },
      { sealed: reopening?.decided?.reason, field: 'reason' },
      { sealed: byAtOnce, field: 'text' },
      { sealed: sealedGist, field: 'gist' },
      ...texts.map((sealed) => ({ sealed, field: 'text' })),
      ...extensions.map(([, sealed]) => ({ sealed, field: 'reason' })),
    ],
  );
  const sender = contact ?? addressKey(address);
  const ofNamed = more.slice(supplements.length + answers.length, texts.length);
  return {
    ...known({ text, place, gist, author, refusal, atOnce }),
    ...(await blindIndices(vault, district, { sender, identity: subject && IDENTITY + subject })),
    supplements: present(more.slice(0, supplements.length)),
    answers: present(more.slice(supplements.length, supplements.length + answers.length)),
    questions: byId(questions, ofNamed),
    interims: byId(interims, ofNamed.slice(questions.length)),
    promises: byId(promises, ofNamed.slice(questions.length + interims.length)),
    extensions: byId(extensions, more.slice(texts.length)),
  };
}

/** By which other appeals of the same contact, and of the same person, are found. */
async function blindIndices(
  vault: TextVault,
  district: number,
  of: Readonly<Record<'sender' | 'identity', string | undefined>>,
): Promise<Pick<ClearTexts, 'sender' | 'identity'>> {
  const given = Object.entries(of).flatMap(([name, text]) => (text === undefined ? [] : [[name, text] as const]));
  const indices = given.map(async ([name, text]) => [name, await vault.blindIndex(district, text)] as const);
  return Object.fromEntries(await Promise.all(indices));
}

function byId(
  sealed: readonly (readonly [string, Sealed])[],
  texts: readonly (string | undefined)[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(sealed.flatMap(([id], at) => (texts[at] === undefined ? [] : [[id, texts[at]]])));
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

function known<Name extends string>(
  texts: Readonly<Record<Name, string | undefined>>,
): { readonly [One in Name]?: string } {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined)) as {
    [One in Name]?: string;
  };
}

function present(texts: readonly (string | undefined)[]): readonly string[] {
  return texts.filter((text) => text !== undefined);
}

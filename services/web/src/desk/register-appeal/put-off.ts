import { parseDraft, type RegistrationDraft } from './registration-draft.js';

/** Whose forms: another official of the same machine has forms of his own. */
export interface DraftOf {
  readonly official: string;
  readonly district: string;
}

/** A form that waits: the telephone rang while a letter was being entered. */
export interface PutOffDraft {
  readonly draft: RegistrationDraft;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Where the form in hand is kept. */
export const draftKey = ({ official, district }: DraftOf): string => `otklik.registration.${official}.${district}`;
const listKey = (of: DraftOf): string => `${draftKey(of)}.put-off`;

/** The latest first; those of another shape, which an older version of the page left, are passed over. */
export function putOffDrafts(storage: Storage, of: DraftOf, empty: RegistrationDraft): readonly PutOffDraft[] {
  const kept = JSON.parse(storage.getItem(listKey(of)) ?? '[]') as readonly PutOffDraft[];
  return kept.flatMap(({ draft, at }) => {
    const known = parseDraft(JSON.stringify(draft), empty);
    return known ? [{ draft: known, at }] : [];
  });
}

export function putOff(storage: Storage, of: DraftOf, draft: RegistrationDraft, at: number): void {
  const others = putOffDrafts(storage, of, draft).filter((one) => one.draft.enterKey !== draft.enterKey);
  storage.setItem(listKey(of), JSON.stringify([{ draft, at }, ...others]));
}

/** Out of the list; with `inHand` it is the form that opens next. */
export function takeUp(storage: Storage, of: DraftOf, draft: RegistrationDraft, inHand: boolean): void {
  const left = putOffDrafts(storage, of, draft).filter((one) => one.draft.enterKey !== draft.enterKey);
  if (left.length === 0) storage.removeItem(listKey(of));
  else storage.setItem(listKey(of), JSON.stringify(left));
  if (inHand) storage.setItem(draftKey(of), JSON.stringify(draft));
}

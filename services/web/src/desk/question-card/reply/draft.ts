import type { KeptFile } from '../../../frame/attach-files.js';
import { nextBlank, type Blank } from '../../../parts/tab-out.js';
import type { Outcome } from '../../../generated/enumerations.js';
import type { Uses } from './ready-texts.js';

/** The official's own text of an answer, before it goes to approval. */
export interface Draft {
  readonly text: string;
  readonly outcome: Outcome | '';
  /** With MEASURES_PROMISED: the day that was chosen. */
  readonly promisedUntil?: string;
  /** The response's version beside which it was written. */
  readonly basedOn: number;
  /** The response's text then; unknown for what only the server has kept. */
  readonly base?: string;
  /** Absent: those of the response, as they are. They are kept in this browser alone. */
  readonly files?: readonly KeptFile[];
  /** Lists of ready texts that were looked at. They are kept in this browser alone. */
  readonly readyTexts?: Uses;
  /** Milliseconds since 1970; 0: no text was entered yet. */
  readonly at: number;
}

/** The response as the card has it. */
export interface StandingResponse {
  readonly text: string | null;
  readonly outcome: Outcome | null;
  readonly promisedUntil?: string | null;
  readonly files?: readonly KeptFile[];
  readonly version: number;
  /** Another window of the same official has saved another text. */
  readonly isParted?: boolean;
  /** It waits for approval or signature. */
  readonly isSent?: boolean;
}

/**
 * Where writing goes on: the latest of what this browser and the server have kept, else the text that was sent to approval.
 * A kept text is never replaced by a colleague's: `basedOn` tells that the two parted.
 */
export function startingDraft(local: Draft | undefined, server: Draft | undefined, standing: StandingResponse): Draft {
  const kept = [local, server].filter((one) => one !== undefined).sort((a, b) => b.at - a.at)[0];
  if (kept && (kept.text !== '' || kept.outcome !== '')) return kept;
  const text = standing.text ?? '';
  const promise = standing.promisedUntil ? { promisedUntil: standing.promisedUntil } : {};
  return { text, outcome: standing.outcome ?? '', ...promise, basedOn: standing.version, base: text, at: 0 };
}

/** A colleague changed the response's text since the draft was begun. A note or a return changes its version only. */
export function isConflict(draft: Draft, standing: StandingResponse): boolean {
  if (standing.isParted) return true;
  if (standing.version <= draft.basedOn || draft.at === 0) return false;
  if (draft.base === (standing.text ?? '')) return false;
  return (standing.text ?? '') !== draft.text || (standing.outcome ?? '') !== draft.outcome;
}

export type Lack =
  | { readonly is: 'MERGE' | 'TEXT' | 'OUTCOME' | 'PROMISE' | 'CHANGE' }
  | { readonly is: 'FIELD'; readonly field: Blank };

/** What keeps the answer from going to approval: one thing at a time, in the order of work. */
export function lackOf(draft: Draft, standing: StandingResponse): Lack | undefined {
  if (isConflict(draft, standing)) return { is: 'MERGE' };
  if (draft.text.trim() === '') return { is: 'TEXT' };
  // Sent once more, it would have to be approved once more.
  if (standing.isSent && draft.text.trim() === standing.text && saysTheSame(draft, standing)) return { is: 'CHANGE' };
  const field = nextBlank(draft.text);
  if (field) return { is: 'FIELD', field };
  if (draft.outcome === '') return { is: 'OUTCOME' };
  return draft.outcome === 'MEASURES_PROMISED' && !draft.promisedUntil ? { is: 'PROMISE' } : undefined;
}

function saysTheSame(draft: Draft, standing: StandingResponse): boolean {
  return (
    draft.outcome === standing.outcome &&
    promiseOf(draft) === (standing.promisedUntil ?? undefined) &&
    idsOf(filesOf(draft, standing)) === idsOf(standing.files ?? [])
  );
}

/** The files that go with the answer. */
export function filesOf(draft: Draft, standing: StandingResponse): readonly KeptFile[] {
  return draft.files ?? standing.files ?? [];
}

function idsOf(files: readonly KeptFile[]): string {
  return files.map(({ id }) => id).join();
}

/** The day that goes with the answer: a chosen one is of no force beside another outcome. */
export function promiseOf({ outcome, promisedUntil }: Draft): string | undefined {
  return outcome === 'MEASURES_PROMISED' && promisedUntil ? promisedUntil : undefined;
}

/** Another official of the same browser has a draft of his own. */
const keyOf = ({ official, response }: DraftOf): string => `otklik.draft.${official}.${response}`;

export interface DraftOf {
  readonly official: string;
  readonly response: string;
}

export function readLocalDraft(storage: Storage, of: DraftOf): Draft | undefined {
  const kept = storage.getItem(keyOf(of));
  return kept === null ? undefined : (JSON.parse(kept) as Draft);
}

export function writeLocalDraft(storage: Storage, of: DraftOf, draft: Draft): void {
  storage.setItem(keyOf(of), JSON.stringify(draft));
}

export function dropLocalDraft(storage: Storage, of: DraftOf): void {
  storage.removeItem(keyOf(of));
}

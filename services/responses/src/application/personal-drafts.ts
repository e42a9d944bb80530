import type { Outcome } from '@otklik/contracts/enumerations';
import type { LocalDate } from '@otklik/kernel';
import type { Transaction } from '@otklik/tenancy';
import type { Sealed } from '@otklik/vault';

/** Whose text for which response. */
export interface DraftKey {
  readonly district: number;
  readonly response: string;
  readonly official: string;
}

/** An official's own unsent text for a response. */
export interface KeptDraft extends DraftKey {
  /** Sealed under the person's key, for the command that saved it. */
  readonly sealed: Sealed;
  readonly outcome: Outcome | null;
  readonly promisedUntil: LocalDate | null;
  /** The response's version beside which it was written. */
  readonly basedOn: number;
  /** ISO 8601 UTC. */
  readonly savedAt: string;
  /** Ids of the newest commands that saved it, the last one last. */
  readonly commands: readonly string[];
}

/** The drafts of a district. */
export interface DraftCount {
  readonly kept: number;
  /** Last saved before a moment. */
  readonly due: number;
  /** When the oldest was saved last, ISO 8601 UTC. */
  readonly oldest: string | null;
}

export abstract class PersonalDrafts {
  /** Locked until the transaction ends, so that two saves do not overtake each other. */
  abstract lock(tx: Transaction, key: DraftKey): Promise<KeptDraft | undefined>;
  abstract keep(tx: Transaction, draft: KeptDraft): Promise<void>;
  abstract of(key: DraftKey): Promise<KeptDraft | undefined>;
  /** Of the other officials for the same response, the latest first. */
  abstract ofOthers(key: DraftKey): Promise<readonly KeptDraft[]>;
  /** False when there was none. */
  abstract remove(tx: Transaction, key: DraftKey): Promise<boolean>;
  /** `before`: ISO 8601 UTC. */
  abstract counts(district: number, before: string): Promise<DraftCount>;
  /** Those that were saved last before it. Answers how many there were. */
  abstract removeBefore(district: number, before: string): Promise<number>;
}

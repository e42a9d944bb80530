import { uuidv5 } from '@otklik/kernel';

const NAMESPACE = '5f0d2c6e-0b1d-4f0a-9f5e-3c1a2b7d9e41';

/**
 * Scope of a submission's idempotency key: forms, the entries of one official, ids of imported lines or letters, numbers of ПОС,
 * another district's handovers, messages in an account of a network, or what another front-end sent by its key.
 */
export type Submitter =
  | { readonly by: 'form' }
  | { readonly by: 'official'; readonly official: string }
  | { readonly by: 'import' }
  | { readonly by: 'mail' }
  | { readonly by: 'pos' }
  | { readonly by: 'district'; readonly district: number }
  | { readonly by: 'network' | 'open311'; readonly account: string };

/** The key within its scope; the appeal's id and the follow-up code are derived from it. */
export function submissionKey(submitter: Submitter, key: string): string {
  return JSON.stringify([...scopeOf(submitter), key]);
}

function scopeOf(submitter: Submitter): readonly unknown[] {
  if (submitter.by === 'official') return ['official', submitter.official];
  if ('account' in submitter) return [submitter.by, submitter.account];
  return submitter.by === 'district' ? ['district', submitter.district] : [submitter.by];
}

/** Derived from the key, so that a repeated submission meets its existing stream. */
export function appealId(district: number, submissionKey: string): string {
  return uuidv5(NAMESPACE, `${district}|${submissionKey}`);
}

/** One person per submission. */
export function personId(appeal: string): string {
  return uuidv5(NAMESPACE, `person|${appeal}`);
}

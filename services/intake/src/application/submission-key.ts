import { uuidv5 } from '@otklik/kernel';

const NAMESPACE = '5f0d2c6e-0b1d-4f0a-9f5e-3c1a2b7d9e41';

/** Scope of a submission's idempotency key: forms, the entries of one official, or ids of imported lines. */
export type Submitter =
  { readonly by: 'form' } | { readonly by: 'official'; readonly official: string } | { readonly by: 'import' };

/** The key within its scope; the appeal's id and the follow-up code are derived from it. */
export function submissionKey(submitter: Submitter, key: string): string {
  const scope = submitter.by === 'official' ? ['official', submitter.official] : [submitter.by];
  return JSON.stringify([...scope, key]);
}

/** Derived from the key, so that a repeated submission meets its existing stream. */
export function appealId(district: number, submissionKey: string): string {
  return uuidv5(NAMESPACE, `${district}|${submissionKey}`);
}

/** One person per submission. */
export function personId(appeal: string): string {
  return uuidv5(NAMESPACE, `person|${appeal}`);
}

import { uuidv5 } from '@otklik/kernel';

const NAMESPACE = '5f0d2c6e-0b1d-4f0a-9f5e-3c1a2b7d9e41';

/** Where a submission's key counts: the key of a form, of an official's entry, or a file's own id of an imported line. */
export type Submitter =
  { readonly by: 'form' } | { readonly by: 'official'; readonly official: string } | { readonly by: 'import' };

/** One text for the key in its scope; the appeal's id and the follow-up code are made of it. */
export function submissionKey(submitter: Submitter, key: string): string {
  const scope = submitter.by === 'official' ? ['official', submitter.official] : [submitter.by];
  return JSON.stringify([...scope, key]);
}

/** The same submission is the same appeal: its stream is there already when it comes again. */
export function appealId(district: number, submissionKey: string): string {
  return uuidv5(NAMESPACE, `${district}|${submissionKey}`);
}

/** One person per submission. */
export function personId(appeal: string): string {
  return uuidv5(NAMESPACE, `person|${appeal}`);
}

import type { Case } from '@otklik/case/case';
import type { Vault } from '@otklik/vault';
import { applicantWords } from '../../domain/applicant-words.js';
import { decryptMany } from './clear-texts.js';

/** A word of an applicant's name, contact or address, and what may be typed to find it, each as the vault blinds it. */
export interface BlindWord {
  readonly word: string;
  readonly forms: readonly string[];
}

const fields = ['name', 'contact', 'phone', 'address'] as const;

/** Of an appeal's applicant. None of an erased one, key cached or not. */
export async function blindWords(
  vault: Pick<Vault, 'openAll' | 'blindWords'>,
  district: number,
  { appeal: { received, erased } }: Case,
): Promise<readonly BlindWord[]> {
  if (!received || erased) return [];
  const sealed = fields.map((field) => ({ sealed: received[field], field }));
  const [name, contact, phone, address] = await decryptMany(vault, district, sealed);
  const words = applicantWords({ name, contact, phone, address });
  const blind = await vault.blindWords(
    district,
    words.flatMap(({ word, forms }) => [word, ...forms]),
  );
  let next = 0;
  return words.map(({ forms }) => ({ word: blind[next++]!, forms: forms.map(() => blind[next++]!) }));
}

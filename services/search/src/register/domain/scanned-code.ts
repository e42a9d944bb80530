import { fromRussianLayout } from '@otklik/kernel';

const CODE = /^OTK1:([^:]+):([0-9A-Z]{10}):([A-Z]+)$/;

export type PaperKind = 'CARD' | 'LETTER';

/** What a bar code on paper says: which district's case it is, by its receipt, and which paper. Nothing of a person. */
export function scannedCode(district: string, receipt: string, kind: PaperKind): string {
  return `OTK1:${district}:${receipt.replaceAll('-', '')}:${kind}`;
}

/** The receipt in a code that a scanner typed; it types as a keyboard does, so that the Russian layout makes Russian letters. */
export function receiptOf(typed: string): string | undefined {
  const latin = /[а-яё]/iu.test(typed) ? fromRussianLayout(typed).replaceAll(';', ':') : typed;
  return CODE.exec(latin.trim().toUpperCase())?.[2];
}

import { isMessage } from '@otklik/case/regime';
import { letterText } from '@otklik/contracts/texts';
import type { District } from '@otklik/tenancy';
import type { LetterFacts, LetterStyle } from './letter.js';

/** Of a page of the district. */
export function addressOf(publicUrl: string, district: string, page: string): string {
  return `${publicUrl.replace(/\/+$/, '')}/${district}/${page}`;
}

/** Where the files of the answer can be opened; undefined without any. */
export function whereFilesAre(
  { regime, attachments = [] }: LetterFacts,
  { code }: District,
  { language, publicUrl }: LetterStyle,
): string | undefined {
  if (attachments.length === 0) return undefined;
  const ofMatter = letterText(isMessage(regime) ? 'ofMatter.MESSAGE' : 'ofMatter.APPEAL', language, {});
  if (publicUrl === undefined) return letterText('attachments.site', language, { ofMatter });
  return letterText('attachments.page', language, { ofMatter, page: addressOf(publicUrl, code, 'follow') });
}

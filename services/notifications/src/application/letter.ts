import type { NoticeKind } from '@otklik/contracts/enumerations';
import { letterText, type TextLanguage } from '@otklik/contracts/texts';
import { localDate } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import type { Letter } from './mail.js';

/** Content of a letter, decrypted for the attempt only. */
export interface LetterFacts {
  readonly kind: NoticeKind;
  readonly number: string;
  readonly registeredOn: string;
  readonly name: string | undefined;
  /** Text of the answer. */
  readonly text: string | undefined;
  /** Name of the signatory. */
  readonly signatory: string | undefined;
  readonly signedAt: string | undefined;
}

/** Subject and body in the district's language, with the address of its follow-up page where there is one, from `libs/contracts/texts/letters.*.json`. */
export function writeLetter(
  facts: LetterFacts,
  district: District,
  { language, publicUrl }: { readonly language: TextLanguage; readonly publicUrl?: string | undefined },
): Pick<Letter, 'subject' | 'text'> {
  const values = {
    number: facts.number,
    date: facts.registeredOn,
    district: district.name,
    page: publicUrl === undefined ? '' : `${publicUrl.replace(/\/+$/, '')}/${district.code}/follow\n\n`,
    greeting: greeting(facts.name, language),
    text: facts.text ?? '',
    signatory: facts.signatory ?? '',
    signedOn: facts.signedAt === undefined ? '' : localDate(facts.signedAt, district.zone),
  };
  return {
    subject: oneLine(letterText(`${facts.kind}.subject`, language, values)),
    text: letterText(`${facts.kind}.body`, language, values),
  };
}

function greeting(name: string | undefined, language: TextLanguage): string {
  if (name === undefined) return letterText('greeting', language, {});
  return letterText('greetingByName', language, { name: oneLine(name) });
}

/** No control character reaches a header. */
function oneLine(text: string): string {
  return text.replace(/\p{C}+/gu, ' ').trim();
}

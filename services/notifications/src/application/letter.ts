import type { NoticeKind, Regime } from '@otklik/contracts/enumerations';
import { isMessage } from '@otklik/contracts/regime';
import { dateText, letterText, type TextLanguage } from '@otklik/contracts/texts';
import { localDate, type Letter } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import { formOfAddress } from '../domain/person-name.js';

/** Content of a letter, decrypted for the attempt only. */
export interface LetterFacts {
  readonly kind: NoticeKind;
  /** An appeal under 59-FZ or a message: the letter calls it by its name. */
  readonly regime: Regime;
  readonly number: string;
  /** YYYY-MM-DD */
  readonly registeredOn: string;
  readonly name: string | undefined;
  /** Text of the answer. */
  readonly text: string | undefined;
  /** Names of the files that go with the answer. */
  readonly attachments?: readonly string[];
  /** Code of the department that answers, and the executor's name. */
  readonly department?: string | undefined;
  readonly executor?: string | undefined;
  /** Name of the signatory; undefined for one whom the directory does not know. */
  readonly signatory: string | undefined;
  /** ISO 8601 UTC; undefined until it is signed. */
  readonly signedAt: string | undefined;
}

/** How this installation writes letters. */
export interface LetterStyle {
  readonly language: TextLanguage;
  /** Public address of the districts' pages; undefined: letters name no page. */
  readonly publicUrl?: string | undefined;
}

/** An answer as it is printed: the parts of the e-mail and of the preview are the same. */
export interface LetterParts {
  readonly sender: string;
  readonly department: string | undefined;
  readonly address: string;
  readonly reference: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  readonly attachments: string | undefined;
  readonly signature: string | undefined;
  readonly executor: string | undefined;
}

export function letterParts(facts: LetterFacts, district: District, { language }: LetterStyle): LetterParts {
  const { attachments = [] } = facts;
  return {
    sender: district.name,
    department: district.departments.find(({ code }) => code === facts.department)?.name,
    address: district.public.address,
    reference: letterText('reference', language, {
      number: facts.number,
      date: dateText(facts.registeredOn, language),
    }),
    greeting: greeting(facts.name, language),
    paragraphs: paragraphsOf(facts.text ?? ''),
    attachments:
      attachments.length === 0 ? undefined : letterText('attachments', language, { names: attachments.join(', ') }),
    signature: signatureOf(facts, district, language),
    executor:
      facts.executor === undefined ? undefined : letterText('executor', language, { name: oneLine(facts.executor) }),
  };
}

/** Subject and body of the e-mail, from `libs/contracts/texts/letters.*.json`. */
export function writeLetter(
  facts: LetterFacts,
  district: District,
  style: LetterStyle,
): Pick<Letter, 'subject' | 'text'> {
  const { language } = style;
  const parts = letterParts(facts, district, style);
  const values = {
    number: facts.number,
    date: dateText(facts.registeredOn, language),
    matter: letterText(isMessage(facts.regime) ? 'matter.MESSAGE' : 'matter.APPEAL', language, {}),
    district: district.name,
    follow: follow(facts.kind, district, style),
    greeting: parts.greeting,
    text: [...parts.paragraphs, ...(parts.attachments === undefined ? [] : [parts.attachments])].join('\n\n'),
    closing: [parts.signature, parts.executor].filter((line) => line !== undefined).join('\n'),
  };
  return {
    subject: oneLine(letterText(`${facts.kind}.subject`, language, values)),
    text: letterText(`${facts.kind}.body`, language, values),
  };
}

/** Of a link in place of a lost code. */
export interface LinkFacts {
  readonly regime: Regime;
  readonly name: string | undefined;
  /** Its secret part. */
  readonly link: string;
  /** ISO 8601 UTC. */
  readonly expiresAt: string;
}

/** Undefined where the installation's public address is not known: there is nothing that could be followed. */
export function writeLinkLetter(
  { regime, name, link, expiresAt }: LinkFacts,
  district: District,
  { language, publicUrl }: LetterStyle,
): Pick<Letter, 'subject' | 'text'> | undefined {
  if (publicUrl === undefined) return undefined;
  const { code, zone } = district;
  const until = new Intl.DateTimeFormat(language, {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });
  const values = {
    greeting: greeting(name, language),
    matter: letterText(isMessage(regime) ? 'matter.MESSAGE' : 'matter.APPEAL', language, {}),
    link: `${publicUrl.replace(/\/+$/, '')}/${code}/lost/${link}`,
    until: until.format(new Date(expiresAt)),
    district: district.name,
  };
  return {
    subject: oneLine(letterText('LINK.subject', language, values)),
    text: letterText('LINK.body', language, values),
  };
}

/** Paragraphs of a text: an empty line divides them; a single line end is kept within one. */
export function paragraphsOf(text: string): readonly string[] {
  return text
    .split(/\n[^\S\n]*\n\s*/u)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}

/** Where the district has a page: its address, which the letter names in full. */
function follow(kind: NoticeKind, district: District, { language, publicUrl }: LetterStyle): string {
  if (publicUrl === undefined) return '';
  const page = `${publicUrl.replace(/\/+$/, '')}/${district.code}/follow`;
  return letterText(`${kind}.follow`, language, { page });
}

function signatureOf(
  { signatory, signedAt }: LetterFacts,
  { zone }: District,
  language: TextLanguage,
): string | undefined {
  if (signedAt === undefined) return undefined;
  const by = signatory ?? letterText('unknownSignatory', language, {});
  return letterText('signature', language, {
    signatory: oneLine(by),
    date: dateText(localDate(signedAt, zone), language),
  });
}

function greeting(name: string | undefined, language: TextLanguage): string {
  if (name === undefined) return letterText('greeting', language, {});
  const { name: address, gender } = formOfAddress(oneLine(name));
  return letterText(gender === undefined ? 'greetingByName' : `greeting.${gender}`, language, { name: address });
}

/** No control character reaches a header. */
function oneLine(text: string): string {
  return text.replace(/\p{C}+/gu, ' ').trim();
}

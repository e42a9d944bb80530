import { titleOf } from '@otklik/contracts/declare-enumeration';
import { Outcome, type NoticeKind, type Regime } from '@otklik/contracts/enumerations';
import type { NoticeDetails, Outgoing } from '@otklik/contracts/notifications.events';
import { isToBody } from '@otklik/contracts/notices-to-bodies';
import { isMessage } from '@otklik/case/regime';
import { dateText, letterText, textsOf, type TextLanguage } from '@otklik/contracts/texts';
import { localDate, type Letter } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import { formOfAddress } from '../domain/person-name.js';
import { salutationOf } from '../domain/salutation.js';
import { withGiven, type GivenBeside } from './given-beside-text.js';
import { addresseeIn, type LetterAddressee } from './letter-addressee.js';
import { addressOf, whereFilesAre } from './letter-files.js';
import { signatureLine } from './letter-signature.js';

/** Content of a letter, decrypted for the attempt only. */
export interface LetterFacts extends GivenBeside {
  readonly kind: NoticeKind;
  /** Its own number and day; absent before the signature, and for what is no letter. */
  readonly outgoing?: Outgoing | undefined;
  /** An appeal under 59-FZ or a message: the letter calls it by its name. */
  readonly regime: Regime;
  /** Of the registration; a duplicate's is that of its receipt. */
  readonly number: string;
  /** YYYY-MM-DD; undefined for what was not registered. */
  readonly registeredOn: string | undefined;
  readonly name: string | undefined;
  /** There is a name, and this reader does not see it. */
  readonly nameHidden?: boolean;
  /** Text of the answer; of a decision, its reason. */
  readonly text: string | undefined;
  readonly details?: NoticeDetails;
  /** In a covering letter: where the body reaches the applicant. */
  readonly reachedAt?: string;
  /** In a letter to a body: the secret part of the link to its page. */
  readonly link?: string;
  /** How often another consideration was granted before; the second answer says that it is the second. */
  readonly again?: number;
  /** Names of the files that go with the answer. */
  readonly attachments?: readonly string[];
  /** Replies to it are taken. */
  readonly takesReplies?: boolean;
  /** Code of the department that answers, and the executor's name. */
  readonly department?: string | undefined;
  readonly executor?: string | undefined;
  /** Undefined for one whom the directory does not know. */
  readonly signatory: Signatory | undefined;
  /** ISO 8601 UTC; undefined until it is signed. */
  readonly signedAt: string | undefined;
  /** It will be signed by one who is not known yet. */
  readonly isUnsigned?: boolean;
}

export interface Signatory {
  readonly name: string;
  /** The post: «Глава района». */
  readonly position?: string | undefined;
}

/** How this installation writes letters. */
export interface LetterStyle {
  readonly language: TextLanguage;
  /** Public address of the districts' pages; undefined: letters name no page. */
  readonly publicUrl?: string | undefined;
}

/** An answer as it is printed: the parts of the e-mail and of the preview are the same. */
export interface LetterParts extends LetterAddressee {
  readonly number: string | undefined;
  /** YYYY-MM-DD. */
  readonly date: string | undefined;
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

export function letterParts(facts: LetterFacts, district: District, style: LetterStyle): LetterParts {
  const { language } = style;
  const { attachments = [] } = facts;
  const { salutation, body } = salutationOf(facts.text ?? '');
  return {
    ...numberOf(facts),
    sender: district.name,
    department: district.departments.find(({ code }) => code === facts.department)?.name,
    address: district.public.address,
    ...addresseeIn(facts),
    reference: referenceOf(facts, language),
    // Who greets in the text of the answer is not doubled.
    greeting: (facts.kind === 'ANSWERED' ? salutation : undefined) ?? greetingOf(facts, language),
    paragraphs: [
      ...paragraphsOf(facts.kind === 'ANSWERED' ? body : told(facts, district, style)),
      ...pageOfBody(facts, district, style),
    ],
    attachments:
      attachments.length === 0 ? undefined : letterText('attachments', language, { names: attachments.join(', ') }),
    signature: signatureOf(facts, district, language),
    executor:
      facts.executor === undefined ? undefined : letterText('executor', language, { name: oneLine(facts.executor) }),
  };
}

function numberLine({ outgoing }: LetterFacts, language: TextLanguage): string | undefined {
  if (!outgoing) return undefined;
  return letterText('outgoing', language, { number: outgoing.number, date: dateText(outgoing.on, language) });
}

function numberOf({ outgoing }: LetterFacts): Pick<LetterParts, 'number' | 'date'> {
  return { number: outgoing?.number, date: outgoing?.on };
}

/** Subject and body of the e-mail, from `libs/contracts/texts/letters.*.json`. */
export function writeLetter(
  facts: LetterFacts,
  district: District,
  style: LetterStyle,
): Pick<Letter, 'subject' | 'text'> {
  const { language } = style;
  const parts = letterParts(mailed(facts, style), district, style);
  const values = {
    ...factValues(facts, language),
    round: `${roundOf(facts)}`,
    district: district.name,
    follow: follow(facts.kind, district, style),
    reply: letterText(facts.takesReplies ? 'reply.taken' : 'reply.none', language, {}),
    greeting: parts.greeting,
    text: [...parts.paragraphs, ...(parts.attachments === undefined ? [] : [parts.attachments])]
      .concat(whereFilesAre(facts, district, style) ?? [])
      .join('\n\n'),
    closing: [signatureLine(facts, parts, language), parts.executor, numberLine(facts, language)]
      .filter((line) => line !== undefined)
      .join('\n'),
  };
  return {
    subject: oneLine(letterText(isAgain(facts) ? 'ANSWERED.again.subject' : `${facts.kind}.subject`, language, values)),
    text: letterText(hasOwnBody(facts.kind) ? `${facts.kind}.body` : 'NOTICE.body', language, values),
  };
}

/** The registration's letter is sent by e-mail alone, an answer says what it answers, and a body has no appeal to follow. */
function hasOwnBody(kind: NoticeKind): boolean {
  return kind === 'REGISTERED' || kind === 'ANSWERED' || isToBody(kind);
}

function isAgain(facts: LetterFacts): boolean {
  return facts.kind === 'ANSWERED' && roundOf(facts) > 1;
}

function roundOf({ again = 0 }: LetterFacts): number {
  return again + 1;
}

/** The applicant's own matter, or the letter of the body that is informed. `date`: YYYY-MM-DD. */
export function repliedTo(facts: LetterFacts): { readonly number: string; readonly date: string | undefined } {
  const { kind, number, registeredOn, details = {} } = facts;
  if (kind !== 'INFORMING' || details.number === undefined) return { number, date: registeredOn };
  return { number: details.number, date: details.letterOn };
}

function referenceOf(facts: LetterFacts, language: TextLanguage): string {
  const { number, date: registeredOn } = repliedTo(facts);
  const to =
    registeredOn === undefined
      ? letterText('reference.receipt', language, { number })
      : letterText('reference', language, { number, date: dateText(registeredOn, language) });
  return isAgain(facts) ? letterText('reference.again', language, { to, round: roundOf(facts) }) : to;
}

/** A letter to a body names its addressee without a greeting, and the applicant is named in the text. */
function greetingOf(facts: LetterFacts, language: TextLanguage): string {
  if (!isToBody(facts.kind)) return greeting(facts, language);
  return letterText('greeting.BODY', language, { body: oneLine(facts.details?.body ?? '') });
}

/** Who is to be answered, and where. */
function applicantOf({ name, reachedAt }: LetterFacts): string {
  return [name, reachedAt].filter((part) => part !== undefined && part !== '').join(', ') || '—';
}

/** «Обращение» is declined by the cases of Russian; a message is never called so. */
export function factValues(facts: LetterFacts, language: TextLanguage): Record<string, string> {
  const { regime, number, registeredOn, details = {} } = facts;
  const of = isMessage(regime) ? 'MESSAGE' : 'APPEAL';
  const { body = '', until, earlier = [], outcome, endedOn, number: other = '' } = details;
  return {
    number,
    date: registeredOn === undefined ? '' : dateText(registeredOn, language),
    matter: letterText(`matter.${of}`, language, {}),
    ofMatter: letterText(`ofMatter.${of}`, language, {}),
    inMatter: letterText(`inMatter.${of}`, language, {}),
    body,
    other,
    letter: theirLetter(details, language),
    ended: endedOn === undefined ? '' : dateText(endedOn, language),
    earlier: earlier.join(', '),
    reason: withGiven(facts, language),
    applicant: applicantOf(facts),
    until: until === undefined ? '' : dateText(until, language),
    outcome: outcome === undefined ? '' : titleOf(Outcome, outcome, language),
  };
}

/** What the letter to a body that is informed replies to. */
function theirLetter({ number, letterOn }: NoticeDetails, language: TextLanguage): string {
  const theirs = [
    ...(number === undefined ? [] : [letterText('INFORMING.ofNumber', language, { number })]),
    ...(letterOn === undefined
      ? []
      : [letterText('INFORMING.ofDate', language, { date: dateText(letterOn, language) })]),
  ].join(' ');
  return letterText(theirs === '' ? 'INFORMING.toRequest' : 'INFORMING.toLetter', language, { theirs });
}

/** The words of a notice that is no answer: those of its ground, decision or outcome, then the law's where it is one. */
function told(facts: LetterFacts, district: District, style: LetterStyle): string {
  const { kind, regime, details = {}, text } = facts;
  const { language } = style;
  const values = { ...factValues(facts, language), address: district.public.address, pages: formOf(district, style) };
  const variant = variantOf(details);
  const said = [`${kind}.${variant}`, `${kind}.text`];
  const law = [`${kind}.law.${variant}`, `${kind}.law`];
  const parts = [said, ...(text === undefined ? [] : [[`${kind}.reason`]]), ...(isMessage(regime) ? [] : [law])];
  return parts
    .flatMap((keys) => keys.find((key) => Object.hasOwn(textsOf('letters', language), key)) ?? [])
    .map((key) => letterText(key, language, values))
    .join('\n\n');
}

function variantOf({ ground, decision, outcome }: NoticeDetails): string {
  return ground ?? decision ?? (outcome === undefined ? 'text' : 'SETTLED');
}

/** Paragraphs of a text: an empty line divides them; a single line end is kept within one. */
export function paragraphsOf(text: string): readonly string[] {
  return text
    .split(/\n[^\S\n]*\n\s*/u)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}

/** What a body reads on its page, where each reading is recorded, does not go through its mail. */
function mailed(facts: LetterFacts, { publicUrl }: LetterStyle): LetterFacts {
  return publicUrl !== undefined && facts.link !== undefined ? { ...facts, text: undefined } : facts;
}

/** Where an appeal is filed on the site. */
function formOf({ code }: District, { language, publicUrl }: LetterStyle): string {
  if (publicUrl === undefined) return '';
  return letterText('HOW_TO_APPEAL.page', language, { page: addressOf(publicUrl, code, '').replace(/\/$/, '') });
}

function pageOfBody(
  { kind, link }: LetterFacts,
  { code }: District,
  { language, publicUrl }: LetterStyle,
): readonly string[] {
  if (publicUrl === undefined || link === undefined) return [];
  const page = addressOf(publicUrl, code, `body/${link}`);
  return [letterText(`${kind}.page`, language, { page })];
}

/** Where the district has a page: its address, which the letter names in full. */
function follow(kind: NoticeKind, district: District, { language, publicUrl }: LetterStyle): string {
  if (publicUrl === undefined || isToBody(kind)) return '';
  const page = addressOf(publicUrl, district.code, 'follow');
  return letterText(hasOwnBody(kind) ? `${kind}.follow` : 'REGISTERED.follow', language, { page });
}

function signatureOf(
  { signatory, signedAt }: LetterFacts,
  { zone }: District,
  language: TextLanguage,
): string | undefined {
  if (signedAt === undefined) return undefined;
  const by = signatory
    ? [signatory.position, signatory.name].filter((part) => part !== undefined).join(' ')
    : letterText('unknownSignatory', language, {});
  return letterText('signature', language, {
    signatory: oneLine(by),
    date: dateText(localDate(signedAt, zone), language),
  });
}

export function greeting(
  { name, nameHidden }: Pick<LetterFacts, 'name' | 'nameHidden'>,
  language: TextLanguage,
): string {
  if (nameHidden === true) return letterText('greeting.HIDDEN', language, {});
  if (name === undefined) return letterText('greeting', language, {});
  const { name: address, gender } = formOfAddress(oneLine(name));
  return letterText(gender === undefined ? 'greetingByName' : `greeting.${gender}`, language, { name: address });
}

/** No control character reaches a header. */
export function oneLine(text: string): string {
  return text.replace(/\p{C}+/gu, ' ').trim();
}

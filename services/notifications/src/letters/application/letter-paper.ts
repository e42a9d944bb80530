import type { NoticeKind, NoticeWay } from '@otklik/contracts/enumerations';
import { addresseeOf } from '@otklik/contracts/notices-to-bodies';
import { letterText } from '@otklik/contracts/texts';
import type { Addressee, Letterhead, LetterPaper, LetterSignature, Picture } from '@otklik/documents';
import { compact } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import { dativeName, signedName } from './dative-name.js';
import { factValues, letterParts, oneLine, repliedTo, type LetterFacts, type LetterStyle } from './letter.js';

/** Whom the sheet is addressed to. Of an applicant only what was opened for it. */
export type AddressedTo =
  | {
      readonly kind: 'APPLICANT';
      readonly name: string | undefined;
      readonly address: string | undefined;
      /** The dative that a clerk confirmed. */
      readonly confirmed?: string | undefined;
    }
  | { readonly kind: 'BODY'; readonly name: string; readonly address: string | undefined };

export interface Addressed {
  readonly to: AddressedTo;
  readonly way: NoticeWay;
  /** ISO 8601 UTC; the same sheet is the same bytes. */
  readonly madeAt: string;
}

/** The letter as the one model of its sheet, of which every rendering is made. */
export function paperOf(facts: LetterFacts, district: District, style: LetterStyle, addressed: Addressed): LetterPaper {
  const { to, way, madeAt } = addressed;
  const parts = letterParts(facts, district, style);
  const { kind, attachments = [] } = facts;
  const toApplicant = to.kind === 'APPLICANT';
  return {
    layout: 'LETTER',
    letterhead: letterheadOf(district),
    ...compact({ number: parts.number, date: parts.date }),
    ...inReplyTo(facts),
    addressee: addresseeBlock(kind, to),
    heading: letterText(`${kind}.heading`, style.language, factValues(facts, style.language)),
    ...(toApplicant && { salutation: parts.greeting }),
    paragraphs: parts.paragraphs.map((text) => ({ text })),
    enclosures: namesEnclosures(parts.paragraphs) ? [] : attachments.map((name) => ({ name: oneLine(name) })),
    signature: signatureOf(facts, way),
    ...executorOf(facts, district),
    madeAt,
  };
}

/** The applicant's appeal; of letters to bodies only that which answers a letter of theirs names it. */
function inReplyTo(facts: LetterFacts): Pick<LetterPaper, 'inReplyTo'> {
  const { number, date } = repliedTo(facts);
  const isToTheirs = facts.kind === 'INFORMING' && facts.details?.number !== undefined;
  const isReply = isToTheirs || addresseeOf(facts.kind) === 'APPLICANT';
  return isReply && date !== undefined ? { inReplyTo: { number, date } } : {};
}

/** A function of the kind: what is for a body cannot be addressed to the applicant, nor the other way. */
export function addresseeBlock(kind: NoticeKind, to: AddressedTo): Addressee {
  if (to.kind !== addresseeOf(kind)) throw new TypeError(`${kind} is for ${addresseeOf(kind)}`);
  if (to.kind === 'BODY') return { kind: 'BODY', lines: lines(to.name, to.address) };
  const name = to.confirmed ?? (to.name === undefined ? undefined : dativeName(oneLine(to.name)).text);
  return { kind: 'APPLICANT', lines: lines(name, to.address) };
}

function lines(...of: readonly (string | undefined)[]): readonly string[] {
  return of.flatMap((line) => (line === undefined || line === '' ? [] : [oneLine(line)]));
}

/** By `letters.letterhead` of the district's file, else by what its residents' pages show. */
export function letterheadOf({ name, public: shown, letters }: District): Letterhead {
  const own = letters?.letterhead ?? {};
  const nameSah = own.nameSah ?? (shown.nameSah === undefined ? undefined : [shown.nameSah]);
  return {
    name: own.name ?? [name],
    ...compact({ nameSah }),
    ...(shown.emblem !== undefined && { emblem: emblemOf(shown.emblem) }),
    lines: [joined(reachOf(shown, own)), joined(requisitesOf(own))].filter((line) => line !== ''),
  };
}

type Own = NonNullable<NonNullable<District['letters']>['letterhead']>;

function reachOf(shown: District['public'], own: Own): readonly (string | undefined)[] {
  const phone = own.phone ?? shown.phones[0]?.phone;
  const address = own.address ?? shown.address;
  return [address, phone === undefined ? undefined : `тел. ${phone}`, own.email ?? shown.email, own.site];
}

function requisitesOf({ okpo, ogrn, inn, kpp }: Own): readonly (string | undefined)[] {
  const inns = kpp === undefined ? inn && `ИНН ${inn}` : `ИНН/КПП ${inn}/${kpp}`;
  return [okpo && `ОКПО ${okpo}`, ogrn && `ОГРН ${ogrn}`, inns];
}

function joined(of: readonly (string | undefined)[]): string {
  return of.filter((part) => part !== undefined && part !== '').join(' · ');
}

function emblemOf(path: string): Picture {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 44 52"><path d="${path}" fill-rule="evenodd"/></svg>`;
  return { format: 'svg', base64: Buffer.from(svg).toString('base64') };
}

/** No sheet claims a signature that there is not: on paper a hand signs, elsewhere the system's record is named. */
function signatureOf({ signatory, signedAt }: LetterFacts, way: NoticeWay): LetterSignature {
  const by = { post: oneLine(signatory?.position ?? ''), name: signedName(oneLine(signatory?.name ?? '')) };
  if (signedAt === undefined) return { ...by, kind: 'UNSIGNED' };
  return { ...by, kind: way === 'PAPER' ? 'BY_HAND' : 'SYSTEM' };
}

/** Where no telephone of the executor is known, the reception's. */
function executorOf({ executor }: LetterFacts, { public: shown, letters }: District): Pick<LetterPaper, 'executor'> {
  if (executor === undefined) return {};
  const phone = letters?.letterhead?.phone ?? shown.phones[0]?.phone;
  return { executor: { name: oneLine(executor), ...compact({ phone }) } };
}

/** The writer has named them: they are named once. */
function namesEnclosures(paragraphs: readonly string[]): boolean {
  return paragraphs.some((text) => /^Приложени[ея]\s*:/iu.test(text));
}

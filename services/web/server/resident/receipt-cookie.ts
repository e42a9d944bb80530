import { hash } from 'node:crypto';
import { isUuid } from '@otklik/kernel';
import { cookieOf } from './appearance.js';

/** The receipt of the last submission, kept on the sender's device for as long as the token of the follow-up. */
export interface SentReceipt {
  readonly number: string;
  readonly code: string;
  readonly receivedAt: string;
  /** Last days by the district's terms, where it has such. */
  readonly registerBy?: string | undefined;
  readonly answerBy?: string | undefined;
  readonly contact?: 'email' | 'phone' | undefined;
  /** Under 59-FZ; else a message. */
  readonly isAppeal: boolean;
  /** The text speaks of a fire, gas or an accident. */
  readonly isUrgent: boolean;
  /** It is joined to a known issue. */
  readonly isJoined?: boolean | undefined;
  /** It should have been, and is not: that had its end meanwhile, or could not be reached. */
  readonly isUnjoined?: boolean | undefined;
  /** The idempotency key that it was sent with. */
  readonly key?: string | undefined;
  /** Of what was sent: the same content sent again from a reloaded page has this receipt. */
  readonly digest: string;
}

const COOKIE = 'otklik_receipt';
export const RECEIPT_MAX_AGE_S = 900;

/** SameSite keeps other sites from using it; no script reads it. */
export function receiptCookie(district: string, receipt: SentReceipt | undefined, secure: boolean): string {
  const value = receipt === undefined ? '' : Buffer.from(JSON.stringify(receipt)).toString('base64url');
  const age = receipt === undefined ? 0 : RECEIPT_MAX_AGE_S;
  return `${COOKIE}=${value}; Path=/${district}; HttpOnly; SameSite=Strict; Max-Age=${age}${secure ? '; Secure' : ''}`;
}

/** Undefined for none, and for one that is not of this form. */
export function sentReceipt(cookies: string | undefined): SentReceipt | undefined {
  const value = cookieOf(cookies, COOKIE);
  if (value === undefined) return undefined;
  try {
    const read = JSON.parse(Buffer.from(value, 'base64url').toString()) as Partial<SentReceipt> | null;
    if (read === null) return undefined;
    const { number, code, receivedAt, digest } = read;
    const isWhole = [number, code, receivedAt, digest].every((part) => typeof part === 'string');
    if (!isWhole || Number.isNaN(Date.parse(receivedAt!))) return undefined;
    return {
      number: number!,
      code: code!,
      receivedAt: receivedAt!,
      digest: digest!,
      key: keyOf(read.key),
      contact: contactOf(read.contact),
      registerBy: dateOf(read.registerBy),
      answerBy: dateOf(read.answerBy),
      isUrgent: read.isUrgent === true,
      isAppeal: read.isAppeal === true,
      isJoined: read.isJoined === true ? true : undefined,
      isUnjoined: read.isUnjoined === true ? true : undefined,
    };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function keyOf(value: unknown): string | undefined {
  return typeof value === 'string' && isUuid(value) ? value : undefined;
}

function contactOf(value: unknown): SentReceipt['contact'] {
  return value === 'email' || value === 'phone' ? value : undefined;
}

/** The cookie is the client's: a page shows no date that is none. */
function dateOf(value: unknown): string | undefined {
  const isDate = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
  return isDate ? value : undefined;
}

/** Of a form's content, files included. */
export function digestOf(content: unknown): string {
  return hash('sha256', JSON.stringify(content), 'base64url').slice(0, 22);
}

const URGENT =
  /пожар|гор(ит|ят|им)(?![а-яё])|загор(?!од)|задым|дым(?:ом|ит)|газ(?:ом)? ?(?:пахн|вон|утечк)|(?:пахн|запах|утечк)[а-яё]* газ|взрыв|авари(?:я|и|ю|ей)(?![а-яё])|обруш|рухн|оборван[а-яё]* провод|искрит|утон|тонет|угроз[а-яё]* жизн|умира|баһаар|уот турда|(?:^|\s)(?:fire|explosion|gas leak|smell of gas|accident)/iu;

/** A lamp that is out, which is what people write about most. */
const UNLIT = /не гор(?:ит|ят)/giu;

/** A word of danger in a text; a hint to call 112, never a decision. */
export function speaksOfDanger(text: string): boolean {
  return URGENT.test(text.replace(UNLIT, ''));
}

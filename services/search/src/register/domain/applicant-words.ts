import { ADDRESS_KINDS } from '@otklik/kernel';

/** What an applicant is found by, in clear. */
export interface ApplicantData {
  readonly name?: string | undefined;
  readonly contact?: string | undefined;
  readonly phone?: string | undefined;
  readonly address?: string | undefined;
}

/** A word of these data, and what may be typed to find it. Nothing of it is stored but under the district's key. */
export interface ApplicantWord {
  readonly word: string;
  readonly forms: readonly string[];
}

/** One word of what is searched: an applicant is found by any of its forms. */
export interface SearchedWord {
  readonly forms: readonly string[];
  /** Of a word with one wrong, missing, additional or transposed letter; empty where it is too short for that. */
  readonly similar: readonly string[];
}

const MIN_BEGINNING = 3;
/** What is typed beyond is not compared. */
const MAX_BEGINNING = 12;
/** Of a shorter word another one with one letter changed is a neighbour, not a misspelling. */
const MIN_SIMILAR = 5;
const MIN_PHONE = 4;
/** Digits of a national number, without 7 or 8 in front. */
const PHONE = 10;
/** A word has a multiple of so many forms, so that their number does not tell how long it is. */
const FORMS = 8;
const MAX_SEARCHED_WORDS = 8;

/** The same data give the same words, each once. */
export function applicantWords({ name, contact, phone, address }: ApplicantData): readonly ApplicantWord[] {
  const words = [
    ...lettersOf(name).map((word) => made(`name ${word}`, [...beginnings('name', word), ...similar(word)])),
    ...[contact, phone].flatMap((one) => contactWords(one ?? '')),
    ...addressParts(address).map((part) => made(`address ${part}`, addressForms(part))),
  ];
  return [...new Map(words.map((one) => [one.word, one])).values()];
}

/** Empty where there is nothing to look for. */
export function searchedWords(text: string): readonly SearchedWord[] {
  const plain = spelling(text);
  const phones: SearchedWord[] = [];
  const rest = plain.replaceAll(LONG_NUMBER, (number) => {
    const digits = number.replace(/\D/g, '');
    if (digits.length < PHONE) return number;
    phones.push(exactly(`phone ${digits.slice(-PHONE)}`));
    return ' ';
  });
  const parts = rest.split(/[\s,;]+/).flatMap(searchedPart);
  return [...phones, ...parts].slice(0, MAX_SEARCHED_WORDS);
}

const LONG_NUMBER = /\+?\d[\d\s()-]*\d/g;

function searchedPart(part: string): readonly SearchedWord[] {
  if (part.includes('@')) return [exactly(`mail ${part}`)];
  const digits = part.replace(/\D/g, '');
  if (digits.length >= MIN_PHONE && !/\p{L}/u.test(part)) return [exactly(`phone ${digits}`, `address ${part}`)];
  return (part.match(WORD) ?? [])
    .filter((word) => word.length > 1 || /\p{N}/u.test(word))
    .filter((word) => !ADDRESS_KINDS.has(word))
    .map(searchedWord);
}

function searchedWord(word: string): SearchedWord {
  if (/\p{N}/u.test(word)) return exactly(`address ${word}`, `mail ${word}`);
  const begun = word.slice(0, MAX_BEGINNING);
  return { forms: [`name ${begun}`, `address ${begun}`, `mail ${word}`], similar: similar(word) };
}

function exactly(...forms: readonly string[]): SearchedWord {
  return { forms, similar: [] };
}

const WORD = /[\p{L}\p{N}]+/gu;

/** One spelling: case, «ё» and compatibility forms make no difference. */
function spelling(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll('ё', 'е');
}

/** Initials find too many. */
function lettersOf(name: string | undefined): readonly string[] {
  return (spelling(name ?? '').match(/\p{L}+/gu) ?? []).filter((word) => word.length > 1);
}

function beginnings(kind: 'name' | 'address', word: string): readonly string[] {
  const longest = Math.min(word.length, MAX_BEGINNING);
  // A word shorter than the shortest beginning is found whole.
  const shortest = Math.min(MIN_BEGINNING, longest);
  return Array.from({ length: longest - shortest + 1 }, (_, at) => `${kind} ${word.slice(0, shortest + at)}`);
}

/** The word, and the word without each of its letters: two that differ in one letter have one of these in common. */
function similar(word: string): readonly string[] {
  if (word.length < MIN_SIMILAR) return [];
  const cut = [...word].slice(0, MAX_BEGINNING);
  const without = cut.map((_, at) => cut.toSpliced(at, 1).join(''));
  return [cut.join(''), ...without].map((one) => `similar ${one}`);
}

/** Accounts of networks are no contacts that anybody types. */
function contactWords(contact: string): readonly ApplicantWord[] {
  const plain = spelling(contact).trim();
  if (plain.includes('@')) return [made(`mail ${plain}`, [`mail ${plain}`, `mail ${plain.split('@')[0]}`])];
  const digits = plain.replace(/\D/g, '').slice(-PHONE);
  if (digits.length < MIN_PHONE || /\p{L}/u.test(plain)) return [];
  const ends = Array.from({ length: digits.length - MIN_PHONE + 1 }, (_, at) => `phone ${digits.slice(at)}`);
  return [made(`phone ${digits}`, ends)];
}

function addressParts(address: string | undefined): readonly string[] {
  return (spelling(address ?? '').match(WORD) ?? []).filter((part) => !ADDRESS_KINDS.has(part));
}

function addressForms(part: string): readonly string[] {
  return /\p{N}/u.test(part) ? [`address ${part}`] : beginnings('address', part);
}

function made(word: string, forms: readonly string[]): ApplicantWord {
  const all = new Set(forms);
  const missing = (FORMS - (all.size % FORMS)) % FORMS;
  const padding = Array.from({ length: missing }, (_, at) => `padding ${at} ${word}`);
  return { word, forms: [...all, ...padding] };
}

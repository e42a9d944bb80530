import { nameStem, personalPlaces, type Lexicon } from '@otklik/text-analysis';

/** What may stand in a text for all: officials in office, and how the administration is reached. */
export interface Sayable {
  readonly names: readonly string[];
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly addresses: readonly string[];
}

/** Whether something in the text may be personal data, and is none of what may be said. Nothing of it is certain, so a person decides. */
export function holdsPersonalData(text: string, sayable: Sayable, lexicon: Lexicon): boolean {
  const names = new Set(sayable.names.flatMap(wordsOf).map(nameStem));
  return personalPlaces(text, lexicon).some(({ kind, start, end }) => {
    const found = text.slice(start, end);
    if (kind === 'NAME') return !isNameOf(found, names);
    if (kind === 'PHONE') return !sayable.phones.some((one) => digitsOf(one) === digitsOf(found));
    if (kind === 'EMAIL') return !sayable.emails.some((one) => one.toLowerCase() === found.toLowerCase());
    if (kind === 'ADDRESS') return !sayable.addresses.some((one) => plain(one).includes(plain(found)));
    return true;
  });
}

/** Every word of it is of a name that may be said: a namesake of an official, with another first name, is another person. */
function isNameOf(found: string, names: ReadonlySet<string>): boolean {
  const words = wordsOf(found);
  return words.length > 0 && words.every((word) => names.has(nameStem(word)));
}

/** Words of a name, without initials and what is too short to tell people apart. */
function wordsOf(name: string): readonly string[] {
  return name.match(/\p{L}{3,}/gu) ?? [];
}

/** The last ten digits: `+7` and `8` begin the same number. */
function digitsOf(phone: string): string {
  return phone.replace(/\D/gu, '').slice(-10);
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
}

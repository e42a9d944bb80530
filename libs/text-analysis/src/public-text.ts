import { isHouseAlone } from './personal-data/addresses.js';
import type { Lexicon } from './personal-data/found.js';
import { personalPlaces, type PersonalPlace } from './personal-data/personal-data.js';

/** What may stand in a text for all: officials in office, and how the administration is reached. */
export interface Sayable {
  readonly names: readonly string[];
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly addresses: readonly string[];
  /** Of what happens at a place: a street with its house may be said, and a flat never. */
  readonly houses?: true;
}

/** How an administration is reached, as its district publishes it. */
interface Reached {
  readonly phones: readonly { readonly phone: string }[];
  readonly email?: string | undefined;
  readonly address: string;
}

/** How the administration is reached, and `names` of officials in office. */
export function sayableOf({ phones, email, address }: Reached, names: readonly string[]): Sayable {
  return {
    names,
    phones: phones.map(({ phone }) => phone),
    emails: email === undefined ? [] : [email],
    addresses: [address],
  };
}

/** Whether something in the text may be personal data, and is none of what may be said. */
export function holdsPersonalData(text: string, sayable: Sayable, lexicon: Lexicon): boolean {
  return unsayablePlaces(text, sayable, lexicon).length > 0;
}

/** Places of the text that may be personal data, and are none of what may be said. Nothing of it is certain, so a person decides. */
export function unsayablePlaces(text: string, sayable: Sayable, lexicon: Lexicon): readonly PersonalPlace[] {
  const names = sayable.names.map(wordsOf);
  return personalPlaces(text, lexicon).filter(({ kind, start, end }) => {
    const found = text.slice(start, end);
    if (kind === 'NAME') return !names.some((name) => isNameOf(wordsOf(found), name));
    if (kind === 'PHONE') return !sayable.phones.some((one) => digitsOf(one) === digitsOf(found));
    if (kind === 'EMAIL') return !sayable.emails.some((one) => one.toLowerCase() === found.toLowerCase());
    if (kind === 'ADDRESS') return !isSayableAddress(found, sayable);
    return true;
  });
}

function isSayableAddress(found: string, { addresses, houses }: Sayable): boolean {
  return (
    addresses.some((one) => ` ${plain(one)} `.includes(` ${plain(found)} `)) || (houses === true && isHouseAlone(found))
  );
}

/** Every word of it is of this one name: a namesake of an official, with another first name, is another person. */
function isNameOf(found: readonly string[], name: readonly string[]): boolean {
  return found.length > 0 && found.every((word) => name.some((one) => isFormOf(word, one)));
}

/** Of one person, so without the plural; «ов» is no ending of «Иван». */
const ENDINGS = /^(?:|[аяуюеиыьй]|[оеиы]м|[ое][йю]|[ое]го|[ое]му|ая|яя|ую|юю|[ыи]й)$/u;

/** Given names that lose their vowel: «Павла», «Льву». */
const WITHOUT_VOWEL: ReadonlyMap<string, string> = new Map([
  ['павел', 'павл'],
  ['лев', 'льв'],
]);
const OF_A_MAN = /^(?:а|у|ом|е)$/u;

function isFormOf(word: string, name: string): boolean {
  const short = WITHOUT_VOWEL.get(name);
  if (short !== undefined && word.startsWith(short) && OF_A_MAN.test(word.slice(short.length))) return true;
  const stem = name.replace(/(?:[ыи]й|ая|яя|[аяйь])$/u, '');
  return word.startsWith(stem) && ENDINGS.test(word.slice(stem.length));
}

/** Words of a name, without initials. */
function wordsOf(name: string): readonly string[] {
  return plain(name).match(/\p{L}{2,}/gu) ?? [];
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

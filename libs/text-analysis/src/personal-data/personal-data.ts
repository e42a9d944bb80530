import { foundAddresses } from './addresses.js';
import { foundBirthsAndPlates } from './births-and-plates.js';
import { foundContacts } from './contacts.js';
import { foldedText } from './folded-text.js';
import type { Found, Lexicon, PersonalKind } from './found.js';
import { namesBesideNumbers } from './names-beside-numbers.js';
import { spokenNames, writtenNames } from './names.js';
import { foundNumbers } from './numbers.js';
import { foreignNames } from './other-names.js';
import { spokenNumbers } from './spoken-numbers.js';

/** A place of a text that may be personal data, in UTF-16 units. */
export interface PersonalPlace {
  readonly kind: PersonalKind;
  readonly start: number;
  readonly end: number;
}

/**
 * Places that may be personal data, in their order, none in another. Nothing of it is certain. With the dictionary (`lexicon`)
 * names are found in any case of letters and alone, and houses without a word for their street.
 */
export function personalPlaces(text: string, lexicon?: Lexicon): readonly PersonalPlace[] {
  const { words, digits, at } = foldedText(text);
  const numbers = [...foundNumbers(digits), ...spokenNumbers(digits)];
  const found: readonly Found[] = [
    ...[...foundContacts(words), ...foundAddresses(digits, lexicon), ...numbers, ...foundBirthsAndPlates(words)],
    ...[...writtenNames(words, lexicon), ...foreignNames(words)],
    ...(lexicon ? [...spokenNames(words, lexicon), ...namesBesideNumbers(words, numbers, lexicon)] : []),
  ];
  return joined(found).map(({ kind, start, end }) => ({
    kind,
    start: at[start]!,
    end: at[end - 1]! + unitsAt(text, at[end - 1]!),
  }));
}

/** A character of two units is one. */
function unitsAt(text: string, place: number): number {
  return (text.codePointAt(place) ?? 0) > 0xffff ? 2 : 1;
}

/** What overlaps is one place, called by its longest part. */
function joined(found: readonly Found[]): readonly Found[] {
  const places: Found[] = [];
  for (const one of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = places.at(-1);
    if (!last || one.start >= last.end) places.push(one);
    else if (one.end > last.end)
      places[places.length - 1] = {
        kind: lengthOf(one) > lengthOf(last) ? one.kind : last.kind,
        start: last.start,
        end: one.end,
      };
  }
  return places;
}

function lengthOf({ start, end }: Found): number {
  return end - start;
}

/** The placeholder for hidden text; its words name the kind of data. */
const LABELS: Readonly<Record<PersonalKind, string>> = {
  NAME: '[имя]',
  PHONE: '[телефон]',
  EMAIL: '[почта]',
  ADDRESS: '[адрес]',
  SNILS: '[СНИЛС]',
  DOCUMENT: '[номер]',
};

/** The text without its personal data. */
export function maskPersonalData(text: string, lexicon?: Lexicon): string {
  let out = '';
  let end = 0;
  for (const place of personalPlaces(text, lexicon)) {
    out += `${text.slice(end, place.start)}${LABELS[place.kind]}`;
    end = place.end;
  }
  return out + text.slice(end);
}

/** An appeal, and what tells whose it is: blind indexes of the contact, and of who signed in. */
export interface OfPerson {
  readonly id: string;
  readonly sender: string | null;
  readonly identity: string | null;
}

/**
 * Appeals by person, in the order of their first ones: those of one contact or identity are one person's. Without either each is
 * another's, because a name alone is shared by many.
 */
export function byPerson<Appeal extends OfPerson>(appeals: readonly Appeal[]): readonly (readonly Appeal[])[] {
  const known = new Map<string, Appeal[]>();
  const persons: Appeal[][] = [];
  for (const appeal of appeals) {
    const keys = [appeal.sender && `sender ${appeal.sender}`, appeal.identity && `identity ${appeal.identity}`];
    const given = keys.filter((key) => key !== null);
    const found = given.map((key) => known.get(key)).find((one) => one !== undefined);
    const person = found ?? [];
    if (!found) persons.push(person);
    person.push(appeal);
    for (const key of given) known.set(key, person);
  }
  return persons;
}

/** «Черёмушкин Виктор» → «Ч. В.»; undefined without a letter. */
export function initialsOf(name: string | undefined): string | undefined {
  const words = name?.match(/\p{L}+/gu) ?? [];
  return words.length === 0 ? undefined : words.map((word) => `${word[0]!.toUpperCase()}.`).join(' ');
}

const SHOWN_DIGITS = 2;

/** The last digits of the first telephone among the contacts. */
export function phoneEnd(contacts: readonly (string | undefined)[]): string | undefined {
  const digits = contacts
    .filter((one) => one !== undefined && !/[\p{L}@]/u.test(one))
    .map((one) => one!.replace(/\D/g, ''));
  return digits.find((one) => one.length >= 5)?.slice(-SHOWN_DIGITS);
}

/** Whether two names have the same words, in any order and case. */
export function isSameName(one: string | undefined, other: string | undefined): boolean {
  return wordsOf(one) === wordsOf(other);
}

function wordsOf(name = ''): string {
  return (
    name
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/\p{L}+/gu) ?? []
  )
    .sort()
    .join(' ');
}

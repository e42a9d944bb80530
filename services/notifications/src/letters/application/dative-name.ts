import { isPatronymic } from '@otklik/text-analysis';
import { incline } from 'lvovich';
import petrovich from 'petrovich';

/** A name for the block of an addressee. */
export interface AddressedName {
  /** «Старостиной В. П.»; as it was given, where its dative is not certain. */
  readonly text: string;
  /** Two libraries agree on it, and the patronymic tells the gender. */
  readonly isSure: boolean;
}

interface Parts {
  readonly last: string;
  readonly first: string;
  readonly middle: string;
}

/** Libraries are wrong with a name in ten: a dative is taken where both have the same. */
export function dativeName(name: string): AddressedName {
  const parts = partsOf(name);
  if (!parts) return { text: name.trim(), isSure: false };
  const gender = /а$/iu.test(parts.middle) ? 'female' : 'male';
  const [one, other] = [petrovich({ ...parts, gender }, 'dative'), incline({ ...parts, gender }, 'dative')];
  if (one.last !== other.last || one.last === undefined) return { text: name.trim(), isSure: false };
  return { text: `${one.last} ${initialsOf(parts)}`, isSure: true };
}

/** «Е. В. Громова», under a letter. */
export function signedName(name: string): string {
  const parts = partsOf(name);
  return parts ? `${initialsOf(parts)} ${parts.last}` : name.trim();
}

function initialsOf({ first, middle }: Parts): string {
  return `${first.slice(0, 1)}. ${middle.slice(0, 1)}.`;
}

/** Of a full name in either order; undefined without a patronymic, which tells the gender and the order. */
function partsOf(name: string): Parts | undefined {
  const words = name.trim().split(/\s+/u);
  const at = words.findIndex((word, place) => place > 0 && isPatronymic(word));
  if (words.length !== 3 || at < 1) return undefined;
  const [one, two, three] = words as [string, string, string];
  return at === 1 ? { first: one, middle: two, last: three } : { last: one, first: two, middle: three };
}

import { nameOf, type Value } from './edited-yaml.js';

/** One thing of a list of the district's file, as the file has it. */
export type Item = Readonly<Record<string, Value>>;
export type Model = Readonly<Record<string, Value>>;

export type ListName = 'departments' | 'topics' | 'routingRules' | 'settlements';

export function itemsOf(model: Model, list: ListName): readonly Item[] {
  const items = model[list];
  return Array.isArray(items) ? (items as readonly Item[]) : [];
}

export function textOf(value: Value | undefined): string {
  return value === undefined || value === null || typeof value === 'object' ? '' : String(value);
}

/** One value or several, as texts. */
export function textsOf(value: Value | undefined): readonly string[] {
  if (Array.isArray(value)) return (value as readonly Value[]).map(textOf);
  return value === undefined ? [] : [textOf(value)];
}

/** Without the field where there is no value for it. */
export function withField(item: Item, field: string, value: Value | undefined): Item {
  const { [field]: _, ...others } = item;
  if (value === undefined) return others;
  return field in item
    ? Object.fromEntries(Object.entries(item).map(([name, was]) => [name, name === field ? value : was]))
    : { ...others, [field]: value };
}

export function titleOf(item: Item): string {
  return textOf(item['name']) || (nameOf(item) ?? '');
}

const cyrillic = 'абвгдеёжзийклмнопрстуфхцчшщъыьэюяҕҥөһү';
const asLatin = 'a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya g ng o h u'.split(' ');
const MAX_CODE = 32;

/** A code in the form of the file, made of the name; none of `taken`. */
export function codeOf(name: string, taken: readonly string[]): string {
  const letters = [...name.toLowerCase()].map((letter) => asLatin[cyrillic.indexOf(letter)] ?? letter).join('');
  const plain = letters.replaceAll(/[^a-z0-9]+/g, '-').replace(/^[^a-z]+/, '');
  const code = plain.slice(0, MAX_CODE).replace(/-+$/, '');
  const first = code.length < 2 ? `n-${code || 'new'}` : code;
  if (!taken.includes(first)) return first;
  const numbers = taken.map((_, at) => `${first}-${at + 2}`);
  return numbers.find((one) => !taken.includes(one)) ?? `${first}-${taken.length + 2}`;
}

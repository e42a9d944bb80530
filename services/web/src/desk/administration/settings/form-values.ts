import type { Item } from './district-model.js';
import type { Value } from './edited-yaml.js';

export function valueAt(around: Value | undefined, path: readonly string[]): Value | undefined {
  return path.reduce<Value | undefined>((value, step) => fieldsOf(value)?.[step], around);
}

/** Where the file changes when it has no field at `path` any more, and what is there then: what would be empty goes, too. */
export function withoutEmpty(model: Item, path: readonly string[]): readonly [readonly string[], Item] {
  const around = path.slice(0, -1);
  const { [path.at(-1)!]: _, ...left } = fieldsOf(valueAt(model, around)) ?? {};
  return around.length > 0 && Object.keys(left).length === 0 ? withoutEmpty(model, around) : [around, left];
}

/** All fields of a group with the new value, what is missing among them empty, so that it is said there; undefined where all are empty. */
export function wholeOf(
  fields: readonly { readonly name: string }[],
  present: Value | undefined,
  changed: string,
  value: Value | undefined,
): Item | undefined {
  const now: Item = { ...fieldsOf(present), [changed]: value ?? '' };
  const whole = Object.fromEntries(fields.map(({ name }) => [name, now[name] ?? '']));
  return Object.values(whole).every((one) => one === '') ? undefined : { ...now, ...whole };
}

function fieldsOf(value: Value | undefined): Item | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Item) : undefined;
}

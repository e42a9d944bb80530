import type { ClassifierItem as Shown } from '@otklik/contracts/generated/graphql';
import type { ClassifierItem, District } from '@otklik/tenancy';
import { themeOf } from './classifier-search.js';

export function itemView({ code, name, edition, above }: ClassifierItem): Shown {
  return { code, name, edition, path: above.map((one) => one.name), theme: themeOf({ code }) };
}

/** A code that was set, by its edition; one that no loaded edition has shows without a name. */
export function setCodeView(
  { classifier }: Pick<District, 'classifier'>,
  code: string | undefined,
  edition: string | undefined,
): Shown | null {
  if (code === undefined) return null;
  const item = classifier?.item(code, edition);
  // The edition that it was set with is beside it, also where only another one knows its name.
  if (item) return { ...itemView(item), edition: edition ?? null };
  return { code, name: null, edition: edition ?? null, path: [], theme: themeOf({ code }) };
}

import { classifierItemView, themeOf } from '@otklik/contracts/classifier-item-view';
import type { ClassifierItem as Shown } from '@otklik/contracts/generated/graphql';
import type { District } from '@otklik/tenancy';

/** A code that was set, by its edition; one that no loaded edition has shows without a name. */
export function setCodeView(
  { classifier }: Pick<District, 'classifier'>,
  code: string | undefined,
  edition: string | undefined,
): Shown | null {
  if (code === undefined) return null;
  const item = classifier?.item(code, edition);
  // The edition that it was set with is beside it, also where only another one knows its name.
  if (item) return { ...classifierItemView(item), edition: edition ?? null };
  return { code, name: null, edition: edition ?? null, path: [], theme: themeOf({ code }) };
}

import type { ClassifierItem } from './generated/graphql.js';

/** An item of an edition, with what it is in, the section first. */
interface Item {
  readonly code: string;
  readonly name: string;
  readonly edition: string;
  readonly above: readonly { readonly name: string }[];
}

const THEME_DEPTH = 3;

/** A question or sub-question of the classifier as the API shows it. */
export function classifierItemView({ code, name, edition, above }: Item): ClassifierItem {
  return { code, name, edition, path: above.map((one) => one.name), theme: themeOf({ code }) };
}

/** The code of its theme. */
export function themeOf({ code }: { readonly code: string }): string {
  return code.split('.', THEME_DEPTH).join('.');
}

import { classifiedName } from '../../parts/classified.js';
import { isWholeCode } from '../../parts/classifier.js';
import type { ClassifierLineFragment } from '../../generated/graphql.js';

export interface ClassifierChoices {
  readonly editions: readonly { readonly edition: string; readonly isWhole: boolean }[];
  readonly proposed: readonly ClassifierLineFragment[];
  readonly favourites: readonly ClassifierLineFragment[];
  readonly found: readonly ClassifierLineFragment[];
}

/** A code that may be chosen; without a name where it is typed and no loaded edition has it. */
export type ClassifierLine = Pick<ClassifierLineFragment, 'code' | 'name'>;

/** Codes of one theme, under the path to it. */
export interface ClassifierTheme {
  readonly of: 'PROPOSED' | 'FAVOURITES' | 'FOUND' | 'TYPED';
  readonly theme: string;
  /** «раздел › тематика › тема» */
  readonly path: string;
  readonly lines: readonly ClassifierLine[];
}

const THEME_DEPTH = 3;

/** What is offered: before words are typed, by the topic and by use; then what they find, and a typed code that may be right. */
export function themesOf(choices: ClassifierChoices, typed: string): readonly ClassifierTheme[] {
  const { proposed, favourites, found, editions } = choices;
  if (typed === '') {
    const others = favourites.filter(({ code }) => !proposed.some((one) => one.code === code));
    return [...grouped('PROPOSED', proposed), ...grouped('FAVOURITES', others)];
  }
  if (found.length > 0 || !isWholeCode(typed) || editions.some(({ isWhole }) => isWhole))
    return grouped('FOUND', found);
  return [{ of: 'TYPED', theme: typed, path: '', lines: [{ code: typed, name: null }] }];
}

/** Of one theme together, in the order of the first of each. */
function grouped(of: ClassifierTheme['of'], lines: readonly ClassifierLineFragment[]): readonly ClassifierTheme[] {
  return [...Map.groupBy(lines, ({ theme }) => theme)].map(([theme, its]) => ({
    of,
    theme,
    path: its[0]!.path.slice(0, THEME_DEPTH).join(' › '),
    lines: its.map((line) => ({ code: line.code, name: classifiedName(line) })),
  }));
}

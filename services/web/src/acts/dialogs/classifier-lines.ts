import { classifiedName } from '../../parts/classified.js';
import { isWholeCode } from '../../parts/classifier.js';
import type { ClassifierLineFragment } from '../../generated/graphql.js';

export interface ClassifierChoices {
  readonly editions: readonly { readonly edition: string; readonly isWhole: boolean }[];
  readonly proposed: readonly ClassifierLineFragment[];
  readonly favourites: readonly ClassifierLineFragment[];
  readonly found: readonly ClassifierLineFragment[];
}

/** A code that is proposed for the question. */
export interface CodeProposal {
  readonly item: ClassifierLineFragment;
  /** The settings of the district name it for the topic. */
  readonly isOfTopic: boolean;
  /** Of the question, that spoke for it. */
  readonly words: readonly string[];
}

/** A code that may be chosen; without a name where it is typed and no loaded edition has it. */
export interface ClassifierLine extends Pick<ClassifierLineFragment, 'code' | 'name'> {
  /** Why it is proposed. */
  readonly because?: Pick<CodeProposal, 'isOfTopic' | 'words'>;
}

/** Codes of one theme, under the path to it. */
export interface ClassifierTheme {
  readonly of: 'PROPOSED' | 'TOPIC' | 'FAVOURITES' | 'FOUND' | 'TYPED';
  readonly theme: string;
  /** «раздел › тематика › тема» */
  readonly path: string;
  readonly lines: readonly ClassifierLine[];
}

const THEME_DEPTH = 3;

/**
 * What is offered: before words are typed, what is proposed, the other codes of the topic and those in use; then what the words
 * find, and a typed code that may be right.
 */
export function themesOf(
  choices: ClassifierChoices,
  proposals: readonly CodeProposal[],
  typed: string,
): readonly ClassifierTheme[] {
  const { proposed: ofTopic, favourites, found, editions } = choices;
  if (typed === '') {
    const shown = new Set(proposals.map(({ item }) => item.code));
    const others = ofTopic.filter(({ code }) => !shown.has(code));
    const used = favourites.filter(({ code }) => !shown.has(code) && !others.some((one) => one.code === code));
    return [...proposals.map(proposed), ...grouped('TOPIC', others), ...grouped('FAVOURITES', used)];
  }
  if (found.length > 0 || !isWholeCode(typed) || editions.some(({ isWhole }) => isWhole))
    return grouped('FOUND', found);
  return [{ of: 'TYPED', theme: typed, path: '', lines: [{ code: typed, name: null }] }];
}

/** Each by itself: the likeliest first, whatever its theme. */
function proposed({ item, isOfTopic, words }: CodeProposal): ClassifierTheme {
  const [theme] = grouped('PROPOSED', [item]);
  return { ...theme!, lines: theme!.lines.map((line) => ({ ...line, because: { isOfTopic, words } })) };
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

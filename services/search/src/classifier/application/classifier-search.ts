import { themeOf } from '@otklik/contracts/classifier-item-view';
import { isAssignable, type Classifier, type ClassifierItem } from '@otklik/tenancy';
import { isStopWord, tokenise, type Analyse } from '@otklik/text-analysis';

/** The forms under which the words of an item are found. */
interface Read {
  readonly item: ClassifierItem;
  readonly own: readonly string[];
  readonly above: readonly string[];
}

/** A word that is typed is found by its beginning from so many letters on. */
const MIN_BEGINNING = 3;
const OF_OWN_NAME = 3;
const THEME_DEPTH = 3;
/** Of what is typed no more are looked for: each is compared with every name. */
const MAX_WORDS = 8;
const CODE = /^\d{4}(\.\d{0,4})*$/;

/**
 * Searches the names of the classifier at every level: a word that is met in the name of a theme finds its questions. Answers
 * questions and sub-questions alone, those of one theme together, the likeliest theme first.
 */
export class ClassifierSearch {
  private readonly read = new WeakMap<Classifier, readonly Read[]>();

  constructor(private readonly analyse: Analyse) {}

  /**
   * Every word of the first eight is met; where nothing has them all, most of them. `words` may be the beginning of a code, or a question's
   * number.
   */
  found(classifier: Classifier, words: string, limit: number): readonly ClassifierItem[] {
    const typed = words.trim();
    if (CODE.test(typed)) return byCode(classifier, typed).slice(0, limit);
    const asked = this.askedOf(typed);
    if (asked.length === 0) return [];
    const scored = this.itemsOf(classifier)
      .map((one) => ({ item: one.item, ...scoreOf(one, asked) }))
      .filter(({ met }) => met > 0);
    const most = Math.max(0, ...scored.map(({ met }) => met));
    const best = scored
      .filter(({ met }) => met === most)
      .toSorted((one, other) => other.score - one.score || (one.item.code < other.item.code ? -1 : 1))
      .map(({ item }) => item);
    return byTheme(best.slice(0, limit));
  }

  private askedOf(words: string): readonly (readonly string[])[] {
    return tokenise(words)
      .filter(({ word }) => !isStopWord(word))
      .slice(0, MAX_WORDS)
      .map(({ word }) => this.formsOf(word));
  }

  private itemsOf(classifier: Classifier): readonly Read[] {
    const known = this.read.get(classifier);
    if (known) return known;
    const fresh = assignable(classifier).map((item): Read => ({
      item,
      own: this.wordsOf([item.name]),
      above: this.wordsOf(item.above.map(({ name }) => name)),
    }));
    this.read.set(classifier, fresh);
    return fresh;
  }

  private wordsOf(names: readonly string[]): readonly string[] {
    return [...new Set(names.flatMap((name) => tokenise(name).flatMap(({ word }) => this.formsOf(word))))];
  }

  private formsOf(word: string): readonly string[] {
    const { lemmas, stems } = this.analyse(word);
    return [...new Set([word, ...lemmas.map(({ form }) => form), ...stems])];
  }
}

function assignable(classifier: Classifier): readonly ClassifierItem[] {
  return classifier.items().filter(({ code }) => isAssignable(code));
}

function byCode(classifier: Classifier, typed: string): readonly ClassifierItem[] {
  const isNumber = !typed.includes('.');
  return assignable(classifier).filter(
    ({ code }) => code.startsWith(typed) || (isNumber && code.split('.')[THEME_DEPTH] === typed),
  );
}

function scoreOf(
  { own, above }: Read,
  asked: readonly (readonly string[])[],
): { readonly met: number; readonly score: number } {
  let [met, score] = [0, 0];
  for (const forms of asked) {
    const points = isMet(own, forms) ? OF_OWN_NAME : isMet(above, forms) ? 1 : 0;
    met += points > 0 ? 1 : 0;
    score += points;
  }
  // Of two names that have the words the shorter is nearer to them.
  return { met, score: score / Math.log(own.length + Math.E) };
}

function isMet(words: readonly string[], forms: readonly string[]): boolean {
  return forms.some((form) =>
    form.length < MIN_BEGINNING ? words.includes(form) : words.some((word) => word.startsWith(form)),
  );
}

/** Those of one theme together, in the order of the first of each. */
export function byTheme(items: readonly ClassifierItem[]): readonly ClassifierItem[] {
  return [...Map.groupBy(items, themeOf).values()].flat();
}

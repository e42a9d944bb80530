import { setImmediate as breathe } from 'node:timers/promises';
import { mayBeMisspelt, nearEnough, type CountedWord } from '@otklik/text-analysis';
import { mostNear } from '../../domain/ranking.js';
import { nearWords, WordList } from '../../domain/word-list.js';
import type { AskedWordForms, Districts, Holding, IndexWords, Vocabulary } from './search-index.js';

export interface AllWords {
  /** How many texts the district has. */
  readonly texts: number;
  readonly lemmas: readonly CountedWord[];
  /** As they are written. */
  readonly words: readonly CountedWord[];
}

/** A lemma, or a word as it is written. */
export interface WordForm {
  readonly lemma: boolean;
  readonly word: string;
}

/** Where the words are kept, and asked for when the memory does not know. */
export interface KeptWords extends IndexWords {
  allWords(district: number): Promise<AllWords>;
  /** How many texts of the districts hold each of the forms. */
  counts(districts: Districts, forms: readonly WordForm[]): Promise<readonly number[]>;
}

export interface RememberedOptions {
  /** Bytes of all districts together; the one that was asked for last stays, however large. */
  readonly most?: number;
  /** A look at the kept words failed; what is remembered goes on answering. */
  readonly failed: (error: unknown) => void;
  /** ms. */
  readonly now?: () => number;
}

const MAX_BYTES = 128 * 1024 * 1024;
/** Read anew when it is as old as so many times what reading it took: two of a hundred seconds of one connection. */
const READINGS = 50;
const FRESH_MS = 1_000;
/** Older than this it is not asked, and forgotten. */
const STALE_MS = 300_000;
const MANY_LISTS = 8;
/** After a look that failed. */
const PAUSE_MS = 5_000;

interface Remembered {
  readonly lemmas: WordList;
  readonly words: WordList;
  readonly texts: number;
  readonly since: number;
  readonly freshUntil: number;
}

/**
 * The districts' words in this process's memory, each district's apart, so that an ordinary search asks nobody about its
 * words. What is remembered may be minutes old. That moves rarities a little, and a word that came since corrects no
 * misspelt one yet; nothing else:
 * - a beginning, a lemma that is not remembered and whatever may correct it are asked of the kept words: what was written a
 *   moment ago is found, and a word that no text holds any more is never told to anybody;
 * - a district that is not remembered yet, or too old, is asked of the kept words while it is read: no search waits for it.
 *   One is read at a time, so that many of them leave the connections to the searches;
 * - when they are slow or away, remembered words are answered all the same.
 */
export function rememberedWords(kept: KeptWords, options: RememberedOptions): IndexWords {
  const { most = MAX_BYTES, failed, now = () => performance.now() } = options;
  const known = new Map<number, Remembered>();
  const reading = new Set<number>();
  const notBefore = new Map<number, number>();
  let readings = Promise.resolve();

  function readInTurn(district: number): void {
    if (reading.has(district) || (notBefore.get(district) ?? -Infinity) > now()) return;
    reading.add(district);
    readings = readings.then(() => read(district));
  }

  async function read(district: number): Promise<void> {
    try {
      const since = now();
      const all = await kept.allWords(district);
      const lemmas = await WordList.of(all.lemmas, breathe);
      const words = await WordList.of(all.words, breathe);
      const freshUntil = now() + Math.max(FRESH_MS, READINGS * (now() - since));
      known.delete(district);
      known.set(district, { lemmas, words, texts: all.texts, since, freshUntil });
      notBefore.delete(district);
      makeRoom();
    } catch (error) {
      notBefore.set(district, now() + PAUSE_MS);
      failed(error);
    } finally {
      reading.delete(district);
    }
  }

  function makeRoom(): void {
    // Asked for or not: an erased person's words may be among them.
    for (const [district, one] of known) if (one.since + STALE_MS < now()) known.delete(district);
    let bytes = 0;
    for (const one of known.values()) bytes += bytesOf(one);
    for (const [district, one] of known) {
      if (bytes <= most || known.size === 1) return;
      known.delete(district);
      bytes -= bytesOf(one);
    }
  }

  /** Undefined when any of them is not remembered. */
  function recall(districts: Districts): readonly Remembered[] | undefined {
    const all = districts.map((district) => {
      const one = known.get(district);
      if (!one || one.freshUntil < now()) readInTurn(district);
      if (!one || one.since + STALE_MS < now()) {
        known.delete(district);
        return undefined;
      }
      // The one asked for last goes last.
      known.delete(district);
      known.set(district, one);
      return one;
    });
    return all.every((one) => one !== undefined) ? all : undefined;
  }

  async function vocabularyOf(
    districts: Districts,
    all: readonly Remembered[],
    asked: readonly AskedWordForms[],
  ): Promise<readonly (readonly [AskedWordForms, Vocabulary])[]> {
    const [most, lemmas, words] = [mostNear(districts), all.map((one) => one.lemmas), all.map((one) => one.words)];
    const isRemembered = (one: AskedWordForms): boolean =>
      one.lemmas.some((lemma) => lemmas.some((list) => list.textsWith(lemma) > 0));
    const strange = asked.filter((one) => !isRemembered(one));
    const meant = await nearEach(
      words,
      strange.map(({ word }) => (mayBeMisspelt(word) ? [word] : [])),
      most,
    );
    const unknown = strange.map((one, at) => ({ one, near: (meant[at] ?? []).filter(nearEnough(one.word)) }));
    const forms = unknown.flatMap(({ one, near }) => [
      ...formsOf(one),
      ...near.map((word) => ({ lemma: false, word })),
    ]);
    const counts = forms.length > 0 ? await kept.counts(districts, forms) : [];
    const texts = new Map(forms.map((form, at) => [keyOf(form), counts[at] ?? 0]));
    const textsOf = (form: WordForm): number => texts.get(keyOf(form)) ?? 0;
    const alike = await nearEach(
      lemmas,
      asked.map((one) => one.lemmas),
      most,
    );
    return asked.map((one, at) => {
      const near = unknown.find((each) => each.one === one)?.near ?? [];
      const known = isRemembered(one) || formsOf(one).some((form) => textsOf(form) > 0);
      const standing = near.map((word) => ({ word, texts: textsOf({ lemma: false, word }) }));
      return [
        one,
        {
          known,
          words: known ? [] : standing.filter(({ texts: held }) => held > 0),
          lemmas: alike[at] ?? [],
        },
      ];
    });
  }

  return {
    async vocabulary(districts, asked) {
      const all = recall(districts);
      if (!all) return kept.vocabulary(districts, asked);
      const begun = asked.filter(({ prefix }) => prefix);
      const [ofBegun, plain] = await Promise.all([
        begun.length > 0 ? kept.vocabulary(districts, begun) : [],
        vocabularyOf(
          districts,
          all,
          asked.filter(({ prefix }) => !prefix),
        ),
      ]);
      const told = new Map([...begun.map((one, at) => [one, ofBegun[at]] as const), ...plain]);
      return asked.map((one) => told.get(one) ?? { known: false, words: [], lemmas: [] });
    },
    async holding(districts, lemmas): Promise<Holding> {
      const all = recall(districts);
      if (!all) return kept.holding(districts, lemmas);
      return {
        texts: sum(all.map(({ texts }) => texts)),
        counts: lemmas.map((lemma) => sum(all.map((one) => one.lemmas.textsWith(lemma)))),
      };
    },
  };
}

/** `nearWords` for each of the asked; of many lists with a breath before each, as each takes up to a millisecond. */
async function nearEach(
  lists: readonly WordList[],
  asked: readonly (readonly string[])[],
  most: number,
): Promise<readonly (readonly string[])[]> {
  const near: (readonly string[])[] = [];
  for (const forms of asked) {
    if (lists.length > MANY_LISTS) await breathe();
    near.push(nearWords(lists, forms, most));
  }
  return near;
}

function formsOf({ word, lemmas }: AskedWordForms): readonly WordForm[] {
  return [{ lemma: false, word }, ...lemmas.map((lemma) => ({ lemma: true, word: lemma }))];
}

function keyOf({ lemma, word }: WordForm): string {
  return `${lemma}:${word}`;
}

function bytesOf({ lemmas, words }: Remembered): number {
  return lemmas.bytes + words.bytes;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((whole, one) => whole + one, 0);
}

import { setImmediate as breathe } from 'node:timers/promises';
import { mostNear } from '../../domain/trigrams.js';
import { nearWords, WordList, type IndexWord } from '../../domain/word-list.js';
import type { AskedWordForms, Districts, Holding, IndexWords, Vocabulary } from './search-index.js';

/** Where the words are kept, and asked for when the memory does not know. */
export interface KeptWords extends IndexWords {
  /** All lemmas of a district, and how many texts it has. */
  lemmas(district: number): Promise<{ readonly texts: number; readonly lemmas: readonly IndexWord[] }>;
}

export interface RememberedOptions {
  /** Bytes of all districts together; the one that was asked for last stays, however large. */
  readonly most?: number;
  /** A look at the kept words failed; what is remembered goes on answering. */
  readonly failed: (error: unknown) => void;
  /** ms. */
  readonly now?: () => number;
}

const MOST_BYTES = 128 * 1024 * 1024;
/** Read anew when it is as old as so many times what reading it took: two of a hundred seconds of one connection. */
const READINGS = 50;
const FRESH_MS = 1_000;
/** Older than this it is not asked. */
const STALE_MS = 300_000;

interface Remembered {
  readonly lemmas: WordList;
  readonly texts: number;
  readonly since: number;
  readonly freshUntil: number;
}

/**
 * The districts' lemmas in this process's memory, each district's apart, so that an ordinary search asks nobody about its
 * words. What is remembered may be minutes old, which moves rarities a little and nothing else:
 * - a lemma that is not remembered, a beginning, and every correction is asked of the kept words: what was written a moment
 *   ago is found, and a word that no text holds any more is never told to anybody;
 * - a district that is not remembered yet, or too old, is asked of the kept words while it is read: no search waits for it;
 * - when they are slow or away, remembered words are answered all the same.
 */
export function rememberedWords(kept: KeptWords, options: RememberedOptions): IndexWords {
  const { most = MOST_BYTES, failed, now = () => performance.now() } = options;
  const known = new Map<number, Remembered>();
  const reading = new Set<number>();

  async function read(district: number): Promise<void> {
    if (reading.has(district)) return;
    reading.add(district);
    try {
      const since = now();
      const { texts, lemmas } = await kept.lemmas(district);
      const list = await WordList.of(lemmas, breathe);
      const freshUntil = now() + Math.max(FRESH_MS, READINGS * (now() - since));
      known.delete(district);
      known.set(district, { lemmas: list, texts, since, freshUntil });
      makeRoom();
    } catch (error) {
      failed(error);
    } finally {
      reading.delete(district);
    }
  }

  function makeRoom(): void {
    let bytes = 0;
    for (const { lemmas } of known.values()) bytes += lemmas.bytes;
    for (const [district, { lemmas }] of known) {
      if (bytes <= most || known.size === 1) return;
      known.delete(district);
      bytes -= lemmas.bytes;
    }
  }

  /** Undefined when any of them is not remembered. */
  function recall(districts: Districts): readonly Remembered[] | undefined {
    const all = districts.map((district) => {
      const one = known.get(district);
      if (!one || one.freshUntil < now()) void read(district);
      if (!one || one.since + STALE_MS < now()) return undefined;
      // The one asked for last goes last.
      known.delete(district);
      known.set(district, one);
      return one;
    });
    return all.every((one) => one !== undefined) ? all : undefined;
  }

  return {
    async vocabulary(districts, asked) {
      const all = recall(districts);
      if (!all) return kept.vocabulary(districts, asked);
      const lists = all.map(({ lemmas }) => lemmas);
      const isKnown = ({ prefix, lemmas }: AskedWordForms): boolean =>
        !prefix && lemmas.some((lemma) => lists.some((list) => list.textsWith(lemma) > 0));
      const others = asked.filter((one) => !isKnown(one));
      const told = others.length > 0 ? await kept.vocabulary(districts, others) : [];
      return asked.map((one): Vocabulary => {
        const other = told[others.indexOf(one)];
        return other ?? { known: true, words: [], lemmas: nearWords(lists, one.lemmas, mostNear(districts)) };
      });
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

function sum(numbers: readonly number[]): number {
  return numbers.reduce((whole, one) => whole + one, 0);
}

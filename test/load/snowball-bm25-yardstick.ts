import { tokenise } from '@otklik/text-analysis';
import type { Pool } from 'pg';

const K1 = 1.2;
const B = 0.75;

export interface YardstickText {
  readonly id: string;
  readonly text: string;
}

/** The plain thing: Okapi BM25, any of the words, over Snowball stems; the stemmer is PostgreSQL's. */
export class SnowballBm25 {
  private readonly postings = new Map<string, Map<string, number>>();
  private readonly lengths = new Map<string, number>();
  private readonly mean: number;

  private constructor(
    texts: readonly YardstickText[],
    private readonly stems: ReadonlyMap<string, string>,
  ) {
    for (const { id, text } of texts) {
      const words = this.stemsOf(text);
      this.lengths.set(id, words.length);
      for (const stem of words) {
        const posting = this.postings.get(stem) ?? new Map<string, number>();
        posting.set(id, (posting.get(id) ?? 0) + 1);
        this.postings.set(stem, posting);
      }
    }
    this.mean = [...this.lengths.values()].reduce((sum, one) => sum + one, 0) / Math.max(texts.length, 1);
  }

  /** `queries`: all that will be asked, so that their words are stemmed at once. */
  static async of(pool: Pool, texts: readonly YardstickText[], queries: readonly string[]): Promise<SnowballBm25> {
    const all = [...texts.map(({ text }) => text), ...queries].flatMap((text) =>
      tokenise(text).map(({ word }) => word),
    );
    const words = [...new Set(all)];
    const { rows } = await pool.query<{ word: string; stem: string | null }>(
      `select word, (ts_lexize('russian_stem', word))[1] as stem from unnest($1::text[]) word`,
      [words],
    );
    return new SnowballBm25(texts, new Map(rows.map(({ word, stem }) => [word, stem || word])));
  }

  /** Ids, the best first. */
  search(query: string, limit: number): readonly string[] {
    const scores = new Map<string, number>();
    for (const stem of new Set(this.stemsOf(query))) {
      const posting = this.postings.get(stem);
      if (!posting) continue;
      const rarity = Math.log(1 + (this.lengths.size - posting.size + 0.5) / (posting.size + 0.5));
      for (const [id, frequency] of posting) {
        const weight = frequency + K1 * (1 - B + (B * (this.lengths.get(id) ?? 0)) / this.mean);
        scores.set(id, (scores.get(id) ?? 0) + (rarity * frequency * (K1 + 1)) / weight);
      }
    }
    return [...scores]
      .sort(([, one], [, other]) => other - one)
      .slice(0, limit)
      .map(([id]) => id);
  }

  private stemsOf(text: string): readonly string[] {
    return tokenise(text).map(({ word }) => this.stems.get(word) ?? word);
  }
}

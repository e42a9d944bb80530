import { differentWords, type IndexDocument } from '@otklik/search/measured';
import { trigrams } from '@otklik/text-analysis';
import type { Pool } from 'pg';

interface Counted {
  readonly district: number;
  readonly lemma: boolean;
  readonly word: string;
  texts: number;
}

const ROWS = 20_000;

/** The words of PostgreSQL's index with the number of texts that hold them, without the texts: those take hours on a laptop. */
export class WordCounts {
  private readonly counts = new Map<string, Counted>();

  async put(documents: readonly IndexDocument[]): Promise<void> {
    for (const { district, text } of documents) {
      for (const word of differentWords(text.words)) this.count(district, false, word);
      for (const word of text.lemmas.keys()) this.count(district, true, word);
    }
  }

  private count(district: number, lemma: boolean, word: string): void {
    const key = `${district}:${lemma}:${word}`;
    const known = this.counts.get(key);
    if (known) known.texts += 1;
    else this.counts.set(key, { district, lemma, word, texts: 1 });
  }

  async store(worker: Pool): Promise<void> {
    const all = [...this.counts.values()];
    for (let from = 0; from < all.length; from += ROWS) {
      const rows = all.slice(from, from + ROWS).map((one) => ({ ...one, grams: trigrams(one.word) }));
      await worker.query(
        `with given as (select * from json_to_recordset($1)
           as g(district int, lemma boolean, word text, texts int, grams text[])),
         added as (insert into search.index_word (district, build, lemma, word, texts, stem)
           select district, 1, lemma, word, texts, '' from given returning district, lemma, word, no)
         insert into search.index_gram (district, build, lemma, gram, word)
         select a.district, 1, a.lemma, gram, a.no from added a join given g using (district, lemma, word), unnest(g.grams) gram`,
        [JSON.stringify(rows)],
      );
    }
  }
}

import { BadInput } from '@otklik/host';
import { holds, type Actor, type District } from '@otklik/tenancy';
import { maskPersonalData, type Lexicon } from '@otklik/text-analysis';
import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { asksForPerson, asksForPersonalNumber } from '../../domain/personal-query.js';
import type { MayAsk } from '../../application/search-texts.js';
import { readableCards } from '../../../register/application/card/row-view.js';
import { SearchBounds } from './search-bounds.js';

/** Of masked texts that are kept, in characters: 16 MB. */
const MAX_KEPT = 8_000_000;

/** Who searches, and where. */
export interface Searcher {
  readonly actor: Actor;
  readonly districts: readonly District[];
}

export interface GuardedSearch extends Searcher {
  readonly words: string;
  /** Of the words, for errors. */
  readonly path: string;
}

/** What is between a search and those who may not open what it finds: masks, refused words, and bounds of its cost. */
export class SearchGuard {
  private readonly masked = new LRUCache<string, string>({
    maxSize: MAX_KEPT,
    sizeCalculation: (text) => text.length + 1,
  });

  constructor(
    private readonly lexicon: Lexicon,
    private readonly bounds = new SearchBounds(),
  ) {}

  /** Kept by the text's digest, so that no clear text outlives its erasure here. */
  readonly mask = (text: string): string => {
    const key = createHash('sha256').update(text).digest('base64');
    const kept = this.masked.get(key);
    if (kept !== undefined) return kept;
    const masked = maskPersonalData(text, this.lexicon);
    this.masked.set(key, masked);
    return masked;
  };

  /**
   * Runs a search in its turn (`SearchBounds`), unless its words are personal data and the searcher may not open the cards: by a
   * person's number a hit would tell whose it is. The search asks of each word that it puts in place of a misspelt one. Throws `BadInput`.
   */
  async guarded<Result>(asked: GuardedSearch, search: (mayAsk: MayAsk) => Promise<Result>): Promise<Result> {
    const { words, path, actor, districts } = asked;
    if (!this.mayAsk(words, asked))
      throw new BadInput(
        'PERSONAL_DATA_ASKED',
        path,
        {},
        'Words that are personal data need the right to open the cards.',
      );
    const official = actor.kind === 'official' ? actor.id : actor.kind;
    return this.bounds.run({ official, districts: districts.map(({ id }) => id), path }, () =>
      search((word) => this.mayAsk(word, asked)),
    );
  }

  /** Whether a search of these words tells the searcher nothing that the cards would not. */
  mayAsk(words: string, { actor, districts }: Searcher): boolean {
    const isOpen = (district: District) => readableCards(actor, district) === 'ALL';
    if (districts.every(isOpen)) return true;
    const isAnalyst = districts.some((one) => !isOpen(one) && holds(actor, one.id, 'REPUBLIC_ANALYST'));
    return isAnalyst ? !asksForPerson(words, this.lexicon) : !asksForPersonalNumber(words, this.lexicon);
  }
}

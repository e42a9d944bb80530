import type { estypes } from '@elastic/elasticsearch';
import { RefusedDocuments, type RefusedDocument } from '../../application/index/refused-documents.js';
import type { IndexDocument } from '../../application/index/search-index.js';
import { SearchServerAway } from '../../application/index/search-server-away.js';
import type { Kind } from './appeal-mapping.js';
import { asking, type SearchServer } from './search-server.js';
import {
  documentId,
  keyOf,
  storedDocument,
  storedWord,
  tombstone,
  wordId,
  wordsOf,
  type Key,
  type StoredWord,
} from './stored-document.js';

/** One document as it shall stand; without `document` it is gone. */
export interface Wish extends Key {
  readonly version: number;
  readonly document?: IndexDocument;
}

/** Documents of one request. */
const CHUNK = 500;
/** Words remembered as known to the server; about 100 bytes each. */
const MOST_KNOWN = 200_000;

/**
 * Writes of one build. A document's version is an external one, so what comes late or twice is a conflict, which is as good
 * as done; so is a word that the server has. Each item's own outcome is looked at.
 */
export class ElasticWriter {
  private readonly known = new Set<string>();

  constructor(
    private readonly server: SearchServer,
    private readonly indexOf: (kind: Kind) => string,
    /** What is written is found by the next search; else only after a refresh of the whole build. */
    private readonly refresh: boolean,
  ) {}

  /** Throws `RefusedDocuments` when all but these were written, `SearchServerAway` when any may be missing. */
  async write(wishes: readonly Wish[]): Promise<void> {
    const refused: RefusedDocument[] = [];
    for (let from = 0; from < wishes.length; from += CHUNK) {
      refused.push(...(await this.writeChunk(wishes.slice(from, from + CHUNK))));
    }
    if (refused.length > 0) throw new RefusedDocuments(refused);
  }

  /** The words are not in the server any more: they will be sent again. */
  forget(words: readonly StoredWord[]): void {
    for (const word of words) this.known.delete(wordId(word));
  }

  private async writeChunk(wishes: readonly Wish[]): Promise<readonly RefusedDocument[]> {
    const words = this.newWords(wishes);
    const operations = [
      ...wishes.flatMap((wish) => this.documentOperation(wish)),
      ...[...words].flatMap(([id, word]) => this.wordOperation(id, word)),
    ];
    const { items } = await asking(() => this.server.client.bulk({ operations, refresh: this.refresh }));
    const refused = items.flatMap((item, at) => this.outcome(item, wishes[at]));
    if (this.known.size + words.size > MOST_KNOWN) this.known.clear();
    for (const id of words.keys()) this.known.add(id);
    return refused;
  }

  private newWords(wishes: readonly Wish[]): ReadonlyMap<string, StoredWord> {
    const words = new Map<string, StoredWord>();
    for (const { document } of wishes) {
      for (const word of document ? wordsOf(document) : []) {
        const id = wordId(word);
        if (!this.known.has(id)) words.set(id, word);
      }
    }
    return words;
  }

  private documentOperation(wish: Wish): readonly object[] {
    const to = { _index: this.indexOf('appeals'), _id: documentId(wish), routing: String(wish.district) };
    return [
      { index: { ...to, version: wish.version, version_type: 'external' } },
      wish.document ? storedDocument(wish.document) : tombstone(wish),
    ];
  }

  private wordOperation(id: string, word: StoredWord): readonly object[] {
    const to = { _index: this.indexOf('words'), _id: id, routing: String(word.district) };
    return [{ create: to }, storedWord(word)];
  }

  /** Nothing when it stands. `wish` is absent for a word, which is never refused. */
  private outcome(item: BulkItem, wish: Wish | undefined): readonly RefusedDocument[] {
    const { status, error } = item.index ?? item.create ?? {};
    if (status === undefined) throw new SearchServerAway('no outcome');
    if (!error || status === CONFLICT) return [];
    if (status !== BAD_DOCUMENT || !wish) throw new SearchServerAway(`${status} ${error.type}`);
    return [{ ...keyOf(documentId(wish)), code: error.type }];
  }
}

type BulkItem = Partial<Record<estypes.BulkOperationType, estypes.BulkResponseItem>>;
const CONFLICT = 409;
const BAD_DOCUMENT = 400;

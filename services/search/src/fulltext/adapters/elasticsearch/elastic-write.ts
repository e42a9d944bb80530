import type { estypes } from '@elastic/elasticsearch';
import { RefusedDocuments, type RefusedDocument } from '../../application/refused-documents.js';
import type { IndexDocument } from '../../application/search-index.js';
import { SearchServerAway } from '../../application/search-server-away.js';
import { asking, type SearchServer } from './search-server.js';
import { documentId, keyOf, storedDocument, tombstone, type Key } from './stored-document.js';

/** One document as it shall stand; without `document` it is gone. */
export interface Wish extends Key {
  readonly version: number;
  readonly document?: IndexDocument;
}

/** Documents of one request. */
const CHUNK = 500;

/**
 * Writes of one build. A document's version is an external one, so what comes late or twice is a conflict, which is as good
 * as done. Each item's own outcome is looked at.
 */
export class ElasticWriter {
  constructor(
    private readonly server: SearchServer,
    private readonly index: string,
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

  private async writeChunk(wishes: readonly Wish[]): Promise<readonly RefusedDocument[]> {
    const operations = wishes.flatMap((wish) => this.documentOperation(wish));
    const { items } = await asking(() => this.server.client.bulk({ operations, refresh: this.refresh }));
    return wishes.flatMap((wish, at) => this.outcome(items[at], wish));
  }

  private documentOperation(wish: Wish): readonly object[] {
    const to = { _index: this.index, _id: documentId(wish), routing: String(wish.district) };
    return [
      { index: { ...to, version: wish.version, version_type: 'external' } },
      wish.document ? storedDocument(wish.document) : tombstone,
    ];
  }

  /** Nothing if it exists. */
  private outcome(item: BulkItem | undefined, wish: Wish): readonly RefusedDocument[] {
    const { status, error } = item?.index ?? {};
    if (status === undefined) throw new SearchServerAway('no outcome');
    if (!error || status === CONFLICT) return [];
    if (status !== BAD_DOCUMENT) throw new SearchServerAway(`${status} ${error.type}`);
    return [{ ...keyOf(documentId(wish)), code: error.type }];
  }
}

type BulkItem = Partial<Record<estypes.BulkOperationType, estypes.BulkResponseItem>>;
const CONFLICT = 409;
const BAD_DOCUMENT = 400;

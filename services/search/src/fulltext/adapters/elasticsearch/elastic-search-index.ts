import type { SearchIndex } from '../../application/search-index.js';
import { aliasOf, indexNameOf } from './appeal-mapping.js';
import { DistrictRequests } from './district-requests.js';
import { readHits } from './elastic-hits.js';
import { ElasticWriter } from './elastic-write.js';
import { asking, type SearchServer } from './search-server.js';
import { documentId } from './stored-document.js';

export interface OneBuild {
  readonly build: string;
  /** It answers: what is written is found by the next search. */
  readonly answering: boolean;
}

/** Full text on a search server, and what `verify` reads of it. */
export interface ElasticSearchIndex extends SearchIndex {
  /** Id → digest of all that was written, of those that are there. */
  digests(district: number, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** With `one` it reads and writes one build, else the one that answers. */
export function elasticSearchIndex(server: SearchServer, one?: OneBuild): ElasticSearchIndex {
  const name = one ? indexNameOf(server, one.build) : aliasOf(server);
  const requests = new DistrictRequests(server, name);
  const writer = new ElasticWriter(server, name, one?.answering ?? true);
  return {
    put: (documents) =>
      writer.write(documents.map((document) => ({ ...keyOf(document), version: document.version, document }))),
    remove: (documents) =>
      writer.write(documents.map((document) => ({ ...keyOf(document), version: document.version }))),
    search: (query) => readHits(requests, query),
    async holds({ district, id, version }) {
      const { docs } = await asking(() =>
        server.client.mget({
          index: name,
          realtime: false,
          _source: false,
          docs: [{ _id: documentId({ district, id }), routing: String(district) }],
        }),
      );
      const [doc] = docs;
      return doc !== undefined && '_version' in doc && (doc._version ?? 0) >= version;
    },
    async digests(district, ids) {
      const { hits } = await requests.search([district], {
        filters: [{ terms: { id: [...ids] } }],
        body: { size: ids.length, track_total_hits: false, docvalue_fields: ['id', 'digest'] },
      });
      return new Map(hits.hits.map(({ fields }) => [String(fields?.['id']?.[0]), String(fields?.['digest']?.[0])]));
    },
    async versions(district, after, limit) {
      const { hits } = await requests.search([district], {
        body: {
          size: limit,
          version: true,
          track_total_hits: false,
          sort: [{ id: 'asc' }],
          ...(after !== undefined && { search_after: [after] }),
        },
      });
      return hits.hits.map(({ sort, _version }) => ({ id: String(sort?.[0]), version: _version ?? 0 }));
    },
  };
}

function keyOf({ district, id }: { readonly district: number; readonly id: string }) {
  return { district, id };
}

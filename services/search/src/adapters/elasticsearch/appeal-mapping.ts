import type { estypes } from '@elastic/elasticsearch';
import type { SearchServer } from './search-server.js';

/** Raised with every change of the mappings or of what stands in a document: the index then fills itself anew. */
export const MAPPING_VERSION = 3;

/** Parts of a word's impact that are looked for one by one: their sum is any number from 1 to 15. */
export const STEPS = [8, 4, 2, 1] as const;

export function aliasOf({ prefix }: Pick<SearchServer, 'prefix'>): string {
  return `${prefix}-appeals-v${MAPPING_VERSION}`;
}

export function indexNameOf(server: Pick<SearchServer, 'prefix'>, build: string): string {
  return `${aliasOf(server)}-${build}`;
}

/** Plain terms that are only looked for. */
const term: estypes.MappingProperty = { type: 'keyword', doc_values: false };
/** Terms that are looked for, counted or sorted by. */
const counted: estypes.MappingProperty = { type: 'keyword' };
const day: estypes.MappingProperty = { type: 'date', format: 'strict_date' };

/**
 * All words are analysed by us: the server parts them at spaces and does nothing else, so it needs no plugin and no
 * dictionary. A lemma's impact (1 to 15, `domain/ranking`) is kept in binary: the lemma stands in `impact8` when 8 is part
 * of it, and so on. Only the core's field types are used. The texts themselves are not kept: hits are shown from the
 * register; `digest` is what `verify` compares.
 */
const mappings: estypes.MappingTypeMapping = {
  dynamic: 'strict',
  _routing: { required: true },
  _source: { includes: ['district', 'id'] },
  properties: {
    district: { type: 'integer' },
    id: counted,
    digest: { type: 'keyword', index: false },
    words: { type: 'text', analyzer: 'whitespace', norms: false },
    lemmas: term,
    ...Object.fromEntries(STEPS.map((step) => [`impact${step}`, term])),
    state: counted,
    regime: term,
    receivedAt: { type: 'date', format: 'strict_date_time' },
    receivedOn: day,
    month: counted,
    dueOn: day,
    departments: counted,
    topics: counted,
    executors: term,
    questionStates: term,
    responseStates: term,
  },
};

/** A page may begin at place 10,000, and one more. */
const LAST_HIT = 11_000;

/**
 * Nothing is refreshed by the clock: each write that shall be found says so itself (`refresh`), and a build that does not
 * answer yet is refreshed once, at its end.
 */
function settings({ shards }: SearchServer): estypes.IndicesIndexSettings {
  return {
    ...{ number_of_shards: shards, auto_expand_replicas: '0-1', refresh_interval: -1 },
    max_result_window: LAST_HIT,
  };
}

export function indexTemplate(server: SearchServer): estypes.IndicesPutIndexTemplateRequest {
  return {
    name: aliasOf(server),
    index_patterns: [`${aliasOf(server)}-*`],
    template: { settings: settings(server), mappings },
  };
}

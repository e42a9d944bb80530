import type { estypes } from '@elastic/elasticsearch';
import {
  appealColumns,
  MAPPING_VERSION,
  questionColumns,
  type RegisterColumn,
} from '../../../register/application/list/register-columns.js';
import { columnType, filteredColumns } from '../../../register/application/list/column-values.js';
import { facetNames } from '../../../register/application/list/counted-names.js';
import type { SearchServer } from './search-server.js';

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

/** Of the columns that filters look at. */
const columnFields: Readonly<Record<ReturnType<typeof columnType>, estypes.MappingProperty>> = {
  text: term,
  date: { type: 'date', format: 'strict_date' },
  int: { type: 'integer' },
  boolean: { type: 'boolean' },
};

function fieldsOf(columns: object): Record<string, estypes.MappingProperty> {
  const filtered = (Object.keys(columns) as RegisterColumn[]).filter((column) => filteredColumns.has(column));
  return Object.fromEntries(filtered.map((column) => [column, columnFields[columnType(column)]]));
}

/** Words that are ranked by: how often they stand in a text, and how long it is. */
const ranked: estypes.MappingProperty = { type: 'text', analyzer: 'whitespace', index_options: 'freqs' };
/** Words that are looked up with their places. */
const placed: estypes.MappingProperty = { type: 'text', analyzer: 'whitespace' };

/**
 * All words are analysed by us: the server parts them at spaces and does nothing else, so it needs no plugin and no
 * dictionary. `lemmas` holds every reading of every word, `sequence` the likeliest one in the text's order. Only the
 * core's field types are used. The texts themselves are not kept: hits are shown from the register; `digest` is what
 * `verify` compares.
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
    sequence: placed,
    lemmas: ranked,
    stems: ranked,
    grams: ranked,
    receivedAt: { type: 'date', format: 'strict_date_time' },
    appeal: { properties: fieldsOf(appealColumns) },
    // Nested, so that one and the same question meets a filter's conditions.
    questions: { type: 'nested', properties: fieldsOf(questionColumns) },
    counted: { properties: Object.fromEntries(facetNames.map((name) => [name, counted])) },
  },
};

/** A page may begin at place 10,000, and one more. */
const MAX_RESULT_WINDOW = 11_000;

/**
 * Nothing is refreshed by the clock: each write that shall be found says so itself (`refresh`), and a build that does not
 * answer yet is refreshed once, at its end.
 */
function settings({ shards }: SearchServer): estypes.IndicesIndexSettings {
  return {
    number_of_shards: shards,
    auto_expand_replicas: '0-1',
    refresh_interval: -1,
    max_result_window: MAX_RESULT_WINDOW,
  };
}

export function indexTemplate(server: SearchServer): estypes.IndicesPutIndexTemplateRequest {
  return {
    name: aliasOf(server),
    index_patterns: [`${aliasOf(server)}-*`],
    template: { settings: settings(server), mappings },
  };
}

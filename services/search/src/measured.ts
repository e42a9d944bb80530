/** What benches measure of this service with no GraphQL around it (`test/load`); nothing of the product imports it. */
export { indexNameOf } from './adapters/elasticsearch/appeal-mapping.js';
export { storedDocument } from './adapters/elasticsearch/stored-document.js';
export { Indexer } from './adapters/postgres/index/indexer.js';
export { postgresSearchIndex } from './adapters/postgres/index/postgres-search-index.js';
export { rebuildIndex } from './adapters/postgres/index/rebuild-index.js';
export { districtLanguages } from './application/index/district-language.js';
export { indexDocument } from './application/index/index-document.js';
export type { IndexDocument, SearchReading } from './application/index/search-index.js';
export { searchTexts, type Language } from './application/index/search-texts.js';
export type { RegisterFilter } from './application/register/register-filter.js';
export { registerEventTypes } from './application/register/register-fact.js';
export { indexedText } from './domain/indexed-text.js';
export { parseQuery } from './domain/query.js';
export { migrations } from './migrations.js';
export { indexerParts } from './operations.js';
export { searchReadModels } from './read-models.js';
export { serverSide, type ServerSide } from './search-server-side.js';

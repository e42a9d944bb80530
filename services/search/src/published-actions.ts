/** What tests compare with the deciders of the owners and with kept logs (services/single); nothing of the product imports it. */
export { indexTemplate } from './fulltext/adapters/elasticsearch/appeal-mapping.js';
export { indexDocument } from './fulltext/application/index-document.js';
export { indexedText } from './fulltext/domain/indexed-text.js';
export { registerProjection } from './register/adapters/postgres/register.projection.js';
export { clearTexts, type TextVault } from './register/application/card/clear-texts.js';
export { actingIn } from './register/application/fold/acting.js';
export { isRegisterFact } from './register/application/fold/register-fact.js';
export { MAPPING_VERSION } from './register/application/list/register-columns.js';
export { registerRow } from './register/application/list/register-row.js';

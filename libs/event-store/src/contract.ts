export { contractUpcasters, eventStoreContract, noted, readAll, type StoreUnderTest } from './event-store.contract.js';

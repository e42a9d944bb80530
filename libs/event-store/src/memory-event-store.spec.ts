import { contractUpcasters, eventStoreContract } from './event-store.contract.js';
import { memoryEventStore } from './memory-event-store.js';

eventStoreContract('The memory twin', async () => {
  const store = memoryEventStore('notes', contractUpcasters);
  return {
    store,
    log: store.log,
    transaction: (_district, work) => store.transaction(work),
    close: () => store.close(),
  };
});

import { initialRowsContract } from './initial-rows.contract.js';
import { expect, it } from '@jest/globals';
import { contractUpcasters, eventStoreContract, noted } from './event-store.contract.js';
import { memoryEventStore } from './memory-event-store.js';

eventStoreContract('The memory store', async () => {
  const store = memoryEventStore('notes', contractUpcasters);
  return {
    store,
    log: store.log,
    transaction: (_district, work) => store.transaction(work),
    close: () => store.close(),
  };
});

initialRowsContract('The memory store', async () => {
  const titles: (readonly [district: number, title: string])[] = [];
  const take = (district: number, title: string): boolean => {
    if (titles.some(([at, held]) => at === district && held === title)) return false;
    titles.push([district, title]);
    return true;
  };
  const store = memoryEventStore('notes', {}, (district, { title }) => take(district, title as string));
  return {
    store,
    titles: async (district) => titles.filter(([at]) => at === district).map(([, title]) => title),
    take: async (district, title) => void take(district, title),
    transaction: (work) => store.transaction(work),
    close: () => store.close(),
  };
});

it('rejects initial rows when it was opened without insertRows', async () => {
  const store = memoryEventStore('notes');
  await expect(store.append(noted({ initialRows: { title: 'a' } }))).rejects.toThrow(TypeError);
});

import type { Transaction } from '@otklik/tenancy';
import { memoryVault } from './memory-vault.js';
import { vaultContract } from './vault.contract.js';

const noTransaction: Transaction = { query: () => Promise.reject(new Error('The memory has no transactions.')) };

vaultContract('memory', async () => {
  const vault = memoryVault();
  return {
    vault,
    transaction: (_district, work) => work(noTransaction),
    keep: async (district, row) => vault.keep(district, row),
    stop: async () => undefined,
  };
});

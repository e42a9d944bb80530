import type { Transaction } from '@otklik/tenancy';
import { memoryVault } from './memory-vault.js';
import { vaultContract } from './vault.contract.js';

const noTransaction: Transaction = { query: () => Promise.reject(new Error('The memory has no transactions.')) };

vaultContract('memory', async () => ({
  vault: memoryVault(),
  transaction: (_district, work) => work(noTransaction),
  stop: async () => undefined,
}));

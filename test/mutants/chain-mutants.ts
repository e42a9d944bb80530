import type { Mutant } from './mutants.js';

const CHAIN = 'libs/event-store/src/chain';
const spec = `${CHAIN}/chain.spec.ts`;

/** Of history that cannot be rewritten unseen. */
export const chainMutants: readonly Mutant[] = [
  {
    name: 'a hash chain that passes transactions in progress',
    file: `${CHAIN}/chain-writer.ts`,
    find: 'if (!(await settled(pool, chained)))',
    replace: 'if (tip < 0n && !(await settled(pool, chained)))',
    spec,
    test: 'leaves out no event of a transaction that commits late',
  },
  {
    name: 'a time of recording that is not hashed',
    file: `${CHAIN}/chained-table.ts`,
    find: ", instant('recorded_at')]",
    replace: ']',
    spec,
    test: 'finds each of',
  },
  {
    name: 'a deleted row that nobody misses',
    file: `${CHAIN}/verify-chain.ts`,
    find: 'if (found?.district === district && found.hash.equals(chained.hash)) return;',
    replace: 'if (!found || (found.district === district && found.hash.equals(chained.hash))) return;',
    spec,
    test: 'names the row, its district',
  },
  {
    name: 'a hash chain that is rebuilt without the key',
    file: `${CHAIN}/verify-chain.ts`,
    find: 'if (this.#isSigned(head)) continue;',
    replace: 'if (this.#isSigned(head) || head.number) continue;',
    spec,
    test: 'names the first block of a chain that was rebuilt',
  },
  {
    name: 'anchors that are not compared with the chain',
    file: `${CHAIN}/verify-chain.ts`,
    find: 'await contradicted(this.client, service, anchors)',
    replace: 'await contradicted(this.client, service, anchors.slice(anchors.length))',
    spec,
    test: 'sets aside the anchors of what a restore has taken back',
  },
];

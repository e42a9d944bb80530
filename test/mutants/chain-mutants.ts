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
  {
    name: 'an opened contact that is not on record',
    file: 'services/search/src/adapters/graphql/applicant.resolver.ts',
    find: '    await this.record(row, reason, by);\n',
    replace: '    if (!by) await this.record(row, reason, by);\n',
    spec: 'services/search/src/desk-reads.int.spec.ts',
    test: 'opens contacts to an official with an act at hand',
  },
  {
    name: 'a deleted trace of an opened contact that nobody misses',
    file: 'services/search/src/search.module.ts',
    find: "evidenceChain('search.contact_opening', {",
    replace: "evidenceChain('search.card_viewer', {",
    spec: 'services/single/src/cli/evidence.int.spec.ts',
    test: 'finds the trace of an opened contact that was deleted',
  },
  {
    name: 'a search that shows texts and is not on record',
    file: 'services/search/src/adapters/graphql/search.resolver.ts',
    find: 'views.filter(({ node }) => node.highlights.length > 0)',
    replace: 'views.filter(({ node }) => node.highlights.length < 0)',
    spec: 'services/search/src/full-text.int.spec.ts',
    test: 'records a search that shows texts',
  },
  {
    name: 'a refusal that is not on record',
    file: 'services/gateway/src/access/refusals.ts',
    find: '    await add(requested, context, options);',
    replace: '    if (own.length === 0) await add(requested, context, options);',
    spec: 'services/gateway/src/session/session.int.spec.ts',
    test: 'is on record from its beginning',
  },
  {
    name: 'a failed sign-in that is not on record',
    file: 'services/administration/src/adapters/oidc/oidc.routes.ts',
    find: "if (outcome !== 'WRONG' && outcome !== 'PAUSED') return;",
    replace: "if (outcome !== 'PAUSED') return;",
    spec: 'services/administration/src/sign-in.int.spec.ts',
    test: 'is on record when it fails',
  },
];

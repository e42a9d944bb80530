import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../locate/symbols.js';

/** Sources whose every line is broken, and the specs that must notice. */
export interface Area {
  readonly sources: readonly string[];
  readonly specs: readonly string[];
}

const ACCESS = 'services/gateway/src/access';
const SESSION = 'services/gateway/src/session';
const TENANCY = 'libs/tenancy/src';
const KERNEL = 'libs/kernel/src';
const INTAKE = 'services/intake/src';
const ADMINISTRATION = 'services/administration/src';
const LAW_SPECS = ['law-file', 'rules-of-law', 'checked-district-file'].map((name) => `${TENANCY}/${name}.spec.ts`);

const beside = (folder: string, ...names: readonly string[]): readonly Area[] =>
  names.map((name) => ({ sources: [`${folder}/${name}.ts`], specs: [`${folder}/${name}.spec.ts`] }));

export const areas: Readonly<Record<string, readonly Area[]>> = {
  limits: [
    ...beside(ACCESS, 'proofs', 'attempts', 'event-loop-lag'),
    {
      sources: [`${ACCESS}/admission.ts`],
      specs: [`${ACCESS}/admission.spec.ts`, `${ACCESS}/admission-shares.spec.ts`],
    },
    ...beside(KERNEL, 'fair-places', 'proof-of-work'),
    ...beside('libs/host/src', 'body-memory-budget', 'min-data-rate', 'circuit'),
    ...beside('services/gateway/src/live', 'socket'),
    {
      sources: ['services/search/src/fulltext/adapters/graphql/search-bounds.ts'],
      specs: ['services/search/src/fulltext/adapters/graphql/search-bounds.spec.ts'],
    },
  ],
  law: [
    {
      sources: readdirSync(join(ROOT, 'deploy/law')).map((name) => `deploy/law/${name}`),
      specs: [`${TENANCY}/law-file.spec.ts`],
    },
    { sources: [`${TENANCY}/law-file.ts`, `${TENANCY}/legal-terms.ts`], specs: LAW_SPECS },
    ...beside(KERNEL, 'term', 'calendar'),
  ],
  retention: [
    {
      sources: [`${TENANCY}/retention.ts`],
      specs: [`${TENANCY}/checked-district-file.spec.ts`, `${TENANCY}/retention.spec.ts`],
    },
    ...beside(`${INTAKE}/appeal/domain`, 'retention'),
    {
      sources: [
        'services/intake/src/retention/application/end-retention.ts',
        'services/intake/src/retention/adapters/events/retention.concern.ts',
        'services/intake/src/retention/store/retention-index.ts',
      ],
      specs: ['services/intake/src/retention/retention.int.spec.ts'],
    },
  ],
  'sign-in': [
    ...beside(SESSION, 'return-path', 'sealed-cookie', 'resident-sessions', 'session-pages', 'sessions', 'oidc-client'),
    ...beside(`${ADMINISTRATION}/application`, 'password-attempts', 'work-challenges'),
    ...beside(`${ADMINISTRATION}/adapters/memory`, 'memory-attempts'),
    {
      sources: ['second-factor', 'check-credentials'].map((name) => `${ADMINISTRATION}/application/${name}.ts`),
      specs: [`${ADMINISTRATION}/sign-in.int.spec.ts`],
    },
  ],
};

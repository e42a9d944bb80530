import { readFileSync } from 'node:fs';

const EVERYTHING = ['libs/*/src', 'services/*/src', 'services/web/server', 'services/web/test', 'deploy', 'test'];
/** What asks the whole product from outside: OTKLIK_PROFILE=cluster runs it, and it alone, on the cluster. */
const OF_BOTH_PROFILES = ['test/acceptance', 'test/tenancy'];
/** Of them, what looks at pages alone, or at rules of one service: they are the same on both. */
const OF_ONE_PROFILE = `test/acceptance/(${[
  ...[
    'analysis-journey',
    'body-page',
    'check-file',
    'desk-actions',
    'desk-acts',
    'desk-habits',
    'duty-journey',
    'front-end-example',
    'graphiql',
  ],
  ...['left-unanswered', 'network-accounts', 'outgoing-post', 'resident-drafts', 'screens'],
].join('|')}).spec.ts`;
/** `npm run test:upgrade`: builds the last release, which takes minutes. */
const OF_THE_UPGRADE = 'test/upgrade';
const upgrades = process.env.OTKLIK_UPGRADE === 'on';
/** Starts servers of its own, to hurt them. */
const OF_THE_CLUSTER = 'test/chaos/smoke.spec.ts';
/** On each profile its own benches; those of the cluster are part of `npm run test:cluster`. */
const BENCHES = 'test/load/benches.spec.ts';
/**
 * What `npm test` runs on the cluster: each service, broker and index is crossed once. `npm run test:cluster` runs all, with
 * each night; the transport's and the index's contracts run on Kafka and Elasticsearch each time.
 */
const CROSS_THE_CLUSTER = 'test/(tenancy/rights|acceptance/(import|journey|network-answer)).spec.ts';
const onCluster = process.env.OTKLIK_PROFILE === 'cluster';
const inFolders = (folders) => folders.map((folder) => `<rootDir>/${folder}/**/*.spec.ts`);
const specs = () => {
  if (upgrades) return inFolders([OF_THE_UPGRADE]);
  return onCluster
    ? [...inFolders(OF_BOTH_PROFILES), `<rootDir>/${OF_THE_CLUSTER}`, `<rootDir>/${BENCHES}`]
    : inFolders(EVERYTHING);
};

/** `npm test -- --changed`: of projects that did not change themselves, what needs no database and not the whole product. */
const rooms = process.env.OTKLIK_ROOMS?.split(' ').filter((room) => room !== '') ?? [];
const OF_OTHER_ROOMS = `<rootDir>/(?!(?:${rooms.join('|')})/)(?:.*\\.int\\.spec\\.ts|services/single/|test/(?:acceptance|chaos|load|tenancy)/)`;

const tsx = JSON.parse(readFileSync(new URL('services/web/.swcrc', import.meta.url), 'utf8'));

/** Native ES modules: the tests run what production runs. One server for all, a database of its own for each spec file. */
export default {
  rootDir: '.',
  testEnvironment: '<rootDir>/test/jest/environment.cjs',
  runtime: '<rootDir>/test/jest/runtime.cjs',
  testEnvironmentOptions: { customExportConditions: ['@otklik/source', 'node', 'node-addons'] },
  ...(process.env.OTKLIK_SPECS === 'cross' ? { testRegex: CROSS_THE_CLUSTER } : { testMatch: specs() }),
  testPathIgnorePatterns: [
    '/node_modules/',
    onCluster ? OF_ONE_PROFILE : OF_THE_CLUSTER,
    ...(upgrades ? [] : [`/${OF_THE_UPGRADE}/`]),
    ...(rooms.length > 0 ? [OF_OTHER_ROOMS] : []),
  ],
  modulePathIgnorePatterns: ['<rootDir>/.otklik', '<rootDir>/.nx', '/dist/', '/bundle/'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.ts$': '@swc/jest', '^.+\\.tsx$': ['@swc/jest', tsx] },
  transformIgnorePatterns: ['/node_modules/'],
  resolver: '<rootDir>/test/jest/resolver.cjs',
  testSequencer: '<rootDir>/test/jest/sequencer.cjs',
  globalSetup: '<rootDir>/test/jest/global-setup.mjs',
  globalTeardown: '<rootDir>/test/jest/global-teardown.mjs',
  reporters: ['default', '<rootDir>/test/jest/file-times.mjs', '<rootDir>/test/jest/closing-line.mjs'],
  maxWorkers: 2,
  // Modules of finished files stay in a worker's heap: after some 400 files one ran out of memory.
  workerIdleMemoryLimit: '1GB',
  testTimeout: 60_000,
  prettierPath: null,
};

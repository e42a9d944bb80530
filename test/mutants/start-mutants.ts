import type { Mutant } from './mutants.js';

const POSTGRES = 'deploy/postgres';
const STRAY = `${POSTGRES}/stray-servers.int.spec.ts`;

/** Of a start with what an earlier one has left: packages, a server, another place of the data. */
export const startMutants: readonly Mutant[] = [
  {
    name: 'start: a package that the bundle loads and that is not kept',
    file: 'deploy/bootstrap/packages.mjs',
    find: "['sharp', 'az', 'kafkajs', '@cantoo/pdf-lib']",
    replace: "['sharp', 'az', 'kafkajs']",
    spec: 'test/deploy/kept-packages.spec.ts',
    test: 'loads no package that `npm start` removes after the build',
  },
  {
    name: 'start: a load by a computed name that nobody follows',
    file: 'test/deploy/loaded-packages.ts',
    find: 'addLoader(node, named, loader.by, loaders);',
    replace: '',
    spec: 'test/deploy/kept-packages.spec.ts',
    test: 'loads no package that `npm start` removes after the build',
  },
  {
    name: 'start: a script that expects packages which a start removes',
    file: 'deploy/bootstrap/packages.mjs',
    find: 'return !has(FOR_ONE_BUILD) && names.every(has);',
    replace: 'return names.some(has);',
    spec: 'deploy/bootstrap/packages.spec.ts',
    test: 'takes packages for there only where each that is named is',
  },
  {
    name: 'start: a server of data that were moved away goes on',
    file: `${POSTGRES}/embedded-postgres.mjs`,
    find: 'await stopStrayServers(data);',
    replace: '',
    spec: STRAY,
    test: 'stops a server whose data were moved away',
  },
  {
    name: 'start: a server whose folder was deleted is not found',
    file: `${POSTGRES}/stray-servers.mjs`,
    find: '!isSame(folder, dataDir)',
    replace: '!folder.includes("(deleted)") && !isSame(folder, dataDir)',
    spec: STRAY,
    test: 'where its folder was deleted',
  },
  {
    name: 'start: a server stopped under a product that runs',
    file: `${POSTGRES}/stray-servers.mjs`,
    find: 'refuseLiving(dataDir, folder);',
    replace: '',
    spec: STRAY,
    test: 'stops none under a product that runs still',
  },
  {
    name: 'restore: a server of data that were moved away goes on',
    file: 'services/single/src/backup/restore-set.ts',
    find: "await stopStrayServers(join(dataDir, 'postgres'));",
    replace: '',
    spec: 'services/single/src/backup/backup.int.spec.ts',
    test: 'stops a server that outlived its process, whose data were moved away',
  },
  {
    name: 'start: a server that is killed while it starts ends the start',
    file: `${POSTGRES}/embedded-postgres.mjs`,
    find: '(error.killed && attempt < MAX_KILLED)',
    replace: '(error.killed && attempt < 1)',
    spec: `${POSTGRES}/embedded-postgres.int.spec.ts`,
    test: 'starts a server that is killed while it starts once more',
  },
  {
    name: 'start: a killed server flushes its files one by one',
    file: `${POSTGRES}/embedded-postgres.mjs`,
    find: "recovery_init_sync_method: 'syncfs'",
    replace: "recovery_init_sync_method: 'fsync'",
    spec: `${POSTGRES}/embedded-postgres.int.spec.ts`,
    test: 'flushes its files at once before it recovers',
  },
  {
    name: 'start: the address of the search server shows no password',
    file: 'services/search/src/fulltext/adapters/elasticsearch/search-server.ts',
    find: 'node: options.url,',
    replace: 'node: new URL(options.url).origin,',
    spec: 'services/search/src/fulltext/adapters/elasticsearch/search-server.spec.ts',
    test: 'shows the user and the password of its address',
  },
];

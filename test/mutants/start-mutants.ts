import {
  dropElement,
  dropStatement,
  replaceExpression,
  replaceLiteral,
  replaceName,
  replaceReturn,
  replaceValue,
} from './locate/change.js';
import type { Mutant } from './mutants.js';

/** Of a start with what an earlier one has left: packages, a server, another place of the data. */
export const startMutants: readonly Mutant[] = [
  {
    name: 'start: a package that the bundle loads and that is not kept',
    in: 'deploy: UNBUNDLED',
    change: dropElement('@cantoo/pdf-lib'),
    spec: 'kept-packages.spec.ts',
    test: 'loads no package that `npm start` removes after the build',
  },
  {
    name: 'start: a load by a computed name that nobody follows',
    in: 'test: visit',
    change: dropStatement('addLoader'),
    spec: 'kept-packages.spec.ts',
    test: 'loads no package that `npm start` removes after the build',
  },
  {
    name: 'start: a script that expects packages which a start removes',
    in: 'deploy: isThere',
    change: replaceReturn('names.some(has)', 'FOR_ONE_BUILD'),
    spec: 'packages.spec.ts',
    test: 'takes packages for there only where each that is named is',
  },
  {
    name: 'start: a server of data that were moved away goes on',
    in: 'deploy: startPostgres',
    change: dropStatement('stopStrayServers'),
    spec: 'stray-servers.int.spec.ts',
    test: 'stops a server whose data were moved away',
  },
  {
    name: 'start: a server whose folder was deleted is not found',
    in: 'deploy: strayServers',
    change: replaceExpression(
      'folder === undefined ? pid !== own : !folder.includes("(deleted)") && !isSame(folder, dataDir)',
      'isSame',
      'own',
    ),
    spec: 'stray-servers.int.spec.ts',
    test: 'where its folder was deleted',
  },
  {
    name: 'start: a server stopped under a product that runs',
    in: 'deploy: stopStrayServers',
    change: dropStatement('refuseLiving'),
    spec: 'stray-servers.int.spec.ts',
    test: 'stops none under a product that runs still',
  },
  {
    name: 'restore: a server of data that were moved away goes on',
    in: 'single: restoreSet',
    change: dropStatement('stopStrayServers'),
    spec: 'backup.int.spec.ts',
    test: 'stops a server that outlived its process, whose data were moved away',
  },
  {
    name: 'start: a server that is killed while it starts ends the start',
    in: 'deploy: launchWithRetry',
    change: replaceName('MAX_KILLED', '1'),
    spec: 'embedded-postgres.int.spec.ts',
    test: 'starts a server that is killed while it starts once more',
  },
  {
    name: 'start: a killed server flushes its files one by one',
    in: 'deploy: launch',
    change: replaceLiteral("'syncfs'", "'fsync'"),
    spec: 'embedded-postgres.int.spec.ts',
    test: 'flushes its files at once before it recovers',
  },
  {
    name: 'start: the address of the search server shows no password',
    in: 'search: openSearchServer',
    change: replaceValue('new URL($&).origin', 'url'),
    spec: 'search-server.spec.ts',
    test: 'shows the user and the password of its address',
  },
  {
    name: 'start: a project that came with a pull is not found by its name',
    in: 'deploy: linkProjects',
    change: dropStatement('symlinkSync'),
    spec: 'packages.spec.ts',
    test: 'links a project that came with a pull, and none that is not in the checkout',
  },
];

import { readdirSync } from 'node:fs';
import nx from '@nx/eslint-plugin';
import ts from 'typescript-eslint';
import { plainWords, textParser } from './test/boundaries/plain-words.mjs';

// Who may import whom (docs/architecture.md). The chain tenancy <- vault <- event-store <- messaging <- read-models is
// held link by link: each may import what is to its left and nothing else.
const foundation = ['layer:kernel', 'layer:analysis', 'layer:contracts', 'lib:observability'];
const chain = ['lib:tenancy', 'lib:vault', 'lib:event-store', 'lib:messaging', 'lib:read-models'];
const links = chain.map((tag, at) => ({
  sourceTag: tag,
  onlyDependOnLibsWithTags: [...foundation, ...chain.slice(0, at), 'layer:testing'],
}));
const libraries = [
  'layer:kernel',
  'layer:analysis',
  'layer:contracts',
  'layer:case',
  'layer:documents',
  'layer:signatures',
  'layer:infra',
  'layer:host',
  'layer:testing',
];
const scopes = ['intake', 'routing', 'responses', 'notifications', 'search', 'administration'];

/** The domains of the services, and their shared part of a case: their results depend on their arguments alone. */
const pure = ['**/domain/**', 'libs/case/src/**'];

const boundaries = [
  { sourceTag: 'layer:kernel', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'layer:analysis', onlyDependOnLibsWithTags: ['layer:kernel'] },
  { sourceTag: 'layer:contracts', onlyDependOnLibsWithTags: ['layer:kernel'] },
  { sourceTag: 'layer:case', onlyDependOnLibsWithTags: ['layer:kernel', 'layer:contracts', 'layer:testing'] },
  { sourceTag: 'layer:documents', onlyDependOnLibsWithTags: ['layer:kernel', 'layer:testing'] },
  { sourceTag: 'layer:signatures', onlyDependOnLibsWithTags: ['layer:kernel'] },
  { sourceTag: 'lib:observability', onlyDependOnLibsWithTags: ['layer:kernel', 'layer:testing'] },
  { sourceTag: 'lib:networks', onlyDependOnLibsWithTags: ['layer:kernel', 'lib:observability', 'layer:testing'] },
  {
    sourceTag: 'lib:network-simulators',
    onlyDependOnLibsWithTags: ['layer:kernel', 'layer:signatures', 'lib:networks', 'layer:testing'],
  },
  ...links,
  { sourceTag: 'layer:testing', onlyDependOnLibsWithTags: ['layer:kernel', 'layer:contracts'] },
  {
    sourceTag: 'layer:host',
    onlyDependOnLibsWithTags: [
      'layer:kernel',
      'layer:contracts',
      'layer:case',
      'layer:signatures',
      'layer:infra',
      'layer:testing',
    ],
  },
  ...scopes.map((scope) => ({
    sourceTag: `scope:${scope}`,
    // Of the demonstration their specs alone: a rule below.
    onlyDependOnLibsWithTags: [...libraries, 'layer:demonstration'],
  })),
  {
    sourceTag: 'scope:gateway',
    onlyDependOnLibsWithTags: [
      'layer:kernel',
      'layer:contracts',
      'lib:tenancy',
      'lib:observability',
      'layer:host',
      'layer:web',
      'layer:testing',
      // Of the demonstration its specs alone: a rule below.
      'layer:demonstration',
    ],
  },
  {
    sourceTag: 'scope:web',
    onlyDependOnLibsWithTags: [
      'layer:kernel',
      'layer:contracts',
      'layer:signatures',
      'lib:observability',
      'layer:host',
      'layer:testing',
    ],
  },
  {
    sourceTag: 'layer:composition',
    onlyDependOnLibsWithTags: [...libraries, 'layer:demonstration', 'layer:service', 'layer:web'],
  },
  { sourceTag: 'layer:test', onlyDependOnLibsWithTags: [...libraries, 'layer:demonstration'] },
];

/** How all code is spelled. */
const spelling = [
  { selector: 'ExportAllDeclaration', message: 'Name what you export.' },
  {
    selector:
      ':matches(SpreadElement, JSXSpreadAttribute) > ConditionalExpression > ObjectExpression[properties.length=0]',
    message: 'compact({ … }) leaves out what is undefined; what a condition decides: ...(isSo && { … }).',
  },
  {
    selector: ':matches(ObjectExpression > SpreadElement, JSXSpreadAttribute) > ObjectExpression',
    message: 'Properties are written where they belong.',
  },
];
const spellingOfTypescript = [
  ...spelling,
  { selector: 'PrivateIdentifier', message: 'TypeScript has its own word: private.' },
];

/** Below the services: what starts servers and prepares a checkout knows nothing of the product that runs on them. */
const below = (folders) => ({
  regex: `(^|/)(${folders})/`,
  message: `No code of ${folders.replace('|', ' or ')} here.`,
});
const importsNothingOf = (files, folders, paths = [], spelled = spellingOfTypescript) => ({
  files,
  ignores: ['**/*.spec.ts'],
  rules: {
    'no-restricted-imports': ['error', { paths, patterns: [below(folders)] }],
    'no-restricted-syntax': [
      'error',
      ...spelled,
      { selector: `ImportExpression > Literal[value=/(^|\\/)(${folders})\\//]`, message: below(folders).message },
    ],
  },
});

const impure = (name) => ({
  name,
  message: 'The domain is pure: time, chance and the environment arrive in the command.',
});

const syntax = [
  ...spellingOfTypescript,
  {
    selector: "NewExpression[callee.object.name='pg'][callee.property.name='Pool']",
    message: 'openPool: a bare pool ends the process when the server closes a connection in use.',
  },
  {
    selector: "CallExpression[callee.property.name='query'][arguments.0.value=/^begin/]",
    message: 'inTransaction: it rolls back, and drops a connection that broke.',
  },
];

const simulated = {
  regex: '^@otklik/(network-simulators(/.*)?|networks/internals)$',
  message: 'No part of the product is built on the simulated networks.',
};

/** Of the host: what waits, and how it is performed (`libs/host/src/work`). */
const work = ['ClaimedWork', 'LeaseLost', 'Performed', 'PerformWork', 'Work', 'WorkKind', 'WorkQueue'];

/** The desk's floors: parts know no data, frame no act, an act no screen, and a screen no other screen. */
const floors = Object.entries({
  parts: '(frame|acts|desk|analysis)/|(app|screens)\\.js$',
  frame: '(acts|desk|analysis)/|(app|screens)\\.js$',
  acts: '(desk|analysis)/|(app|screens)\\.js$',
}).map(([floor, above]) => importsNoneAbove(`services/web/src/${floor}/**/*.{ts,tsx}`, `^\\.\\.?/(.*/)?(${above})`));

function importsNoneAbove(files, regex) {
  const message =
    'The floors of the desk: parts, frame, acts, screens. What is here imports nothing that stands above it.';
  return { files: [files], rules: { 'ts/no-restricted-imports': ['error', { patterns: [{ regex, message }] }] } };
}

const screens = readdirSync(new URL('services/web/src/desk', import.meta.url));

/** A comment or an empty line more is no reason to divide a file. */
const linesOfCode = (max) => ['error', { max, skipBlankLines: true, skipComments: true }];

const kafkajs = { name: 'kafkajs', message: 'Only kafka-client.ts knows the client: another one is another file.' };

/** Words that a stranger would have to guess (`test/boundaries/plain-words.mjs`). Residents' and officials' own texts are not code's. */
const words = [
  {
    files: ['**/*.{ts,tsx,mjs,cjs}'],
    ignores: ['**/words/**', 'test/boundaries/plain-words.mjs'],
    plugins: { words: plainWords },
    rules: { 'words/code': 'error' },
  },
  {
    // What was released stays as it was read then.
    files: ['**/*.{md,graphql}'],
    ignores: ['CHANGELOG.md', 'libs/contracts/released/**'],
    languageOptions: { parser: textParser },
    plugins: { words: plainWords },
    rules: { 'words/text': 'error' },
  },
];

export default [
  {
    ignores: [
      '**/dist/**',
      '**/bundle/**',
      '**/node_modules/**',
      '.nx/**',
      '.otklik/**',
      'libs/contracts/src/generated/**',
      'services/web/src/generated/**',
    ],
  },
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parser: ts.parser },
    plugins: { '@nx': nx, ts: ts.plugin },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          depConstraints: boundaries,
          enforceBuildableLibDependency: false,
          // Servers for specs, benches and starts, outside every project: no part of the product is built on them.
          // And what a service names for benches, who measure it without GraphQL around it.
          allow: [
            '/deploy/bootstrap/(plain-error|pid-lock|progress|packages|build|prepare)\\.mjs$',
            '/deploy/postgres/(embedded-postgres|stray-servers)\\.mjs$',
            '/deploy/stack/(stack|ports|ask|processes|server|kafka-security|keycloak|s3|verapdf)\\.js$',
            '^@otklik/search/measured$',
          ],
        },
      ],
      'ts/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'ts/no-explicit-any': 'error',
      complexity: ['error', 10],
      'max-lines': linesOfCode(300),
      'no-restricted-syntax': ['error', ...spellingOfTypescript],
      'no-empty': 'error',
      eqeqeq: 'error',
    },
  },
  { files: ['**/*.spec.ts', '**/*.contract.ts', 'test/**/*.ts'], rules: { 'max-lines': linesOfCode(600) } },
  {
    files: ['**/*.{ts,tsx}'],
    // The domain has its own list of imports below; a bench measures the bare client.
    ignores: ['libs/messaging/src/kafka/kafka-client.ts', 'test/load/**', ...pure],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [kafkajs],
        },
      ],
    },
  },
  importsNothingOf(['deploy/**/*.ts'], 'services|test', [kafkajs]),
  importsNothingOf(['deploy/**/*.mjs'], 'services|test', [kafkajs], spelling),
  importsNothingOf(['services/single/**/*.ts'], 'test', [kafkajs]),
  importsNothingOf(['services/single/**/*.mjs'], 'test', [kafkajs], spelling),
  {
    // A use case knows its ports; what is outside is given to it.
    files: ['services/*/src/{,*/}application/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/*.contract.ts', '**/*.fixture.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: '@nestjs/common', allowImportNames: ['Injectable'], message: 'Only Injectable of Nest.' },
            ...['kafkajs', 'pg', 'typeorm', 'fastify'].map((name) => ({
              name,
              message: 'A port in application/ names it.',
            })),
            { name: '@otklik/host', allowImportNames: work, message: 'Only work that waits.' },
          ],
          patterns: [
            {
              regex: '^@otklik/host/|^@nestjs/(?!common$)|/adapters/|/config\\.js$',
              message: 'A use case imports its domain, ports, contracts and the libraries below the host.',
            },
          ],
        },
      ],
    },
  },
  {
    // The demonstration plays the networks, and specs do.
    files: ['libs/*/src/**/*.ts', 'services/**/*.ts'],
    ignores: [
      ...['**/*.{spec,fixture,contract}.ts', ...pure],
      ...['libs/network-simulators/**', 'services/single/src/demo/**'],
    ],
    rules: {
      'ts/no-restricted-imports': [
        'error',
        {
          patterns: [simulated],
        },
      ],
    },
  },
  {
    // A table or a few, and the statements on them. Use cases import it, so it may not know them but by their types.
    files: ['services/*/src/**/store/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            kafkajs,
            {
              name: '@nestjs/common',
              allowImportNames: ['Inject', 'Injectable'],
              message: 'Only what injects of Nest.',
            },
            {
              name: '@otklik/host',
              allowImportNames: ['ACTIVITY', 'Background', 'BackgroundTask', 'WORKER_POOL', ...work],
              message: 'Only the pool, work, the loop of background work and whether the process is at rest.',
            },
          ],
          patterns: [
            {
              regex: '^@nestjs/(?!common$)|^fastify$|/adapters/|/config\\.js$',
              message: 'A store imports its domain, other stores, contracts and the libraries below the host.',
            },
          ],
        },
      ],
      'ts/no-restricted-imports': [
        'error',
        {
          patterns: [
            simulated,
            { regex: '/application/', allowTypeImports: true, message: 'Of a use case a store knows types alone.' },
          ],
        },
      ],
    },
  },
  ...floors,
  ...screens.map((screen) =>
    importsNoneAbove(
      `services/web/src/desk/${screen}/**/*.{ts,tsx}`,
      `^\\.\\./(\\.\\./)?(${screens.filter((one) => one !== screen).join('|')})/|/(app|screens)\\.js$`,
    ),
  ),
  {
    files: pure.map((folder) => `${folder}/*.ts`),
    ignores: ['**/*.spec.ts'],
    rules: {
      'ts/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex:
                '^(?!@otklik/(kernel|text-analysis)$|@otklik/(contracts|case)/|\\./[^/]+$|\\.\\./\\.\\./[^/]+/domain/[^/]+$)',
              message:
                'The domain imports the domain of its service, @otklik/kernel, @otklik/case, @otklik/text-analysis, and types of @otklik/contracts.',
            },
            {
              regex: '^@otklik/contracts/',
              allowTypeImports: true,
              message: 'The domain takes types alone from @otklik/contracts: `import type`.',
            },
          ],
        },
      ],
      'no-restricted-globals': [
        'error',
        ...['process', 'fetch', 'setTimeout', 'setInterval', 'crypto', 'performance'].map(impure),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: impure().message },
        { object: 'Math', property: 'random', message: impure().message },
      ],
      'no-restricted-syntax': [
        'error',
        ...spellingOfTypescript,
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: impure().message },
      ],
    },
  },
  {
    files: ['libs/*/src/**/*.ts', 'services/*/src/**/*.ts'],
    // The domain and `single` have a list of their own; a later list would replace it.
    ignores: [
      ...['**/*.{spec,fixture,contract}.ts', ...pure, 'services/single/**'],
      'libs/tenancy/src/{open-pool,postgres-database}.ts',
    ],
    rules: {
      'no-restricted-syntax': ['error', ...syntax],
    },
  },
  {
    files: ['services/*/src/**/application/**/*.ts'],
    ignores: ['**/*.{spec,fixture,contract}.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...syntax,
        {
          selector: "CallExpression[callee.property.name='query']",
          message: 'Statements stand in a store or an adapter.',
        },
      ],
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    // The domain has its own list of properties above; a later list would replace it.
    ignores: ['**/config.ts', 'test/**', '**/*.spec.ts', '**/*.fixture.ts', 'libs/testing/**', ...pure],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only config.ts reads the environment.' },
      ],
    },
  },
  ...words,
];

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/**
 * One deliberate violation of each kind, planted in a copy of the workspace whose project graph is new, as in a fresh
 * clone: a rule that no longer reports is found here.
 */
const boundary = '@nx/enforce-module-boundaries';

const planted: Readonly<Record<string, { readonly rule: string; readonly source: string }>> = {
  'libs/kernel/src/canary.ts': violation('@otklik/contracts/envelope'),
  'libs/contracts/src/canary.ts': violation('@otklik/tenancy'),
  'libs/case/src/canary.ts': violation('@otklik/tenancy'),
  'libs/text-analysis/src/canary.ts': violation('@otklik/contracts/envelope'),
  'libs/documents/src/canary.ts': violation('@otklik/contracts/envelope'),
  'libs/signatures/src/canary.ts': violation('@otklik/contracts/envelope'),
  'libs/observability/src/canary.ts': violation('@otklik/tenancy'),
  'libs/networks/src/canary.ts': violation('@otklik/contracts/envelope'),
  'libs/network-simulators/src/canary.ts': violation('@otklik/contracts/envelope'),
  'services/intake/src/networks/adapters/town.ts': domain(
    'ts/no-restricted-imports',
    `import { Town } from '@otklik/network-simulators';\nexport const town = Town;`,
  ),
  'libs/tenancy/src/canary.ts': violation('@otklik/vault'),
  'libs/vault/src/canary.ts': violation('@otklik/event-store'),
  'libs/event-store/src/canary.ts': violation('@otklik/messaging'),
  'libs/messaging/src/canary.ts': violation('@otklik/read-models'),
  'libs/read-models/src/canary.ts': violation('@otklik/host'),
  'libs/host/src/canary.ts': violation('@otklik/intake/module'),
  'libs/testing/src/canary.ts': violation('@otklik/tenancy'),
  'services/intake/src/canary.ts': violation('@otklik/routing/module'),
  'services/search/src/canary.ts': violation('../../single/src/main.js'),
  'services/gateway/src/canary.ts': violation('@otklik/event-store'),
  'test/boundaries/canary.ts': violation('@otklik/intake/module'),
  'services/intake/src/appeal/domain/nest.ts': domain('ts/no-restricted-imports', `import '@nestjs/common';`),
  'services/intake/src/appeal/domain/room.ts': domain('ts/no-restricted-imports', `import '../adapters/clock.js';`),
  'services/intake/src/appeal/domain/schema.ts': domain(
    'ts/no-restricted-imports',
    `import { Regime } from '@otklik/contracts/enumerations';\nexport const regime = Regime;`,
  ),
  'services/intake/src/appeal/domain/today.ts': domain('no-restricted-syntax', `export const today = new Date();`),
  'services/intake/src/appeal/domain/now.ts': domain('no-restricted-properties', `export const now = Date.now();`),
  'services/intake/src/appeal/domain/chance.ts': domain(
    'no-restricted-properties',
    `export const chance = Math.random();`,
  ),
  'services/intake/src/appeal/domain/surroundings.ts': domain(
    'no-restricted-globals',
    `export const user = process.title;`,
  ),
  'libs/case/src/schema.ts': domain(
    'ts/no-restricted-imports',
    `import { Regime } from '@otklik/contracts/enumerations';\nexport const regime = Regime;`,
  ),
  'libs/case/src/today.ts': domain('no-restricted-syntax', `export const today = new Date();`),
  'libs/case/src/chance.ts': domain('no-restricted-properties', `export const chance = Math.random();`),
  'services/intake/src/appeal/application/env.ts': domain(
    'no-restricted-properties',
    `export const e = process.env['A'];`,
  ),
  'services/intake/src/mail/application/room.ts': domain('no-restricted-imports', `import '../adapters/table.js';`),
  'services/routing/src/application/table.ts': domain('no-restricted-imports', `import '../adapters/table.js';`),
  'services/routing/src/application/host.ts': domain(
    'no-restricted-imports',
    `import { EventConsumer } from '@otklik/host';\nexport const consumer = EventConsumer;`,
  ),
  'services/routing/src/application/module.ts': domain(
    'no-restricted-imports',
    `import { Module } from '@nestjs/common';\nexport const m = Module;`,
  ),
  'services/routing/src/application/statement.ts': domain(
    'no-restricted-syntax',
    `export const count = (tx: { query(text: string): Promise<unknown> }) => tx.query('select count(*) from routing.question');`,
  ),
  'services/routing/src/store/host.ts': domain('no-restricted-imports', `import { principalOf } from '@otklik/host';`),
  'services/intake/src/mail/store/room.ts': domain('no-restricted-imports', `import '../adapters/table.js';`),
  'services/routing/src/store/use-case.ts': domain(
    'ts/no-restricted-imports',
    `import { FollowAppeal } from '../application/follow-appeal.js';\nexport const other = FollowAppeal;`,
  ),
  'libs/messaging/src/kafka/consumer.ts': domain('no-restricted-imports', `import 'kafkajs';`),
  'deploy/stack/canary.ts': domain('no-restricted-imports', `import '../../services/single/start/teardown.mjs';`),
  'deploy/bootstrap/canary.mjs': domain('no-restricted-syntax', `await import('../../test/run/check.mjs');`),
  'services/single/start/canary.mjs': domain('no-restricted-imports', `import '../../../test/run/check.mjs';`),
  'libs/host/src/pool.ts': domain('no-restricted-syntax', `import pg from 'pg';\nexport const pool = new pg.Pool();`),
  'libs/host/src/begin.ts': domain(
    'no-restricted-syntax',
    `export const begin = (client: { query(text: string): Promise<unknown> }) => client.query('begin');`,
  ),
  'services/web/src/parts/canary.ts': domain('ts/no-restricted-imports', `import '../frame/csv.js';`),
  'services/web/src/frame/queue/canary.ts': domain('ts/no-restricted-imports', `import '../../acts/index.js';`),
  'services/web/src/acts/question/canary.ts': domain('ts/no-restricted-imports', `import '../../desk/calls/calls.js';`),
  'services/web/src/desk/post/canary.ts': domain('ts/no-restricted-imports', `import '../calls/calls.js';`),
  'libs/kernel/src/comment.ts': domain('words/code', `/** Of what nobody is told. */\nexport const comment = 1;`),
  'libs/host/src/message.ts': domain(
    'words/code',
    `export const message = (logger: Console, id: number) => logger.warn(\`what becomes of \${id} is its own fate\`);`,
  ),
  'services/routing/src/loop.ts': domain('words/code', `export const loop = { failed: 'terms stand still or anew' };`),
  'libs/contracts/graphql/canary.graphql': domain('words/text', `"Where it stands."\nscalar Canary`),
  'docs/canary.md': domain('words/text', `What is heard.`),
  'libs/kernel/src/everything.ts': domain('no-restricted-syntax', `export * from './ids.js';`),
  'libs/kernel/src/anything.ts': domain('ts/no-explicit-any', `export const anything: any = 1;`),
  'libs/kernel/src/long.ts': domain('max-lines', `${'export {};\n'.repeat(300)}export const long = 1;`),
  'libs/kernel/src/conditional.ts': domain(
    'no-restricted-syntax',
    `export const one = (a?: number) => ({ ...(a === undefined ? {} : { a }) });`,
  ),
  'services/intake/src/mail/application/private.ts': domain(
    'no-restricted-syntax',
    `export class One {\n  readonly #a = 1;\n  b = () => this.#a;\n}`,
  ),
  'libs/kernel/src/tangled.ts': domain(
    'complexity',
    `export function f(n: number) { ${Array.from({ length: 11 }, (_, n) => `if (n === ${n}) return ${n};`).join(' ')} }`,
  ),
};

/** Imports that must pass: the rules do not refuse everything. */
const allowed = {
  'services/single/src/canary.ts': `import { intakeService } from '@otklik/intake/module';\nexport const a = intakeService;\n`,
  'libs/kernel/src/names-allowed.ts': `/** As \`told\` in \`TellOutcome\`: told-part.ts, heard_lane. */\nexport const told = 'told';\n`,
  'services/intake/src/canary-allowed.ts': `import { refuse } from '@otklik/kernel';\nexport const a = refuse;\n`,
  'libs/kernel/src/commented.ts': `${'// a line\n\n'.repeat(300)}export const commented = 1;\n`,
};

function violation(imported: string): { readonly rule: string; readonly source: string } {
  return { rule: boundary, source: `import * as other from '${imported}';\nexport const canary = other;\n` };
}

function domain(rule: string, source: string): { readonly rule: string; readonly source: string } {
  return { rule, source: `${source}\n` };
}

interface Report {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly message: string }[];
}

let copy: string;
const found = new Map<string, readonly string[]>();

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'otklik-canary-'));
  const root = process.cwd();
  const own = (path: string) => !/\/(node_modules|dist|\.nx|\.otklik)(\/|$)/.test(path.slice(root.length));
  for (const entry of await readdir(root, { withFileTypes: true })) {
    if (entry.isFile() || ['libs', 'services', 'test', 'deploy'].includes(entry.name))
      await cp(join(root, entry.name), join(copy, entry.name), { recursive: true, filter: own });
  }
  await linkPackages(root, copy);
  const bin = (name: string) => join(root, 'node_modules', '.bin', name);
  const options = {
    cwd: copy,
    maxBuffer: 1e8,
    env: { PATH: `${dirname(bin('node'))}:/usr/bin:/bin`, NX_DAEMON: 'false' },
  };
  await promisify(execFile)(bin('nx'), ['show', 'projects'], options);
  // Planted after the graph was computed: a forbidden import in it would turn allowed ones into cycles.
  const files = {
    ...Object.fromEntries(Object.entries(planted).map(([file, { source }]) => [file, source])),
    ...allowed,
  };
  for (const [file, source] of Object.entries(files)) {
    await mkdir(dirname(join(copy, file)), { recursive: true });
    await writeFile(join(copy, file), source);
  }
  const args = ['--format', 'json', ...Object.keys(files)];
  const { stdout } = await promisify(execFile)(bin('eslint'), args, options).catch((e: { stdout: string }) => e);
  for (const { filePath, messages } of JSON.parse(stdout) as Report[])
    found.set(
      filePath.slice(copy.length + 1),
      messages.map(({ ruleId, message }) => ruleId ?? message),
    );
}, 120_000);

/** Third-party packages are linked to the original, our own to the copy. */
async function linkPackages(root: string, to: string): Promise<void> {
  const own = join('node_modules', '@otklik');
  await mkdir(join(to, own), { recursive: true });
  for (const name of await readdir(join(root, 'node_modules')))
    if (name !== '@otklik') await symlink(join(root, 'node_modules', name), join(to, 'node_modules', name));
  for (const name of await readdir(join(root, own)))
    await symlink(await readlink(join(root, own, name)), join(to, own, name));
}

afterAll(() => rm(copy, { recursive: true, force: true }));

describe('a planted violation is refused', () => {
  it.each(Object.entries(planted).map(([file, { rule }]) => [file, rule]))('%s by %s', (file, rule) => {
    expect(found.get(file)).toContain(rule);
  });
});

it.each(Object.keys(allowed))('%s passes', (file) => {
  expect(found.get(file)).toEqual([]);
});

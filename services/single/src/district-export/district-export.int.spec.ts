import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually } from '@otklik/testing';
import { sealOfficialEmail } from '@otklik/vault';
import { createHash, randomUUID } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { addOfficial, officialId } from '@otklik/tenancy/loader';
import { openByPassphrase, sealByPassphrase } from '../backup/sealed-secrets.js';
import type { Composition } from '../composition.js';
import { caughtUp } from '../cli/caught-up.js';
import { composedOnce, type Composed } from '../cli/composed.fixture.js';
import type { Arguments, OperatorCommand } from '../cli/command.js';
import { exportCommand } from '../cli/export.js';
import { importDistrictCommand } from '../cli/import-district.js';
import { intakeOf } from '../cli/operations.js';
import { verifyCommand } from '../cli/verify.js';
import { hashOf, KEYS, readManifest, writeManifest } from './export-folder.js';
import { judgedTables } from './moved-tables.js';
import { ownerTransaction } from './owner-session.js';

const passphrase = 'a passphrase of the spec';
const actor = { kind: 'system', id: 'operator' } as const;
/** An official of Aldan. */
const login = 'aldan.same';
const canary = 'Канарейкинослово';
let work: string;
/** With all districts of the repository, and with Neryungri alone. */
let source: Composed;
let target: Composed;

/** All that the directory says of Aldan; of the platform's classifier its codes. */
function settingsIn({ composition }: Composed): object {
  const { classifier, ...own } = composition.directory.district('aldan')!;
  return { ...own, classifier: classifier?.items() };
}

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'otklik-export-'));
  mkdirSync(join(work, 'districts'));
  for (const name of ['calendars', 'classifier', 'law', 'synonyms.yaml'])
    symlinkSync(resolve('deploy', name), join(work, name));
  cpSync('deploy/districts/kuol.yaml', join(work, 'districts', 'kuol.yaml'));
  source = await composedOnce();
  target = await composedOnce(join(work, 'districts'));
  await addOfficial(source.composition.ownerUrl, {
    login,
    name: 'Свой',
    roles: [{ district: 'aldan', role: 'MODERATOR' }],
  });
  await source.composition.directory.refresh();
  await appealsIn('aldan', ['one@example.org', 'two@example.org', 'three@example.org']);
}, 480_000);
afterAll(async () => {
  await source.end();
  await target.end();
  rmSync(work, { recursive: true, force: true });
}, 60_000);

interface Ran {
  readonly exit: number | string;
  readonly said: readonly string[];
}

async function run(command: OperatorCommand, { composition }: Composed, args: Arguments): Promise<Ran> {
  const said: string[] = [];
  const print = (line: string): void => void said.push(line);
  const report = { print, warn: print, progress: () => undefined };
  const ended = command.execute(composition, args, report, new AbortController().signal);
  return { exit: await ended.catch((error: Error) => error.message), said };
}

const exported = (district: string, folder: string, more: Arguments = {}): Promise<Ran> =>
  run(exportCommand, source, { folder: join(work, folder), district, passphrase, ...more });
const imported = (folder: string, more: Arguments = {}): Promise<Ran> =>
  run(importDistrictCommand, target, { folder: join(work, folder), passphrase, ...more });

function rowsOf<Row extends object>({ composition }: Composed, sql: string, district: string): Promise<readonly Row[]> {
  const { id } = (composition.directory.district(district) ?? source.composition.directory.district(district))!;
  return ownerTransaction(composition.ownerUrl, 'READ', async (tx) => (await tx.query<Row>(sql, [id])).rows);
}

async function settled(composition: Composition): Promise<void> {
  const report = { print: () => undefined, warn: () => undefined, progress: () => undefined };
  expect(await caughtUp(composition, report, new AbortController().signal)).toBe(true);
}

/** Registered and routed appeals of applicants who can be reached, and how many events there are of them. */
async function appealsIn(district: string, contacts: readonly string[]): Promise<void> {
  const { composition } = source;
  const lines = contacts.map((contact, id) =>
    JSON.stringify({ id, text: `${canary} не горит фонарь ${id}`, name: canary, contact }),
  );
  const options = { district: composition.directory.district(district)!, lines, actor, decide: true };
  await intakeOf(composition).importFile(options);
  await settled(composition);
}

const events = (of: Composed, district: string) =>
  rowsOf<{ type: string; n: number }>(
    of,
    ['intake', 'routing', 'responses', 'notifications']
      .map((name) => `select type, count(*)::int as n from ${name}.event where district = $1 group by type`)
      .join(' union all ') + ' order by type',
    district,
  );
const registered = (of: Composed, district: string) =>
  rowsOf<{ readonly number: string }>(
    of,
    `select number, to_jsonb(r) - 'change' as row from search.register r where district = $1 order by id`,
    district,
  );

const rowsIn = (of: Composed, table: string) =>
  rowsOf(of, `select to_jsonb(t)::text as row from ${table} t where district = $1 order by 1`, 'aldan');

it('knows of every table with a district whether its rows leave', async () => {
  const tables = await ownerTransaction(source.composition.ownerUrl, 'READ', (tx) => judgedTables(tx));
  expect(tables.filter(({ moves }) => moves === undefined)).toEqual([]);
  expect(tables.filter(({ moves }) => moves).length).toBeGreaterThan(40);
});

it('leaves no line and no open file where it is interrupted', async () => {
  const folder = join(work, 'interrupted');
  const interrupted = new AbortController();
  const report = { print: () => undefined, warn: () => undefined, progress: () => interrupted.abort() };
  const args = { folder, district: 'aldan', passphrase };
  expect(await exportCommand.execute(source.composition, args, report, interrupted.signal)).toBe(1);
  expect(readdirSync(folder)).toEqual([]);
  expect(openFiles().filter((path) => path.startsWith(folder))).toEqual([]);
});

/** Of this process, where the system tells them; a removed one is among them. */
function openFiles(): readonly string[] {
  const descriptors = '/proc/self/fd';
  if (!existsSync(descriptors)) return [];
  const links = readdirSync(descriptors).map((descriptor) => join(descriptors, descriptor));
  // The descriptor by which the folder was read is closed by now.
  return links.filter((link) => lstatSync(link, { throwIfNoEntry: false })).map((link) => readlinkSync(link));
}

it('refuses a folder that was changed, is foreign or of another passphrase, in one line and without a trace', async () => {
  expect(await exported('aldan', 'a')).toMatchObject({ exit: 0 });
  expect((await exported('aldan', 'a')).exit).toMatch(/is not empty/);
  expect((await imported('nowhere')).exit).toMatch(/is no export of a district/);
  expect((await imported('a', { passphrase: 'another passphrase' })).exit).toMatch(/does not open the secrets/);
  const changed = (name: string, change: (folder: string) => void): void => {
    cpSync(join(work, 'a'), join(work, name), { recursive: true });
    change(join(work, name));
  };
  const edit = (path: string, from: string, to: string) => (folder: string) => {
    const text = readFileSync(join(folder, path), 'utf8');
    expect(text).toContain(from);
    writeFileSync(join(folder, path), text.replace(from, to));
  };
  changed('line', edit('events/routing.jsonl', '"version":1', '"version":9'));
  changed('added', (folder) => appendFileSync(join(folder, 'tables/intake.follow_up.jsonl'), '{}\n'));
  changed('gone', (folder) => rmSync(join(folder, 'directory.jsonl')));
  changed('manifest', edit('manifest.json', '"erasures":0', '"erasures":1'));
  expect((await imported('line')).exit).toMatch(/events\/routing\.jsonl was changed since the export/);
  expect((await imported('added')).exit).toMatch(/follow_up\.jsonl was changed/);
  expect((await imported('gone')).exit).toMatch(/directory\.jsonl of the export is missing/);
  expect((await imported('manifest')).exit).toMatch(/manifest\.json was changed/);

  await addOfficial(target.composition.ownerUrl, {
    login,
    name: 'Другой',
    roles: [{ district: 'kuol', role: 'MODERATOR' }],
  });
  expect(await exported('aldan', 'same')).toMatchObject({ exit: 0 });
  expect((await imported('same')).exit).toMatch(/may have these logins here: aldan\.same/);
  expect(await events(target, 'aldan')).toEqual([]);
  expect(await rowsOf(target, 'select person from vault.person_key where district = $1', 'aldan')).toEqual([]);
}, 120_000);

it('refuses rows of another district, though they were written with the passphrase', async () => {
  expect(await exported('aldan', 'mixed')).toMatchObject({ exit: 0 });
  const folder = join(work, 'mixed');
  const path = 'tables/vault.contact.jsonl';
  const lines = readFileSync(join(folder, path), 'utf8').trim().split('\n');
  const { id } = source.composition.directory.district('kuol')!;
  lines.push(JSON.stringify({ ...(JSON.parse(lines[0]!) as object), district: id }));
  const content = Buffer.from(`${lines.join('\n')}\n`);
  writeFileSync(join(folder, path), content);
  const manifest = await readManifest(folder);
  const sha256 = createHash('sha256').update(content).digest('hex');
  const written = { path, bytes: content.length, sha256, lines: lines.length };
  const files = manifest.files.map((file) => (file.path === path ? written : file));
  await writeManifest(folder, { ...manifest, files });
  const keys = await openByPassphrase(readFileSync(join(folder, KEYS), 'utf8'), passphrase, 'the export');
  const resealed = { ...(JSON.parse(keys) as object), manifest: hashOf({ ...manifest, files }) };
  writeFileSync(join(folder, KEYS), await sealByPassphrase(JSON.stringify(resealed), passphrase));
  expect((await imported('mixed', { sameLogins: true })).exit).toMatch(
    /vault\.contact\.jsonl holds rows of another district/,
  );
  expect(await events(target, 'aldan')).toEqual([]);
}, 120_000);

it('leaves rows of other districts, accounts in networks with their secrets, and front-ends, where they are', async () => {
  const { composition } = source;
  const { id } = composition.directory.district('kuol')!;
  await ownerTransaction(composition.ownerUrl, 'WRITE', (tx) =>
    tx.query(
      `insert into directory.entry (district, kind, code, version, data, valid_to)
       values ($1, 'account', $2, 1, '{"network": "VK", "sealed": "a-secret-of-this-installation"}', now()),
         ($1, 'client', $2, 1, '{"title": "Front", "redirects": ["https://front.example/"], "scopes": ["read"]}', null)`,
      [id, randomUUID()],
    ),
  );
  expect(await exported('kuol', 'kuol')).toMatchObject({ exit: 0 });
  const entries = readFileSync(join(work, 'kuol/directory.jsonl'), 'utf8');
  expect(entries).toContain('"department"');
  expect(entries).not.toMatch(/"account"|a-secret|"client"/);
  const lines = ['tables', 'events'].flatMap((folder) =>
    readdirSync(join(work, 'kuol', folder)).flatMap((file) =>
      readFileSync(join(work, 'kuol', folder, file), 'utf8')
        .split('\n')
        .filter(Boolean),
    ),
  );
  const rows = lines.map((line) => JSON.parse(line) as { readonly district: number });
  expect(rows.filter(({ district }) => district !== id)).toEqual([]);
}, 120_000);

it('brings a district with its past into another installation: same numbers, states, register, and nothing happens twice', async () => {
  const { composition } = source;
  const { id } = composition.directory.district('aldan')!;
  const bytes = Buffer.alloc(600_000, 7);
  const file = randomUUID();
  const staged = await intakeOf(composition).stageSealedFile(id, file, bytes);
  const email = sealOfficialEmail(
    composition.secrets.forPurpose('official-email'),
    officialId('aldan.same'),
    'o@example.org',
  );
  await ownerTransaction(composition.ownerUrl, 'WRITE', async (tx) => {
    await staged.commit(tx as never);
    await tx.query(
      `insert into intake.file (district, id, type, size, sha256, sealed_key, uploaded_at) values ($1, $2, 'image/png', 1, '', '', now())`,
      [id, file],
    );
    await tx.query(
      `insert into directory.entry (district, kind, code, version, data, valid_to)
       select district, kind, code, version + 1, data::jsonb || jsonb_build_object('email', $2::text), now()
       from directory.entry where district = $1 and code = 'aldan.same'`,
      [id, email],
    );
    // What was imported has no letters: one that has not left, due tomorrow, so that it does not leave before the export.
    await tx.query(
      `insert into notifications.delivery (district, notice, appeal, person, kind, way, cause, state, next_at)
       select district, $2, appeal, person, 'REGISTERED', 'EMAIL', $2, 'PENDING', now() + interval '1 day'
       from intake.follow_up where district = $1 limit 1`,
      [id, randomUUID()],
    );
    await tx.query(
      `insert into notifications.alarm (district, id, official, appeal, danger, attempts, next_at)
       select district, $2, $3, appeal, 'GAS', 3, now() + interval '1 day' from intake.follow_up where district = $1 limit 1`,
      [id, randomUUID(), officialId('aldan.same')],
    );
    // Of what stays: it would be tried in vain elsewhere.
    for (const kind of [
      'intake INCOMING_LETTER',
      'intake FOLLOW_UP_LINK',
      'intake POST',
      'notifications PLACED_NOTICE',
    ]) {
      const [service, of] = kind.split(' ');
      const row = `($1, $2, $3, now() + interval '1 day', '{}')`;
      await tx.query(`insert into ${service}.work (district, kind, key, due_at, body) values ${row}`, [
        ...[id, of, randomUUID()],
      ]);
    }
  });
  await settled(composition);
  const workIn = (of: Composed, kinds: string) =>
    rowsOf<{ readonly kind: string }>(
      of,
      ['intake', 'routing', 'notifications']
        .map(
          (name) =>
            `select '${name}' as service, kind, key, due_at, attempts, body from ${name}.work where district = $1`,
        )
        .map((rows) => `select * from (${rows}) w where kind ~ '${kinds}'`)
        .join(' union all ') + ' order by service, kind, key',
      'aldan',
    );
  const leaves = await workIn(source, '^(TERM|ALARM)$');
  expect([...new Set(leaves.map(({ kind }) => kind))].sort()).toEqual(['ALARM', 'TERM']);
  expect(await exported('aldan', 'whole', { readable: true })).toMatchObject({ exit: 0 });
  expect(readFileSync(join(work, 'whole/published/intake.jsonl'), 'utf8')).toContain(canary);
  for (const sealed of ['events/intake.jsonl', 'tables/vault.contact.jsonl', 'tables/notifications.applicant.jsonl'])
    expect(readFileSync(join(work, 'whole', sealed), 'utf8')).not.toMatch(/Канарейкинослово|example\.org/);

  const { exit, said } = await imported('whole', { sameLogins: true });

  expect([exit, said.at(-1)]).toEqual([0, 'Its register equals that of the export.']);
  expect((await imported('whole', { sameLogins: true })).exit).toMatch(/is here already/);
  expect(await registered(target, 'aldan')).toEqual(await registered(source, 'aldan'));
  expect(await events(target, 'aldan')).toEqual(await events(source, 'aldan'));
  for (const table of [
    'intake.number_series',
    'intake.follow_up',
    'intake.question',
    'vault.contact',
    'routing.received',
    'routing.inbox',
    'routing.case_row',
    'notifications.case_row',
  ])
    expect(await rowsIn(target, table)).toEqual(await rowsIn(source, table));
  const waiting = `select distinct attention from notifications.delivery where district = $1 and state = 'PENDING'`;
  expect(await rowsOf(target, waiting, 'aldan')).toEqual([{ attention: 'RESTORED' }]);
  expect(await workIn(target, '')).toEqual(leaves);
  expect(settingsIn(target)).toEqual(settingsIn(source));
  expect((await intakeOf(target.composition).sealedFile(id, file)).equals(bytes)).toBe(true);
  expect(await run(verifyCommand, target, {})).toMatchObject({ exit: 0 });
  const go = { district: target.composition.directory.district('aldan')!, actor, decide: true };
  await intakeOf(target.composition).importFile({ ...go, lines: [JSON.stringify({ id: 99, text: 'Яма' })] });
  const numbers = await eventually(async () => {
    const rows = await registered(target, 'aldan');
    return rows.length === 4 ? rows.map(({ number }) => Number(number.split('-').at(-1))) : undefined;
  }, 20_000);
  expect(numbers.sort()).toEqual([1, 2, 3, 4]);
}, 180_000);

it('brings no erased person back, whether erased before the export or since', async () => {
  const { composition } = source;
  const district = composition.directory.district('tuora')!;
  await appealsIn('tuora', ['before@example.org', 'since@example.org', 'stays@example.org']);
  const { vault } = composition.services.get('intake')!.resources;
  const [before] = await vault.personsOf(district.id, 'before@example.org');
  const [since] = await vault.personsOf(district.id, 'since@example.org');
  await intakeOf(composition).erase({ district: district.id, subject: 'before@example.org', actor, ground: 'COURT' });
  await settled(composition);
  expect(await exported('tuora', 'erased')).toMatchObject({ exit: 0 });
  const ledger = { district: district.id, person: since, ground: 'COURT', erasedAt: '2026-11-01T00:00:00.000000Z' };
  writeFileSync(join(work, 'ledger.jsonl'), `${JSON.stringify(ledger)}\n`);

  const { exit, said } = await imported('erased', { erasures: join(work, 'ledger.jsonl') });

  expect([exit, said]).toEqual([0, expect.arrayContaining([expect.stringMatching(/: erased again\.$/)])]);
  const keys = await rowsOf<{ person: string }>(
    target,
    'select person from vault.person_key where district = $1 and wrapped is null order by person',
    'tuora',
  );
  expect(keys.map(({ person }) => person)).toEqual([before, since].sort());
  const clear = await rowsOf<{ clear: string }>(
    target,
    'select clear::text from search.register where district = $1',
    'tuora',
  );
  expect(clear.filter((row) => row.clear.includes(canary))).toHaveLength(1);
  expect(await run(verifyCommand, target, {})).toMatchObject({ exit: 0 });
}, 180_000);

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { AccessRecords, type Transaction } from '@otklik/tenancy';
import { writeDirectoryIn } from '@otklik/tenancy/loader';
import { eventually, testRoleSecret } from '@otklik/testing';
import { sealOfficialEmail } from '@otklik/vault';
import { randomUUID } from 'node:crypto';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { allHeads, anchorFolder, keyOfChains } from '../anchors/anchor-heads.js';
import { anchorCommand } from './anchor.js';
import type { Arguments, OperatorCommand } from './command.js';
import { composedOnce, type Composed } from './composed.fixture.js';
import { retentionCommand } from './retention.js';
import { trailCommand } from './trail.js';
import { verifyChains } from './verify-chains.js';

const appeal = randomUUID();
const official = randomUUID();
let composed: Composed;
let owner: pg.Client;
beforeAll(async () => {
  composed = await composedOnce();
  owner = new pg.Client({ connectionString: composed.composition.ownerUrl });
  await owner.connect();
  const { services, directory } = composed.composition;
  const district = directory.district('aldan')!.id;
  for (const kind of ['CONTACT', 'CARD', 'EXPORT'])
    await services
      .get('search')!
      .resources.database.scope(district)
      .query(
        `insert into search.contact_opening (district, id, kind, appeal, official, role, at)
        values ($5, $1, $2, $3, $4, 'EXECUTOR', now())`,
        [randomUUID(), kind, kind === 'EXPORT' ? null : appeal, official, district],
      );
  const records = new AccessRecords(services.get('administration')!.resources.database, directory);
  await records.add(
    [district],
    { kind: 'REFUSED', official, detail: 'appeals', at: new Date().toISOString() },
    { once: true },
  );
  await eventually(async () => {
    const { rows } = await owner.query('select from search.chain_block');
    const others = await owner.query('select from administration.chain_block');
    return rows.length > 0 && others.rows.length > 0 ? true : undefined;
  }, 20_000);
  await addController();
}, 120_000);
afterAll(async () => {
  await owner.end();
  await composed.end();
});

async function said(command: OperatorCommand, args: Arguments, code = 0): Promise<readonly string[]> {
  const lines: string[] = [];
  const print = (line: string): void => void lines.push(line);
  const report = { print, warn: print, progress: () => undefined };
  expect(await command.execute(composed.composition, args, report, new AbortController().signal)).toBe(code);
  return lines;
}

async function verified(): Promise<{ readonly differences: number; readonly lines: readonly string[] }> {
  const lines: string[] = [];
  const print = (line: string): void => void lines.push(line);
  const report = { print, warn: print, progress: () => undefined };
  return { differences: await verifyChains(composed.composition, report, new AbortController().signal), lines };
}

const kindsOf = (lines: readonly string[]) => lines.slice(0, -1).map((line) => line.split('  ')[2]);

it('answers who saw an appeal, what an official did, and who saved lists', async () => {
  const of = { district: 'aldan', days: '1', exports: false };
  expect(kindsOf(await said(trailCommand, { ...of, appeal })).sort()).toEqual(['CARD', 'CONTACT']);
  const all = ['CARD', 'CONTACT', 'EXPORT', 'REFUSED'];
  expect(kindsOf(await said(trailCommand, of)).sort()).toEqual(all);
  expect(kindsOf(await said(trailCommand, { ...of, exports: true }))).toEqual(['EXPORT']);
  expect(await said(trailCommand, { ...of, district: 'platform' })).toEqual(['Nothing is on record.']);
});

it('ends evidence past its term, and verify tells what went by its term from what is gone', async () => {
  const { services, directory } = composed.composition;
  const { id: district } = directory.district('kuol')!;
  const { database } = services.get('search')!.resources;
  const fresh = new Date().toISOString();
  for (const at of ['2019-01-01T00:00:00Z', '2019-01-02T00:00:00Z', fresh]) {
    await database.scope(district).query(
      `insert into search.contact_opening (district, id, kind, appeal, official, role, at)
        values ($1, $2, 'CARD', $3, $4, 'EXECUTOR', $5)`,
      [district, randomUUID(), appeal, official, at],
    );
    // Each in a block of its own.
    await eventually(async () => {
      const { rows } = await owner.query<{ isBehind: boolean }>(
        `select (select max(position) from search.contact_opening) > max(through) as "isBehind"
          from search.chain_block where chain = 'contact_opening'`,
      );
      return rows[0]?.isBehind === false ? true : undefined;
    }, 20_000);
  }
  const run = (dryRun: boolean) => said(retentionCommand, { district: 'kuol', dryRun, language: 'en' });
  const listed = expect.stringMatching(/Who opened what: 3 kept, the oldest of 2019-01-01; term 60 months, 2 past it/);
  const planned = await run(true);
  expect(planned).toContainEqual(listed);
  expect(planned.at(-1)).toMatch(/To go: 0 cases, 2 records and drafts/);
  expect((await verified()).differences).toBe(0);

  expect((await run(false)).at(-1)).toMatch(/2 records and drafts went/);
  expect((await run(false)).at(-1)).toMatch(/0 records and drafts went/);
  const whole = await verified();
  expect(whole).toMatchObject({ differences: 0 });
  expect(whole.lines).toContainEqual(expect.stringMatching(/contact_opening: .*, 2 of them removed by their term,/));

  const ofKuol = `district = ${district}`;
  await owner.query(`create temp table kept as select * from search.contact_opening where ${ofKuol}`);
  await owner.query(`delete from search.contact_opening where ${ofKuol}`);
  expect((await verified()).lines.filter((line) => line.includes('ROW_REMOVED'))).toHaveLength(1);
  // Who says that this one went by its term, too, has no signature for it.
  await owner.query(`update search.chain_removal set number = number + 1 where ${ofKuol}`);
  const forged = await verified();
  expect(forged.lines.filter((line) => line.includes('ROW_REMOVED'))).toHaveLength(3);
  expect(forged.lines).toContainEqual(
    expect.stringContaining(`FORGED_REMOVAL search contact_opening, ${ofKuol.replace(' =', '')}`),
  );
  await owner.query(`update search.chain_removal set number = number - 1 where ${ofKuol}`);
  await owner.query('insert into search.contact_opening select * from kept');
  expect(await verified()).toMatchObject({ differences: 0 });
}, 120_000);

/** A controller of the district, whose address is known. */
async function addController(): Promise<void> {
  const { secrets, directory } = composed.composition;
  const id = randomUUID();
  const email = sealOfficialEmail(secrets.forPurpose('official-email'), id, 'controller@aldan.example');
  const data = { id, name: 'Контролёр', roles: [{ role: 'CONTROLLER' as const }], email };
  await owner.query('begin');
  await writeDirectoryIn(owner as unknown as Transaction, (writer) =>
    writer.put(directory.district('aldan')!.id, { kind: 'official', code: 'aldan.controller', data }),
  );
  await owner.query('commit');
  await directory.refresh();
}

it('mails the anchors once a day, and checks them from the letter as it was saved, broken by a mail program, or forged', async () => {
  const none = await said(anchorCommand, { mail: true });
  expect(none).toContain('1 letter(s) with them were sent.');
  expect(none.at(-1)).not.toMatch(/aldan/);
  expect(await said(anchorCommand, { mail: true })).toContain('0 letter(s) with them were sent.');
  const outbox = join(composed.composition.dataDir, 'outbox');
  const [file, ...more] = readdirSync(outbox);
  expect(more).toEqual([]);
  const check = (content: Buffer | string, code = 0) =>
    said(anchorCommand, { check: Buffer.from(content).toString('base64') }, code);
  const letter = readFileSync(join(outbox, file!));
  const [verdict] = await check(letter);
  const count = Number(/^(\d+) anchor/.exec(verdict!)![1]);
  expect(count).toBeGreaterThan(1);
  const copies = readdirSync(anchorFolder(composed.composition).path).map((name) =>
    readFileSync(join(anchorFolder(composed.composition).path, name), 'utf8'),
  );
  const [line = ''] = copies.join('').split('\n');
  expect(await check(`> Дата: вчера\r\n> ${line.replaceAll(/(.{60})/g, '$1\r\n> ')}\r\n`)).toEqual([
    expect.stringMatching(/^1 anchor\(s\) hold/),
  ]);
  const forged = await check(line.replace(/"number":(\d+)/, '"number":1$1'), 1);
  expect(forged[0]).toMatch(/FORGED_ANCHOR .*district/);
  expect((await check(`${line.slice(0, -20)}}`, 1))[0]).toContain('NO_ANCHOR 1 line(s)');
  expect(await check('Здравствуйте!', 1)).toContain('The file holds no anchors.');
}, 30_000);

it('writes anchors as a job beside a cluster, with the roles of the services alone', async () => {
  const { ownerUrl, secrets, dataDir } = composed.composition;
  const database = new URL(ownerUrl);
  database.username = database.password = '';
  const folder = join(dataDir, 'anchors of the job');
  const program = fileURLToPath(new URL('../evidence.main.ts', import.meta.url));
  const bootstrap = fileURLToPath(new URL('../../../../deploy/bootstrap/typescript.mjs', import.meta.url));
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--conditions=@otklik/source', '--import', bootstrap, program, 'anchors'],
    {
      env: {
        PATH: process.env['PATH'],
        DATABASE_URL: database.href,
        OTKLIK_ROLE_SECRET: testRoleSecret,
        OTKLIK_HASH_SECRET: secrets.environment['OTKLIK_HASH_SECRET'],
        KAFKA_BROKERS: '127.0.0.1:1',
        OTKLIK_DATA: mkdtempSync(join(dataDir, 'job-')),
        OTKLIK_ANCHORS: folder,
        OTKLIK_LOG: 'stdout',
      },
    },
  );
  expect(stdout).toContain(keyOfChains(composed.composition).publicKey);
  const written = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  expect(written.join('').trim().split('\n')).toHaveLength((await allHeads(composed.composition)).length);
}, 60_000);

it('finds the trace of an opened contact that was deleted, and blocks that were removed with it once they were anchored', async () => {
  expect(await verified()).toMatchObject({ differences: 0 });
  await said(anchorCommand, { mail: true });
  await said(anchorCommand, { restored: false });
  const district = composed.composition.directory.district('aldan')!.id;
  expect(readdirSync(anchorFolder(composed.composition).path)).toContainEqual(
    expect.stringMatching(`^district-${district}-`),
  );
  expect(await verified()).toMatchObject({ differences: 0 });
  await owner.query(`delete from search.contact_opening where kind = 'CONTACT'`);
  const deleted = await verified();
  expect(deleted.differences).toBe(1);
  expect(deleted.lines).toContainEqual(
    expect.stringMatching(/ROW_REMOVED search contact_opening, district \d+, position \d+, of [0-9a-f-]{36}$/),
  );
  const ofAldan = `district = ${district}`;
  await owner.query(`delete from search.contact_opening where ${ofAldan}`);
  await owner.query(`delete from search.chain_block where ${ofAldan}`);
  expect((await verified()).lines).toContainEqual(
    expect.stringMatching(/NOT_AS_ANCHORED search contact_opening, district \d+, block \d+$/),
  );
  const letters = join(composed.composition.dataDir, 'outbox');
  const kept = readFileSync(join(letters, readdirSync(letters)[0]!)).toString('base64');
  expect((await said(anchorCommand, { check: kept }, 1))[0]).toMatch(
    /NOT_AS_ANCHORED search contact_opening, district/,
  );
  const lines = await said(anchorCommand, { restored: true });
  expect(lines[0]).toMatch(/^1 chain\(s\) were behind their anchors/);
  expect(await verified()).toMatchObject({ differences: 0 });
  expect((await said(anchorCommand, { check: kept }))[0]).toMatch(/^1 anchor\(s\) are of blocks that a restore/);
}, 60_000);

it('names a version of the directory that was added with an earlier day', async () => {
  const before = (await verified()).differences;
  const district = composed.composition.directory.district('aldan')!.id;
  await owner.query(
    `insert into directory.entry (district, kind, code, version, data, valid_from, recorded_at)
     values ($1, 'synonyms', 'forged', 1, '{}', now() - interval '30 days', now() - interval '30 days')`,
    [district],
  );
  await owner.query(
    `insert into directory.entry (district, kind, code, version, data, valid_from)
     values ($1, 'synonyms', 'forged-too', 1, '{}', now() - interval '30 days')`,
    [district],
  );
  const { differences, lines } = await verified();
  const named = lines.filter((line) =>
    /ROW_BACKDATED administration entry, district \d+, position \d+, of /.test(line),
  );
  expect([differences - before, named.length]).toEqual([2, 2]);
}, 60_000);

it('names a version of the directory whose end was moved, taken back, or made', async () => {
  const before = (await verified()).differences;
  const district = composed.composition.directory.district('kuol')!.id;
  const entry = (code: string, word: string) => ({ kind: 'synonyms', code, data: { groups: [[word]] } }) as const;
  await owner.query('begin');
  await writeDirectoryIn(owner as unknown as Transaction, async (writer) => {
    for (const code of ['moved', 'reopened', 'closed']) await writer.put(district, entry(code, 'street'));
    await writer.put(district, entry('moved', 'lane'));
    await writer.close(district, 'synonyms', 'reopened');
  });
  await owner.query('commit');
  expect((await verified()).differences).toBe(before);
  const set = (value: string, code: string) =>
    owner.query(`update directory.entry set valid_to = ${value} where district = $1 and code = $2 and version = 1`, [
      district,
      code,
    ]);
  await owner.query('alter table directory.entry disable trigger user');
  await set(`valid_to + interval '1 minute'`, 'moved');
  await set('null', 'reopened');
  await set('now()', 'closed');
  await owner.query('alter table directory.entry enable trigger user');
  const { differences, lines } = await verified();
  const named = lines.filter((line) => /NOT_AS_RECORDED administration entry_end, district \d+, .*of /.test(line));
  expect([differences - before, named.length]).toEqual([3, 3]);
}, 60_000);

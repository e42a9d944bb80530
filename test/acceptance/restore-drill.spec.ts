import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually, onlyBy, testDatabase, testRoleSecret } from '@otklik/testing';
import { globSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { SMTPServer } from 'smtp-server';
import { wholeSets } from '../world/backup-sets.js';
import { keptCheckout } from '../world/kept-checkout.js';
import { spawnProgram } from '../world/product-process.js';
import { Steps, type Outcome } from '../world/steps.js';
import { startWorld, type World } from '../world/world.js';

const SECOND_MS = 1_000;
const email = 'erased@example.org';
const canary = 'Канарейкинослово';

/**
 * The drill of docs/operations.md: a rotated key, then everything is deleted by hand, and restored to the moment before. It
 * runs as `npm start` leaves a checkout: without the packages that only its build needs.
 */
onlyBy('OTKLIK_PROFILE=single', process.env['OTKLIK_PROFILE'] !== 'cluster', () => {
  let world: World;
  let backups: string;
  let set: string;
  let steps: Steps;
  let checkout: string;
  let mail: SMTPServer;

  beforeAll(async () => {
    mail = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      onData: (stream, _session, taken) => stream.on('end', () => taken(null)).resume(),
    });
    await new Promise<void>((listens) => mail.listen(0, '127.0.0.1', listens));
    const { port } = mail.server.address() as AddressInfo;
    backups = mkdtempSync(join(tmpdir(), 'otklik-backups-'));
    checkout = keptCheckout();
    world = await startWorld({
      checkout,
      embedded: true,
      demo: 'small',
      environment: {
        OTKLIK_BACKUP_TO: backups,
        OTKLIK_BACKUP_PASSPHRASE: 'the passphrase of the drill',
        OTKLIK_LIMIT_ADDRESS: '0',
        OTKLIK_LIMIT_DISTRICT: '0',
        SMTP_URL: `smtp://127.0.0.1:${port}`,
        MAIL_FROM: 'otklik@example.org',
      },
    });
    steps = new Steps(world, 'aldan');
  }, 240_000);
  afterAll(async () => {
    await world.stop();
    rmSync(`${world.dataDir}.broken`, { recursive: true, force: true });
    for (const folder of [backups, checkout]) rmSync(folder, { recursive: true, force: true });
  });

  it('replaces the key encryption key once a set holds the new one', async () => {
    await eventually(async () => wholeSets(backups)[0], 60_000);
    expect(await world.operate('keys', 'rotate')).toMatchObject({ code: 0 });
    await world.end();
    await world.start(checkout);
    await eventually(async () => {
      const { code, output } = await world.operate('keys', 'rotate');
      expect([code, output]).toEqual([0, expect.stringContaining('The old key is removed')]);
      return true;
    }, 60_000);
    set = wholeSets(backups).at(-1)!;
  }, 240_000);

  it('has everything that was acknowledged before a mass deletion, and sends nothing twice', async () => {
    // From here on no letter leaves: each of them waits.
    await new Promise<void>((closed) => mail.close(closed));
    const receipts: Outcome[] = [];
    for (let n = 0; n < 30; n += 1)
      receipts.push(
        await steps.mutate('submitAppeal', {
          text: `Не горит фонарь номер ${n} у школы`,
          contact: `n${n}@example.org`,
        }),
      );
    const text = `${canary}: прошу починить лавку во дворе`;
    const gone = await steps.mutate('submitAppeal', { text, contact: email });
    await steps.registered('Яма на дороге у дома', { contact: 'waiting@example.org' });
    await eventually(async () => (await lettersWaiting()) || undefined, 30_000);
    await sleep(50);
    const before = new Date().toISOString();
    await sleep(50);

    const erased = await world.operate('erase', '--person', email, '--ground', 'asked for it');
    expect([erased.code, erased.output]).toEqual([0, expect.stringContaining(gone.id)]);
    await deleteAll();
    await sleep(3 * SECOND_MS);
    await world.end();
    renameSync(world.dataDir, `${world.dataDir}.broken`);

    const restored = await world.operate('restore', set, '--until', before);
    expect([restored.code, restored.output]).toEqual([0, expect.stringContaining(`is restored to ${before}`)]);
    expect(restored.output).toContain(`${gone.id}: erased again.`);
    expect(filesWith(canary)).toEqual([]);
    await world.start(checkout);

    for (const { id } of receipts) expect(await steps.card(id, steps.login('moderator'))).toBeDefined();
    const verified = await world.operate('verify');
    expect([verified.code, verified.output]).toEqual([0, expect.stringContaining('Everything is whole.')]);
    expect((await world.operate('letters', 'list')).output).toMatch(/REGISTERED {2}EMAIL {2}[^]*\d letter\(s\) wait\./);
    expect(await lettersWaiting()).toBe(0);
    expect((await world.operate('letters', 'sent', 'all')).output).toContain('are recorded as sent');
    expect((await world.operate('letters', 'list')).output).toContain('No letter waits.');
  }, 300_000);

  it('goes on with a new set on the restored data, which is whole', async () => {
    const next = await eventually(async () => wholeSets(backups).find((one) => one > set), 60_000);
    const { code, output } = await world.operate('verify-backup', next);
    expect([code, output]).toEqual([0, expect.stringContaining('The set is whole.')]);
  }, 120_000);

  it.each([
    [['restore', '/nowhere', '--until', 'yesterday'], '--until is a moment with its zone'],
    [['verify-backup', '/nowhere'], 'There is no set /nowhere.'],
    [['backup', '/tmp/never-made', '--keep', '0'], '--keep is a whole number from 1 to 1000.'],
    [['letters', 'send', 'nonsense'], 'No letter nonsense waits'],
  ])(
    'refuses %j in one line',
    async (args, line) => {
      const { code, output } = await world.operate(...args);
      expect([code, output.trim().split('\n')]).toEqual([1, [expect.stringContaining(line)]]);
    },
    60_000,
  );

  it('refuses to restore where the product runs', async () => {
    const { code, output } = await world.operate('restore', set);
    expect([code, output]).toEqual([1, expect.stringContaining('has the data folder')]);
  }, 60_000);

  it('imports and verifies while nothing runs, and migrates another database', async () => {
    await world.end();
    const file = join(backups, 'appeals.jsonl');
    writeFileSync(file, JSON.stringify({ id: 1, text: 'Во дворе второй день не горит фонарь', theme: 'свет' }));
    const imported = await world.operate('import', file, '--district', 'aldan', '--decide', 'message');
    expect([imported.code, imported.output]).toEqual([0, expect.stringContaining('1 added')]);
    const verified = await world.operate('verify');
    expect([verified.code, verified.output]).toEqual([0, expect.stringContaining('Everything is whole.')]);

    const database = await testDatabase();
    const env = { ...process.env, DATABASE_URL: database.url, OTKLIK_ROLE_SECRET: testRoleSecret };
    const migration = spawnProgram(['services/single/bundle/migrate.main.js'], env, checkout);
    expect(await new Promise((done) => migration.once('exit', done))).toBe(0);
    await database.drop();
  }, 240_000);

  async function sql<Row>(text: string): Promise<readonly Row[]> {
    const client = new pg.Client(world.databaseUrl);
    await client.connect();
    try {
      return (await client.query(text)).rows as Row[];
    } finally {
      await client.end();
    }
  }

  async function lettersWaiting(): Promise<number> {
    const rows = await sql<{ n: number }>(
      `select count(*)::int as n from notifications.delivery
       where state = 'PENDING' and way = 'EMAIL' and attention is null`,
    );
    return rows[0]!.n;
  }

  /** As when the condition was forgotten. */
  async function deleteAll(): Promise<void> {
    await sql(`do $$ declare one regclass; begin
      for one in select oid from pg_class where relkind in ('r', 'p') and relnamespace::regnamespace::text in ('intake', 'search', 'vault', 'routing')
        and not relispartition loop execute format('delete from %s', one); end loop; end $$`);
  }

  function filesWith(word: string): readonly string[] {
    const files = globSync(join(world.dataDir, '**/*'), { withFileTypes: true }).filter((entry) => entry.isFile());
    return files.map((entry) => join(entry.parentPath, entry.name)).filter((file) => readFileSync(file).includes(word));
  }
});

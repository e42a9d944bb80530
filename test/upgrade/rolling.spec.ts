import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually, onlyBy } from '@otklik/testing';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepare } from '../../deploy/bootstrap/prepare.mjs';
import { clientOf, type Client } from '../chaos/client.js';
import { processNames, type ProcessName } from '../chaos/cluster.js';
import { Journal } from '../chaos/journal.js';
import { startLoad, type Load } from '../chaos/load.js';
import type { Operated } from '../world/product-process.js';
import { seeded } from '../world/random.js';
import { Steps } from '../world/steps.js';
import { startWorld, type World } from '../world/world.js';
import { Acknowledged } from './acknowledged.js';
import { Deployment } from './deployment.js';
import { holdMigration } from './held-migration.js';
import { lastRelease, type Release } from './release.js';
import { repeatedAfter } from './repeated.js';
import { Waiting } from './waiting.js';

const PRESENT = fileURLToPath(new URL('../../', import.meta.url));
const BUILD_MS = 1_800_000;
const STAGE_MS = 900_000;
/** "Upgrade without downtime": a request may be answered late, by another try of the same key, and no later than this. */
const MAX_SILENCE_MS = 10_000;
const PER_SECOND = 2;
const MIGRATION = 'services/single/bundle/migrate.main.js';

/** "Upgrade without downtime", its rollback, and "Rotate the key encryption key" of docs/operations.md, by their words. */
onlyBy('OTKLIK_PROFILE=cluster', process.env['OTKLIK_PROFILE'] === 'cluster', () => {
  let release: Release;
  let world: World;
  let steps: Steps;
  let acknowledged: Acknowledged;
  let deployment: Deployment;
  let client: Client;
  let load: Load;
  const journal = new Journal();
  let begun = 0;
  let longest = 0;
  let bothKeys = '';

  beforeAll(async () => {
    // Its programs are started by themselves, as those of the release are.
    await prepare({ packages: 'all', build: 'all' });
    release = await lastRelease();
    const environment = { OTKLIK_LIMIT_ADDRESS: '0', OTKLIK_LIMIT_DISTRICT: '0', OTKLIK_TOKEN_MINUTES: '720' };
    world = await startWorld({ demo: 'small', checkout: release.folder, environment });
    steps = new Steps(world, 'aldan');
    acknowledged = new Acknowledged(world, steps);
    await acknowledged.work();
    client = clientOf(world.url, await world.token('aldan.moderator', '--minutes', '720'));
    deployment = await Deployment.inPlaceOf(world);
    const old = deployment.variable('OTKLIK_KEK');
    bothKeys = `rotated:${randomBytes(32).toString('base64')},${old}`;
    await Promise.all(processNames.map((name) => deployment.replace(name, release.folder)));
    load = startLoad({
      client,
      journal,
      random: seeded(7),
      districts: ['aldan'],
      policyRegisters: () => true,
      perSecond: PER_SECOND,
    });
    begun = Date.now();
  }, BUILD_MS);
  afterAll(async () => {
    await load?.stop(1_000);
    await deployment?.stop();
    await world?.stop();
  });

  it(
    'is migrated beside old processes, also when a migration was killed in its midst',
    async () => {
      const held = await holdMigration(world.databaseUrl);
      const killed = deployment.run('intake', PRESENT, [MIGRATION]);
      await held.isWaiting(STAGE_MS / 3);
      killed.kill('SIGKILL');
      await once(killed, 'exit');
      await held.release();
      const both = [MIGRATION, MIGRATION].map((program) => deployment.run('intake', PRESENT, [program]));
      expect(await Promise.all(both.map((one) => once(one, 'exit')))).toEqual([
        [0, null],
        [0, null],
      ]);
      await goesOn();
    },
    STAGE_MS,
  );

  const services: readonly ProcessName[] = processNames.filter((name) => name !== 'gateway' && name !== 'web');
  const stages: readonly (readonly [string, readonly ProcessName[]])[] = [
    ['a new gateway stands before old services', ['gateway']],
    ['an old search follows a new intake, behind an old gateway', services.filter((name) => name !== 'search')],
    ['a new search follows an old intake', ['gateway', 'search']],
    ['an old gateway stands before new services', services],
    ['the gateway is new, and serves the old pages', [...services, 'gateway']],
    ['all are new', processNames],
  ];
  it.each(stages)(
    'loses nothing while %s',
    async (_, newer) => {
      await deploy(newer);
      await goesOn();
    },
    STAGE_MS,
  );

  it(
    'is rolled back, fills the read model of the release by hand, and is upgraded again',
    async () => {
      const newer = new Date();
      await goesOn();
      const done = new Date();
      // What a busy machine has not consumed yet is late, and would look repeated to the release before.
      const { output: consumed } = await operateApart(['verify'], { OTKLIK_KEK: bothKeys });
      expect(consumed).toContain('history');
      expect(consumed).not.toContain('events wait to be consumed');
      const { id } = await acknowledged.work();
      const back = new Date();
      const waiting = await Waiting.of(world.databaseUrl, id);
      await deploy([]);
      await waiting.isDoneByTheReleaseBefore();
      // Old processes read the newer version until then, as it was when the last new one ended.
      expect(await steps.card(id, steps.login('moderator'))).toMatchObject({ row: { id } });
      const restored = await operateApart(['law', 'restore']);
      expect(restored).toEqual({ code: 0, output: expect.stringContaining('are as they were') });
      const { code, output } = await deployment.operate(release.folder, ['rebuild', 'register']);
      expect([code, output]).toEqual([0, expect.stringContaining('register was rebuilt')]);
      await goesOn();
      // Its consumers go on where the reactors were.
      expect(await repeatedAfter(world.databaseUrl, [newer, done], back)).toEqual([]);
      const [again] = await once(deployment.run('intake', PRESENT, [MIGRATION]), 'exit');
      expect(again).toBe(0);
      await deploy(processNames);
      await waiting.goesOnAsWork();
      await waiting.end();
      await goesOn();
    },
    STAGE_MS,
  );

  it(
    'has all that was acknowledged meanwhile',
    async () => {
      await load.stop(60_000);
      expect(journal.refusals).toEqual([]);
      expect(journal.acknowledged).toHaveLength(journal.submissions.length);
      const figures = `${journal.submissions.length} submissions, ${journal.unansweredSince(0)} requests without an answer`;
      console.log(`${figures}, at most ${longest} ms between two acknowledgements`);
      const marks = journal.submissions.map(({ mark }) => mark).toSorted();
      await eventually(async () => {
        expect((await marksOf(client)).toSorted()).toEqual(marks);
        return true;
      }, 60_000);
      await acknowledged.demandWhole(() => deployment.operate(PRESENT, ['verify'], { OTKLIK_KEK: bothKeys }));
    },
    STAGE_MS,
  );

  it(
    'goes on with the new key encryption key alone, once it is rotated',
    async () => {
      const { code, output } = await deployment.operate(PRESENT, ['keys', 'rotate'], { OTKLIK_KEK: bothKeys });
      expect([code, output]).toEqual([0, expect.stringContaining('may be removed from OTKLIK_KEK')]);
      const [rotated] = bothKeys.split(',');
      for (const name of services) await deployment.replace(name, PRESENT, { OTKLIK_KEK: rotated! });
      await acknowledged.work();
      await acknowledged.answerAll();
      await acknowledged.demandWhole(() => deployment.operate(PRESENT, ['verify'], { OTKLIK_KEK: rotated! }));
    },
    STAGE_MS,
  );

  /** By the present tool in a folder of its own: the release before refuses one that a newer tool has used. */
  async function operateApart(args: readonly string[], more: NodeJS.ProcessEnv = {}): Promise<Operated> {
    const folder = await mkdtemp(join(tmpdir(), 'otklik-newer-'));
    await cp(join(world.dataDir, 'secrets.json'), join(folder, 'secrets.json'));
    try {
      return await deployment.operate(PRESENT, args, { ...more, OTKLIK_DATA: folder });
    } finally {
      await rm(folder, { recursive: true });
    }
  }

  /** Services, gateway, web; a rollback the other way round. */
  async function deploy(newer: readonly ProcessName[]): Promise<void> {
    const order: readonly ProcessName[] = [...services, 'gateway', 'web'];
    for (const name of newer.length === 0 ? order.toReversed() : order) {
      const wanted = newer.includes(name) ? PRESENT : release.folder;
      if (deployment.versionOf(name) === wanted) continue;
      await deployment.replace(name, wanted, wanted === PRESENT ? { OTKLIK_KEK: bothKeys } : {});
    }
  }

  /** Pages are served, a case goes its whole way, and no resident had to wait. */
  async function goesOn(): Promise<void> {
    expect((await fetch(world.url)).status).toBe(200);
    await acknowledged.work();
    await acknowledged.answerAll();
    const now = Date.now();
    const silence = journal.longestSilence(begun, now);
    expect(silence).toBeLessThan(MAX_SILENCE_MS);
    longest = Math.max(longest, silence);
    begun = now;
  }

  async function marksOf({ register }: Client): Promise<readonly string[]> {
    const shown = await register('aldan');
    return shown.flatMap(({ text }) => /^знак\d+/.exec(text)?.[0] ?? []);
  }
});

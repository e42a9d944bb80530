import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { onlyBy } from '@otklik/testing';
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres, stopPostgres } from '../../deploy/postgres/embedded-postgres.mjs';
import { wholeSets } from '../world/backup-sets.js';
import { Steps, type Outcome } from '../world/steps.js';
import { startWorld, type World } from '../world/world.js';
import { Acknowledged } from './acknowledged.js';
import { holdMigration } from './held-migration.js';
import { lastRelease, type Release } from './release.js';

const BUILD_MS = 1_200_000;
const JOURNEY_MS = 600_000;
const isCluster = process.env['OTKLIK_PROFILE'] === 'cluster';
const backups = mkdtempSync(join(tmpdir(), 'otklik-backups-'));
const backedUp = { OTKLIK_BACKUP_TO: backups, OTKLIK_BACKUP_PASSPHRASE: 'the passphrase of the upgrade' };

let release: Release;
let world: World;
let steps: Steps;
let acknowledged: Acknowledged;
let received: Outcome;
let casesOfRelease: number;
let setOfRelease: string | undefined;
let upgradedAt: string;

beforeAll(async () => {
  release = await lastRelease();
  const environment = isCluster ? {} : backedUp;
  world = await startWorld({ embedded: !isCluster, demo: 'small', checkout: release.folder, environment });
  steps = new Steps(world, 'aldan');
  acknowledged = new Acknowledged(world, steps);
  received = await acknowledged.work();
  casesOfRelease = await numberOfCases();
  if (!isCluster) expect(await world.operate('backup', backups)).toMatchObject({ code: 0 });
  await world.end();
  setOfRelease = wholeSets(backups).at(-1);
  upgradedAt = new Date().toISOString();
}, BUILD_MS);
afterAll(async () => {
  await world.end();
  await stopPostgres(join(world.dataDir, 'postgres'));
  await world.stop();
  for (const folder of [backups, newerData()]) rmSync(folder, { recursive: true, force: true });
});

onlyBy('OTKLIK_PROFILE=single', !isCluster, () => {
  it(
    'is killed in the midst of its migrations',
    async () => {
      // The start adopts the server.
      await startPostgres({ dataDir: join(world.dataDir, 'postgres') });
      const held = await holdMigration(world.databaseUrl);
      const killed = expect(world.start()).rejects.toThrow('The process ended');
      await held.isWaiting(JOURNEY_MS);
      await world.end('SIGKILL');
      await killed;
      await held.release();
    },
    BUILD_MS,
  );
});

it(
  'finds everything that the last release acknowledged, whole, and brings it to its answer',
  async () => {
    await world.start();
    expect(await numberOfCases()).toBe(casesOfRelease);
    await acknowledged.demandWhole();
    await acknowledged.work();
    await acknowledged.answerAll();
  },
  JOURNEY_MS,
);

it(
  'leaves a folder that the release refuses in one line',
  async () => {
    await world.end();
    await expect(world.start(release.folder)).rejects.toThrow(
      /:\nOtklik: the data folder \S+ was made by a newer Otklik [^\n]* Nothing was changed\.\s*$/,
    );
    await world.start();
    await acknowledged.demandWhole();
  },
  JOURNEY_MS,
);

onlyBy('OTKLIK_PROFILE=single', !isCluster, () => {
  it(
    'goes back to the release by its last backup, with all that the release had acknowledged',
    async () => {
      await world.end();
      renameSync(world.dataDir, newerData());
      const restored = await world.operateFrom(release.folder, 'restore', setOfRelease!, '--until', upgradedAt);
      expect([restored.code, restored.output]).toEqual([0, expect.stringContaining(`is restored to ${upgradedAt}`)]);
      await world.start(release.folder);
      expect(await steps.card(received.id, steps.login('moderator'))).toBeDefined();
      expect(await numberOfCases()).toBe(casesOfRelease);
      const { code, output } = await world.operate('verify');
      expect([code, output]).toEqual([0, expect.stringContaining('Everything is whole.')]);
    },
    JOURNEY_MS,
  );
});

function newerData(): string {
  return `${world.dataDir}.newer`;
}

async function numberOfCases(): Promise<number> {
  const { data } = await world.ask(
    'query ($district: String!) { appeals(district: $district, first: 1) { total } }',
    { district: 'aldan' },
    { as: steps.login('coordinator') },
  );
  return (data!['appeals'] as { total: number }).total;
}

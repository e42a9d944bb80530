import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Steps } from '../world/steps.js';
import { startWorld, type World } from '../world/world.js';
import { Acknowledged } from './acknowledged.js';
import { lastRelease, type Release } from './release.js';

const BUILD_MS = 1_200_000;
const JOURNEY_MS = 300_000;
const isCluster = process.env['OTKLIK_PROFILE'] === 'cluster';

let release: Release;
let world: World;
let steps: Steps;
let acknowledged: Acknowledged;

beforeAll(async () => {
  release = await lastRelease();
  world = await startWorld({ embedded: !isCluster, demo: 'small', checkout: release.folder });
  steps = new Steps(world, 'aldan');
  acknowledged = new Acknowledged(world, steps);
  await acknowledged.work();
}, BUILD_MS);
afterAll(() => world.stop());

it(
  'finds everything that the last release acknowledged, whole, and brings it to its answer',
  async () => {
    const before = await numberOfCases();
    await world.end();
    await world.start();
    expect(await numberOfCases()).toBe(before);
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

async function numberOfCases(): Promise<number> {
  const { data } = await world.ask(
    'query ($district: String!) { appeals(district: $district, first: 1) { total } }',
    { district: 'aldan' },
    { as: steps.login('coordinator') },
  );
  return (data!['appeals'] as { total: number }).total;
}

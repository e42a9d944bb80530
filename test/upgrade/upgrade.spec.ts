import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { rmSync } from 'node:fs';
import { Steps, type Outcome } from '../world/steps.js';
import { startWorld, type World } from '../world/world.js';
import { lastRelease, mixedCheckout, type Release } from './release.js';

const BUILD_MS = 1_200_000;
const JOURNEY_MS = 300_000;
const isCluster = process.env['OTKLIK_PROFILE'] === 'cluster';

let release: Release;
let world: World;
let steps: Steps;
/** What has been acknowledged, by whatever version: messages that wait for the moderator, and cases in work. */
const received: Outcome[] = [];
const begun: Outcome[] = [];
const mixed: string[] = [];

beforeAll(async () => {
  release = await lastRelease();
  world = await startWorld({ embedded: !isCluster, demo: 'small', checkout: release.folder });
  steps = new Steps(world, 'aldan');
  await work();
}, BUILD_MS);
afterAll(async () => {
  await world.stop();
  for (const folder of mixed) rmSync(folder, { recursive: true });
});

it(
  'finds everything that the last release acknowledged, whole, and brings it to its answer',
  async () => {
    const before = await numberOfCases();
    await goOn();
    expect(await numberOfCases()).toBe(before);
    await everythingIsWhole();
    await work();
    await everythingIsAnswered();
  },
  JOURNEY_MS,
);

const halves = [['intake', 'routing', 'responses', 'notifications'], ['search']];
// In one process nothing is old and new at the same time.
for (const old of isCluster ? halves : [])
  it(
    `loses nothing while ${old.join(', ')} are still the release’s`,
    async () => {
      mixed.push(mixedCheckout(release, old));
      await goOn(mixed.at(-1));
      await work();
      await everythingIsAnswered();
      await goOn();
      await everythingIsWhole();
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
    await everythingIsWhole();
  },
  JOURNEY_MS,
);

async function goOn(checkout?: string): Promise<void> {
  await world.end();
  await world.start(checkout);
}

async function work(): Promise<void> {
  received.push(await steps.mutate('submitAppeal', { text: 'Не горит фонарь у школы', contact: 'one@example.org' }));
  const { receipt } = await steps.registered('Яма на дороге у дома 12', { contact: 'two@example.org' });
  begun.push(receipt);
}

async function everythingIsAnswered(): Promise<void> {
  const all = begun.splice(0);
  for (const { id } of all) {
    const card = await steps.card(id, steps.login('coordinator'));
    await steps.answered(card!, 'Яма заделана.');
  }
  for (const { id } of all) await steps.cardWithQuestion(id, steps.login('coordinator'), 'ANSWERED');
  received.push(...all);
}

async function everythingIsWhole(): Promise<void> {
  for (const { id } of [...received, ...begun])
    expect([id, await steps.card(id, steps.login('moderator'))]).toEqual([id, expect.anything()]);
  const { code, output } = await world.operate('verify');
  expect([code, output]).toEqual([0, expect.stringContaining('Everything is whole.')]);
}

async function numberOfCases(): Promise<number> {
  const { data } = await world.ask(
    'query ($district: String!) { appeals(district: $district, first: 1) { total } }',
    { district: 'aldan' },
    { as: steps.login('coordinator') },
  );
  return (data!['appeals'] as { total: number }).total;
}

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@otklik/testing';
import { CONSENT } from '../world/steps.js';
import { startWorld, type World } from '../world/world.js';

/** A file of real appeals outside the repository (`{id, text, …}` a line); it is read, never copied. */
const REAL = process.env['OTKLIK_APPEALS'];
const MADE = 600;
const DISTRICT = 'aldan';

const matters = [
  'не вывозят мусор, контейнеры переполнены',
  'не горят фонари, детям темно идти из школы',
  'дорогу размыло, машины вязнут в грязи',
  'в домах холодные батареи, отопление слабое',
  'бродят безнадзорные собаки, страшно за детей',
];

/** Lines of a file, with ids from `first` on. */
function made(first: number): string {
  const lines = Array.from({ length: MADE }, (_, index) => ({
    id: first + index,
    text: `Посёлок Дальний, улица ${first + index}-я Заречная: ${matters[index % matters.length]}. Просим разобраться и ответить.`,
    theme: 'как назвал источник',
  }));
  return lines.map((line) => JSON.stringify(line)).join('\n');
}

let folder: string;
let world: World;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'otklik-import-'));
  world = await startWorld({ demo: 'small' });
}, 120_000);
afterAll(async () => {
  await world?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function total(query: string): Promise<number> {
  const { data, errors } = await world.ask(
    'query ($district: String!, $query: String!) { search(districts: [$district], query: $query, first: 1) { total } }',
    { district: DISTRICT, query },
    { as: `${DISTRICT}.analyst` },
  );
  if (errors[0]) throw new Error(errors[0].message);
  return (data!['search'] as { total: number }).total;
}

/** Every line is added, registered and found; a second import adds nothing; `verify` finds no difference. */
async function importAll(file: string, count: number): Promise<void> {
  const before = await total('');
  const first = await world.operate('import', file, '--district', DISTRICT, '--decide', 'message');
  expect(first.output).toContain(`${count} added, 0 there already, ${count} registered`);
  const again = await world.operate('import', file, '--district', DISTRICT, '--decide', 'message');
  expect(again.output).toContain(`0 added, ${count} there already, 0 registered`);
  await eventually(async () => ((await total('')) === before + count ? true : undefined), 60_000);
  const verified = await world.operate('verify');
  expect([verified.code, verified.output]).toEqual([0, expect.stringContaining('Everything is whole.')]);
}

describe('import', () => {
  it('starts with a complete demonstration world', () => {
    expect(existsSync(join(world.dataDir, 'demo-made'))).toBe(true);
  });

  it(`adds ${MADE} generated appeals once, finds them by any form of their words, and passes verify`, async () => {
    const file = join(folder, 'made.jsonl');
    writeFileSync(file, made(10_000));
    await importAll(file, MADE);
    expect(await total('безнадзорная собака')).toBeGreaterThanOrEqual(MADE / matters.length);
  }, 240_000);

  it('reports malformed lines and adds the rest', async () => {
    const file = join(folder, 'bad.jsonl');
    writeFileSync(
      file,
      ['{"id": 1, "text": "На площади сломана скамейка"}', '{"id": 2, "text": ', '{"id": 3}'].join('\n'),
    );
    const { code, output } = await world.operate('import', file, '--district', DISTRICT);
    expect(code).toBe(1);
    expect(output).toMatch(/line 2/);
    expect(output).toMatch(/line 3/);
    expect(output).toContain('1 added');
  }, 60_000);

  const real = REAL === undefined ? it.skip : it;
  if (REAL === undefined) console.warn('SKIPPED: OTKLIK_APPEALS names no file of real appeals to import.');
  real(
    'adds the real appeals that OTKLIK_APPEALS names',
    async () => {
      const count = readFileSync(REAL!, 'utf8').split('\n').filter(Boolean).length;
      await importAll(REAL!, count);
    },
    240_000,
  );

  it('does not keep an erasure from clearing every index while it runs', async () => {
    const contact = 'resident@example.org';
    const input = {
      district: DISTRICT,
      key: crypto.randomUUID(),
      text: 'Канарейкинослово не горит',
      contact,
      consent: CONSENT,
    };
    const { errors } = await world.ask(
      'mutation ($input: SubmitAppealInput!) { submitAppeal(input: $input) { __typename } }',
      { input },
    );
    expect(errors).toEqual([]);
    await eventually(async () => ((await total('канарейкинослово')) === 1 ? true : undefined), 30_000);
    const file = join(folder, 'beside.jsonl');
    writeFileSync(file, made(20_000));
    const importing = world.operate('import', file, '--district', DISTRICT, '--decide', 'message');
    const { code, output } = await world.operate('erase', '--person', contact, '--ground', 'отзыв согласия');
    expect([code, output]).toEqual([0, expect.stringContaining('are clean')]);
    expect(await total('канарейкинослово')).toBe(0);
    await importing;
  }, 240_000);
});

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually, isNight } from '@otklik/testing';
import { verifyLog } from '@otklik/event-store';
import { IntakeOperations } from '@otklik/intake/module';
import { SearchOperations } from '@otklik/search/module';
import { execFileSync } from 'node:child_process';
import { sealedFieldsOf } from '../sealed-fields.js';
import { services } from '../services.js';
import { filesOtherwise } from './attachments.fixture.js';
import { Chance } from './chance.fixture.js';
import { invariants } from './invariants.fixture.js';
import { ModelProduct } from './model-product.fixture.js';
import { Quarter } from './quarter.fixture.js';
import { storyOf } from './story.fixture.js';
import { strays } from './strays.fixture.js';
import { tracesOfTheErased } from './traces.fixture.js';

/**
 * Whole cases of two districts through a quarter: what must hold of them is looked at from outside, by the facts alone, whenever
 * nothing is on its way. A commit is judged by few cases, of a seed that is another one with each commit; the night by many, by
 * chance. OTKLIK_MODEL_SEED=random looks further too, a number repeats a run, OTKLIK_MODEL_APPEALS makes it larger.
 */
const asked = process.env['OTKLIK_MODEL_SEED'] ?? (isNight ? 'random' : seedOfCommit());
const seed = asked === 'random' ? Math.floor(Math.random() * 1e9) : Number(asked);
const appeals = Number(process.env['OTKLIK_MODEL_APPEALS'] ?? (isNight ? 100 : 8));
const DAYS = 92;
const BEGINNING = '2026-03-16T00:00:00.000Z';
const TIMEOUT_MS = 60_000 + appeals * 60_000;

function seedOfCommit(): number {
  try {
    const name = execFileSync('git', ['rev-parse', 'HEAD'], {
      cwd: import.meta.dirname,
      encoding: 'utf8',
      stdio: 'pipe',
    });
    return Number.parseInt(name.slice(0, 7), 16);
  } catch {
    // Sources without their history.
    return 1;
  }
}

const product = new ModelProduct();
const quarter = new Quarter(product, new Chance(seed));

beforeAll(async () => {
  await product.start(BEGINNING);
  await quarter.play({ appeals, from: BEGINNING, days: DAYS });
}, TIMEOUT_MS);

afterAll(async () => {
  const counts = [...quarter.counts].sort().map(([what, times]) => `${times} × ${what}`);
  console.info([`seed ${seed}, ${appeals} appeals in ${DAYS} days`, ...counts].join('\n  '));
  const facts = await quarter.facts();
  for (const [name, found] of quarter.violations)
    for (const what of found) console.info(`${name}: ${what}\n${storyOf(what, facts)}`);
  await product.stop();
}, 60_000);

/** Beside what is looked at by the facts: what each answer of the product must keep to. */
const ofAnswers = [
  'noFault',
  'aRepeatedCommandRecordsNothing',
  'nothingInTheOtherDistrict',
  'everythingIsDelivered',
  'everyPromiseIsOnItsDay',
  'nobodyActsForThePresent',
  'nobodyActsBeyondTheirs',
] as const;

it.each([...Object.keys(invariants), ...ofAnswers])(
  '%s, with any actor and anything late, doubled or killed',
  (name) => {
    expect([...(quarter.violations.get(name) ?? [])]).toEqual([]);
  },
);

it(
  'knows every case as of any day as it was known on that day',
  async () => {
    const wrong: unknown[] = [];
    for (const { one, at, row } of quarter.snapshots) {
      const then = await quarter.rowOf(one, at);
      if (then !== row) wrong.push({ case: one.index, at, was: row, is: then });
    }
    expect(wrong).toEqual([]);
  },
  TIMEOUT_MS,
);

it('has nothing of one district in the other', async () => {
  expect(await strays(product, quarter.cases)).toEqual([]);
});

it('opens every file of a case in its own district alone, and none of an erased applicant', async () => {
  expect(await filesOtherwise(quarter, await quarter.facts())).toEqual([]);
}, 120_000);

it(
  'keeps nothing personal of an erased applicant, though the case goes on record',
  async () => {
    // Keys of the last who was erased are cached for five seconds more.
    await eventually(async () => {
      expect(await tracesOfTheErased(quarter)).toEqual([]);
      return true;
    }, 10_000);
  },
  TIMEOUT_MS,
);

it(
  'has whole logs, numbers without a gap, and a register like a replay of the history',
  async () => {
    for (const { name, publish } of services) {
      const { worker, vault } = product.opened.own.get(name)!;
      if (publish === undefined) continue;
      const found = await verifyLog(worker, name, { vault, sealedFields: sealedFieldsOf(name) });
      expect({ name, differences: found.differences }).toEqual({ name, differences: [] });
    }
    expect(await product.get(IntakeOperations).verifyNumbers()).toEqual([]);
    const models = product.get(SearchOperations).readModels();
    for (const name of models.names) expect(await models.verify(name)).toMatchObject({ differences: [] });
  },
  TIMEOUT_MS,
);

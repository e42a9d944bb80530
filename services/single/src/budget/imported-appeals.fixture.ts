import { NestFactory } from '@nestjs/core';
import { IntakeOperations } from '@otklik/intake/module';
import { testDatabase, testRoleSecret, type TestDatabase } from '@otklik/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { compose, Services, type LocalComposition } from '../compose.js';
import { startMeasuredServer, type MeasuredServer, type Statement } from './measured-server.fixture.js';
import { statementName } from './statement-name.fixture.js';

export const APPEALS = 20;

/** What a statement, or a table, costs all appeals. */
export interface Cost {
  readonly statements: ReadonlyMap<string, number>;
  readonly plans: ReadonlyMap<string, number>;
  readonly rows: ReadonlyMap<string, number>;
}

/** Time in which each poll is seen at rest. */
const REST_MS = 6_500;
const SETTLED_MS = 1_500;
const POLL_INTERVAL_MS = 250;

/** The term of their registration is over, that of the answer is not: warnings are due at once. */
const RECEIVED_DAYS_AGO = 10;
const DAY_MS = 86_400_000;

const MATTERS = [
  'не вывозят мусор, контейнеры переполнены',
  'не горят фонари, детям темно идти из школы',
  'дорогу размыло, машины вязнут в грязи',
  'в домах холодные батареи, отопление слабое',
  'бродят безнадзорные собаки, страшно за детей',
];

function lines(): readonly string[] {
  return Array.from({ length: APPEALS }, (_, index) =>
    JSON.stringify({
      id: index,
      receivedAt: new Date(Date.now() - RECEIVED_DAYS_AGO * DAY_MS).toISOString(),
      text: `Посёлок Дальний, улица ${index}-я Заречная: ${MATTERS[index % MATTERS.length]}. Просим разобраться и ответить.`,
    }),
  );
}

/**
 * Imports appeals into one process whose consumers do not run yet, then lets these consume all of it: so the batches are the
 * same on each machine. Statements that run without any appeal, too, are polls and not counted.
 */
export async function costOfImportedAppeals(): Promise<Cost> {
  const server = await startMeasuredServer();
  process.env['OTKLIK_TEST_POSTGRES'] = server.url;
  process.env['OTKLIK_ROLE_SECRET'] = testRoleSecret;
  const database = await testDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'otklik-budget-data-'));
  try {
    return await measure(server, database, dataDir);
  } finally {
    await database.drop();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measure(server: MeasuredServer, database: TestDatabase, dataDir: string): Promise<Cost> {
  const name = new URL(database.url).pathname.slice(1);
  const running = (
    work: (composition: LocalComposition, run: () => Promise<void>, intake: IntakeOperations) => Promise<void>,
  ) => composed(database.url, dataDir, work);
  await running(async (_, run) => {
    await run();
    await sleep(REST_MS);
  });
  const atRest = await server.statements(name);
  const rowsAtRest = await server.rows(name);
  let after: readonly Statement[] = [];
  await running(async (composition, run, intake) => {
    const district = composition.directory.district('aldan')!;
    const actor = { kind: 'system', id: 'operator' } as const;
    await intake.importFile({ district, lines: lines(), actor, decide: true });
    await run();
    after = await settled(composition, () => server.statements(name), atRest);
  });
  const rows = await server.rows(name);
  const counted = beyond(after, atRest);
  return {
    statements: sums(counted.map(({ text, calls }) => [statementName(text), calls])),
    plans: sums(counted.map(({ text, plans }) => [statementName(text), plans])),
    rows: new Map(
      [...rows].map(([table, n]) => [table, n - (rowsAtRest.get(table) ?? 0)] as const).filter(([, n]) => n > 0),
    ),
  };
}

/** Runs `work` in an application that answers no requests. */
async function composed(
  databaseUrl: string,
  dataDir: string,
  work: (composition: LocalComposition, run: () => Promise<void>, intake: IntakeOperations) => Promise<void>,
): Promise<void> {
  const steps: (() => unknown)[] = [];
  const teardown = (step: () => unknown): void => void steps.push(step);
  try {
    const composition = await compose({ dataDir, databaseUrl, embedded: false, teardown });
    const imports = composition.modules.map(({ module }) => module);
    const app = await NestFactory.createApplicationContext({ module: Services, imports }, { logger: false });
    teardown(() => app.close());
    await work(composition, () => composition.run(app), app.get(IntakeOperations, { strict: false }));
  } finally {
    for (const step of steps.reverse()) await step();
  }
}

/** Those that did not run at rest. */
function beyond(after: readonly Statement[], atRest: readonly Statement[]): readonly Statement[] {
  const known = new Set(atRest.map(({ id }) => id));
  return after.filter(({ id }) => !known.has(id));
}

/** The statements once all events are consumed and no counted statement runs any more. */
async function settled(
  composition: LocalComposition,
  read: () => Promise<readonly Statement[]>,
  atRest: readonly Statement[],
): Promise<readonly Statement[]> {
  let before = -1;
  for (let since = performance.now(); ;) {
    const statements = await read();
    const calls = beyond(statements, atRest).reduce((sum, one) => sum + one.calls, 0);
    if (calls !== before || (await (await composition.backlog())()) > 0) since = performance.now();
    else if (performance.now() - since > SETTLED_MS) return statements;
    before = calls;
    await sleep(POLL_INTERVAL_MS);
  }
}

function sums(entries: readonly (readonly [string, number])[]): ReadonlyMap<string, number> {
  const all = new Map<string, number>();
  for (const [name, n] of entries) all.set(name, (all.get(name) ?? 0) + n);
  return all;
}

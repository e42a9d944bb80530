import { testDatabase, testRoleSecret } from '@otklik/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeAlone } from '../compose.js';
import type { Composition } from '../composition.js';

export interface Composed {
  readonly composition: Composition;
  end(): Promise<void>;
}

/** All services in the process of the spec, for commands that are executed right there. `districts`: the folder of those it has. */
export async function composedOnce(districts?: string): Promise<Composed> {
  process.env['OTKLIK_ROLE_SECRET'] = testRoleSecret;
  if (districts !== undefined) process.env['OTKLIK_DISTRICTS'] = districts;
  const database = await testDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'otklik-composed-'));
  const steps: (() => unknown)[] = [];
  const teardown = (step: () => unknown): void => void steps.push(step);
  const composition = await composeAlone({ dataDir, databaseUrl: database.url, embedded: false, teardown });
  delete process.env['OTKLIK_DISTRICTS'];
  const { activity } = composition.services.get('search')!.resources;
  // What a spec writes by itself ends no rest, and a chain would wait five seconds for it.
  const awake = setInterval(() => activity?.noted(), 1_000);
  return {
    composition,
    async end() {
      clearInterval(awake);
      for (const step of steps.reverse()) await step();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

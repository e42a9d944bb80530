import { loadOfficials } from '@otklik/tenancy';
import type { FastifyInstance } from 'fastify';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Composition } from '../composition.js';
import { asking } from './ask.js';
import { readDemoAppeals } from './demo-appeal.js';
import { makeDemoWorld } from './demo-world.js';

/**
 * The demonstration world, at the first start, unless it is switched off. Never on an address that others can reach, and
 * never with another issuer's officials. Should it not get finished, the next start goes on with it.
 */
export async function runDemo(
  composition: Composition,
  { fastify, loopback, say }: { fastify: FastifyInstance; loopback: boolean; say: (line: string) => void },
): Promise<void> {
  const { config, dataDir, directory, ownerUrl, tokens, logger } = composition;
  const done = join(dataDir, 'demo-made');
  const officials = join(config.districts, 'demo', 'officials.yaml');
  const wanted = config.demo !== 'off' && loopback && config.issuer === undefined && existsSync(officials);
  if (!wanted || existsSync(done)) return;
  await loadOfficials(ownerUrl, officials);
  await directory.refresh();
  const appeals = await readDemoAppeals(join(config.districts, 'demo', 'appeals.yaml'));
  say(`Making the demonstration world: ${appeals.length} appeals (OTKLIK_DEMO=off leaves it out) …`);
  try {
    await makeDemoWorld({ ask: asking(fastify), tokens, directory, appeals, progress: () => undefined });
    await writeFile(done, 'The demonstration world was made; without this file the next start completes it.\n');
  } catch (error) {
    logger.error('The demonstration world is not complete.', { error });
    say(`The demonstration world is not complete (${(error as Error).message}); the next start goes on with it.`);
  }
}

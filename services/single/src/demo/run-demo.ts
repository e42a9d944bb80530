import { loadOfficials } from '@otklik/tenancy/loader';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Composition } from '../composition.js';
import { asking, type Post } from './ask.js';
import { readDemoAppeals } from './demo-appeal.js';
import { makeDemoWorld } from './demo-world.js';

/** Makes the world's appeals through this door; tells the operator of it. */
export type MakeDemo = (post: Post, say: (line: string) => void) => Promise<void>;

/**
 * The demonstration world, at the first start, unless it is switched off. Never on an address that others can reach, and
 * never with another issuer's officials. Its officials are there when this resolves, and its appeals when they are made;
 * should they not get finished, the next start goes on with them.
 */
export async function prepareDemo(composition: Composition, loopback: boolean): Promise<MakeDemo> {
  const { config, dataDir, directory, ownerUrl } = composition;
  const done = join(dataDir, 'demo-made');
  const officials = join(config.districts, 'demo', 'officials.yaml');
  const wanted = config.demo !== 'off' && loopback && config.issuer === undefined && existsSync(officials);
  if (!wanted || existsSync(done)) return () => Promise.resolve();
  await loadOfficials(ownerUrl, officials);
  await directory.refresh();
  return (post, say) => makeAppeals(composition, done, post, say);
}

async function makeAppeals(
  { config, directory, tokens, logger }: Composition,
  done: string,
  post: Post,
  say: (line: string) => void,
): Promise<void> {
  const appeals = await readDemoAppeals(join(config.districts, 'demo', 'appeals.yaml'));
  say(`Making the demonstration world: ${appeals.length} appeals (OTKLIK_DEMO=off leaves it out) …`);
  try {
    await makeDemoWorld({ ask: asking(post), tokens, directory, appeals, progress: () => undefined });
    await writeFile(done, 'The demonstration world was made; without this file the next start completes it.\n');
  } catch (error) {
    logger.error('The demonstration world is not complete.', { error });
    say(`The demonstration world is not complete (${(error as Error).message}); the next start goes on with it.`);
  }
}

import { loadOfficials } from '@otklik/tenancy/loader';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Composition } from '../composition.js';
import { asking, type Post } from './ask.js';
import { readDemoAppeals } from './demo-appeal.js';
import { makeDemoWorld } from './demo-world.js';

/** Makes the appeals through GraphQL; `say`: for the operator. */
export type MakeDemo = (post: Post, say: (line: string) => void) => Promise<void>;

/**
 * The demonstration world, at the first start on a loopback address with our own issuer, unless it is switched off. Its
 * officials exist when this resolves; an interrupted making of its appeals is resumed by the next start.
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

import { WrongConfiguration } from '@otklik/host';
import { loadOfficials } from '@otklik/tenancy/loader';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { parse } from 'yaml';
import type { Composition } from '../composition.js';
import type { SimulatedClock } from '../simulated-clock.js';
import { asking, injected, uploaded, type Injecting, type Post } from './ask.js';
import { DemoActions, type DemoTemplates } from './demo-actions.js';
import { readDemoAppeals } from './demo-appeal.js';
import { enterDemoAccounts, readDemoPages, writeDemoComments } from './demo-networks.js';
import { demoOfficialsFile } from './demo-officials.js';
import { makeDemoWorld } from './demo-world.js';
import { makeQuarter } from './make-quarter.js';
import { QUARTER_END } from './end-of-simulation.js';
import { hasOwnNetworks } from './open-networks.js';
import { planQuarter, type QuarterFile } from './quarter-plan.js';

type Say = (line: string) => void;

/** The demonstration world that a start is to make; an interrupted making is resumed by the next start. */
export interface Demo {
  readonly hasQuarterToMake: boolean;
  /** The past quarter, by the process's own clock: to be made before anyone else is served. */
  makeQuarter(fastify: Injecting, clock: SimulatedClock, print: Say): Promise<void>;
  /** What came today, one appeal in each state; `networks`: the page of the networks in which residents write. */
  makeToday(post: Post, print: Say, networks: string | undefined): Promise<void>;
}

const UNLISTED =
  'With OTKLIK_OPERATIONS=listed no demonstration can be made: start it once with any, or set OTKLIK_DEMO=off';
const NOTHING: Demo = {
  hasQuarterToMake: false,
  makeQuarter: () => Promise.resolve(),
  makeToday: () => Promise.resolve(),
};

/**
 * The demonstration at the first start on a loopback address with our own issuer, unless it is switched off. Its officials
 * exist when this resolves. `runsAny`: the gateway runs operations that are in no list, as the demonstration's are.
 */
export async function prepareDemo(composition: Composition, loopback: boolean, runsAny = true): Promise<Demo> {
  const { config, directory, ownerUrl } = composition;
  const folder = join(config.districts, 'demo');
  const officials = demoOfficialsFile(config, loopback);
  const made = [
    'demo',
    ...(config.demo === 'small' ? [] : ['demo-quarter']),
    ...(hasOwnNetworks(config) ? ['demo-networks'] : []),
  ];
  if (officials === undefined || made.every((name) => existsSync(madeFile(composition, name)))) return NOTHING;
  if (!runsAny) throw new WrongConfiguration(UNLISTED);
  await loadOfficials(ownerUrl, officials);
  await directory.refresh();
  const once = (what: string, name: string, print: Say, work: () => Promise<void>) =>
    makeOnce(composition, { what, name, print }, work);
  return {
    hasQuarterToMake: config.demo !== 'small' && !existsSync(madeFile(composition, 'demo-quarter')),
    makeQuarter: async (fastify, clock, print) => {
      await once('The demonstration’s quarter', 'demo-quarter', print, () =>
        quarter(composition, folder, fastify, clock, print),
      );
    },
    makeToday: async (post, print, networks) => {
      const appeals = await readDemoAppeals(join(folder, 'appeals.yaml'));
      print(`Making today's appeals of the demonstration: ${appeals.length} (OTKLIK_DEMO=off leaves it out) …`);
      const actions = new DemoActions({ ...composition, ask: asking(post) });
      const templates = parse(await readFile(join(folder, 'templates.yaml'), 'utf8')) as DemoTemplates;
      const written = networks === undefined ? undefined : await inNetworks(composition, folder, { post, networks });
      // Before today's appeals: while these are made, the product begins to listen.
      if (written) await once('The accounts in the networks', 'demo-accounts', print, () => written.enter());
      await once('The demonstration world', 'demo', print, async () => {
        await actions.saveTemplates(templates);
        await makeDemoWorld(actions, appeals);
      });
      if (written) await once('What residents wrote in the networks', 'demo-networks', print, () => written.say());
    },
  };
}

async function inNetworks(
  { tokens }: Composition,
  folder: string,
  { post, networks }: { readonly post: Post; readonly networks: string },
): Promise<{ enter(): Promise<void>; say(): Promise<void> }> {
  const pages = await readDemoPages(join(folder, 'networks.yaml'));
  const options = { networks, ask: asking(post), tokens, photo: (name: string) => picture(folder, name) };
  return { enter: () => enterDemoAccounts(pages, options), say: () => writeDemoComments(pages, options) };
}

async function quarter(
  composition: Composition,
  folder: string,
  fastify: Injecting,
  clock: SimulatedClock,
  print: Say,
): Promise<void> {
  const { directory, dataDir } = composition;
  const file = parse(await readFile(join(folder, 'quarter.yaml'), 'utf8')) as QuarterFile;
  // An interrupted run goes on with its plan.
  const end = await writtenOnce(join(dataDir, QUARTER_END), async () => clock.now());
  const upload = (district: string, photo: string): Promise<string> =>
    // Once for each: a submission that is sent again after an interruption names the same file.
    writtenOnce(join(dataDir, `demo-photo-${district}-${photo}`), async () => {
      return uploaded(fastify, district, await picture(folder, photo));
    });
  const actions = new DemoActions({ ...composition, ask: asking(injected(fastify)), upload });
  const appeals = planQuarter(file, directory.districts(), end);
  print(
    `Making a quarter of the demonstration: ${appeals.length} appeals (OTKLIK_DEMO=small makes a dozen, off none) …`,
  );
  let told = 0;
  const progress = (done: number, total: number): void => {
    if (done * 5 < (told + 1) * total) return;
    told = Math.floor((done * 5) / total);
    print(`  ${done} of ${total}`);
  };
  await makeQuarter({ actions, clock, appeals, end, progress });
}

function picture(folder: string, photo: string): Promise<Buffer> {
  return sharp(join(folder, 'photos', `${photo}.svg`))
    .jpeg({ quality: 80 })
    .toBuffer();
}

/** What the file holds; made and written at the first call. */
async function writtenOnce(file: string, make: () => Promise<string>): Promise<string> {
  if (existsSync(file)) return (await readFile(file, 'utf8')).trim();
  const made = await make();
  await writeFile(file, `${made}\n`);
  return made;
}

function madeFile({ dataDir }: Composition, name: string): string {
  return join(dataDir, `${name}-made`);
}

async function makeOnce(
  composition: Composition,
  { what, name, print }: { readonly what: string; readonly name: string; readonly print: Say },
  work: () => Promise<void>,
): Promise<void> {
  const done = madeFile(composition, name);
  if (existsSync(done)) return;
  try {
    await work();
    await writeFile(done, `${what} was made; without this file the next start completes it.\n`);
  } catch (error) {
    composition.logger.error(`${what} is not complete.`, { error });
    print(`${what} is not complete (${(error as Error).message}); the next start goes on with it.`);
  }
}

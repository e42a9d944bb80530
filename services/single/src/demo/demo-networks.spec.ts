import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { NETWORKS } from '@otklik/networks';
import { Town, TownServer, type TownNetwork } from '@otklik/network-simulators';
import { fileURLToPath } from 'node:url';
import { enterDemoAccounts, readDemoPages, writeDemoComments, type DemoNetworksOptions } from './demo-networks.js';

const file = fileURLToPath(new URL('../../../../deploy/districts/demo/networks.yaml', import.meta.url));

interface Input {
  readonly key: string;
  readonly network: TownNetwork;
  readonly settings: readonly { readonly name: string }[];
  readonly secrets: readonly { readonly name: string }[];
}

let town: Town;
let server: TownServer;
let entered: Input[];
let options: DemoNetworksOptions;
beforeEach(async () => {
  town = await Town.start();
  server = await TownServer.start(town);
  entered = [];
  options = {
    networks: server.url,
    ask: (_document, { input }) => {
      entered.push(input as Input);
      return Promise.resolve({ addNetworkAccount: {} } as never);
    },
    tokens: { issue: (login: string) => Promise.resolve({ token: login }) } as never,
    photo: (name) => Promise.resolve(Buffer.from(name)),
  };
});
afterEach(async () => {
  await server.stop();
  await town.stop();
});

async function make(pages: Awaited<ReturnType<typeof readDemoPages>>): Promise<void> {
  await enterDemoAccounts(pages, options);
  await writeDemoComments(pages, options);
}

const said = () => town.accounts.flatMap((one) => one.threads.flatMap(({ id }) => one.thread(id).messages));

describe('the networks of the demonstration', () => {
  it('have pages of all networks, with what an account of each needs, and what residents wrote', async () => {
    const pages = await readDemoPages(file);
    await make(pages);
    expect(new Set(pages.map(({ network }) => network))).toEqual(new Set(['VK', 'MAX', 'TELEGRAM', 'OK']));
    for (const { network, settings, secrets } of entered) {
      const needed = NETWORKS[network].fields.filter(({ isMade, isOptional }) => !isMade && !isOptional);
      const given = [...settings, ...secrets].map(({ name }) => name);
      expect(given).toEqual(expect.arrayContaining(needed.map(({ name }) => name)));
    }
    expect(said()).toHaveLength(pages.flatMap(({ comments }) => comments).length);
    const [photographed] = said().filter(({ photos }) => photos.length > 0);
    const [first, second] = town.known('VK', 'aldan').thread(photographed!.thread).messages;
    expect([photographed!.likes, second!.replyTo]).toEqual([12, first!.id]);
  });

  it('are the same after an interruption', async () => {
    const pages = await readDemoPages(file);
    await make(pages.slice(0, 2));
    const before = said().length;
    const keys = entered.map(({ key }) => key);
    await make(pages.slice(0, 2));
    expect(said()).toHaveLength(before);
    expect(entered.slice(keys.length).map(({ key }) => key)).toEqual(keys);
  });
});

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '@otklik/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Captured,
  type Channel,
  NETWORKS,
  openAccount,
  readBody,
  readNetworkApis,
  takeDelivery,
} from '@otklik/networks';
import { Town } from './town.js';
import { NotThere } from './seen.js';
import { TOWN_NETWORKS, type TownNetwork } from './town-networks.js';

const SECRET = 'secret_of_ours-4411';
const NEVER = new AbortController().signal;

/** Who is subscribed: one address for each account, as the product has. */
class Subscriber {
  readonly heard: Captured[] = [];
  readonly channels = new Map<string, Channel>();
  private server: Server | undefined;

  async open(): Promise<void> {
    this.server = createServer((request, response) => {
      const url = new URL(request.url ?? '', 'http://127.0.0.1');
      const channel = this.channels.get(url.pathname);
      void readBody(request).then(async (body) => {
        const headers = Object.fromEntries(Object.entries(request.headers).map(([name, of]) => [name, String(of)]));
        const query = Object.fromEntries(url.searchParams);
        const delivery = { body: body!, headers, query, ip: '127.0.0.1', at: new Date().toISOString() };
        const answer = await takeDelivery(channel!, delivery, [SECRET], (kept, events) => {
          for (const { type } of events) this.heard.push(...channel!.decode(type, kept.body));
          return Promise.resolve();
        });
        response.writeHead(answer.status).end(answer.body);
      });
    });
    await new Promise<void>((ready) => this.server!.listen(0, '127.0.0.1', ready));
  }

  listener(path: string): string {
    return `http://127.0.0.1:${(this.server!.address() as AddressInfo).port}${path}`;
  }

  close(): void {
    this.server?.closeAllConnections();
    this.server?.close();
  }

  /** Once it is received. */
  hearing(is: (one: Captured) => boolean): Promise<Captured> {
    return eventually(() => Promise.resolve(this.heard.find(is)));
  }

  hearingText(text: string): Promise<Captured> {
    return this.hearing((one) => one.kind === 'message' && one.text === text);
  }

  get texts(): readonly string[] {
    return this.heard.flatMap((one) => (one.kind === 'message' && !one.author.self ? [one.text] : []));
  }
}

let town: Town;
let folder: string;
let us: Subscriber;

const start = () => Town.start({ file: join(folder, 'networks.json') });
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'otklik-town-'));
  [town, us] = [await start(), new Subscriber()];
  await us.open();
});
afterEach(async () => {
  us.close();
  await town.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function connect(network: TownNetwork, page: string): Promise<Channel> {
  const { credentials } = town.account(network, page);
  const { settings, secrets } = credentials;
  const values = { ...secrets, [NETWORKS[network].deliverySecret]: SECRET };
  const account = { id: `${network}-${page}`, network, settings, secrets: { values } };
  const publicUrl = us.listener('');
  const channel = openAccount(account, { publicUrl, apis: readNetworkApis(town.apis), now: () => Date.now() });
  us.channels.set(`/in/${account.id}`, channel);
  await channel.ensure(NEVER);
  return channel;
}

describe.each(TOWN_NETWORKS)('%s', (network) => {
  it('brings what people say to each page’s own subscriber, and shows our answer in the thread', async () => {
    const channels = { aldan: await connect(network, 'aldan'), mirny: await connect(network, 'mirny') };
    for (const page of ['aldan', 'mirny'] as const) {
      const account = town.account(network, page);
      const said = account.say({ person: 'Анна Седых', text: `Яма, ${page}`, direct: true });
      const heard = await us.hearingText(`Яма, ${page}`);
      expect(heard).toMatchObject({ ref: { id: said.id, kind: 'DIRECT' }, text: `Яма, ${page}` });
      const { ref } = heard as { readonly ref: { readonly account: string; readonly thread: string } };
      const part = { key: `k-${page}`, to: { ...ref, kind: 'DIRECT' as const }, text: 'Заделаем', number: 1, of: 1 };
      expect(await channels[page].send(part, NEVER)).toMatchObject({ kind: 'sent' });
      const messages = account.thread(said.thread).messages.map(({ author, text }) => [author, text]);
      expect(messages).toEqual([
        ['Анна Седых', `Яма, ${page}`],
        [null, 'Заделаем'],
      ]);
    }
  });
});

it.each(TOWN_NETWORKS)('%s: what is copied from it is what its account needs', (network) => {
  const { settings, secrets } = town.account(network, 'aldan').credentials;
  const given: Readonly<Record<string, string>> = { ...settings, ...secrets };
  for (const { name, isMade, isList, pattern } of NETWORKS[network].fields.filter(({ isMade }) => !isMade))
    for (const value of isList ? given[name]!.split(',') : [given[name]])
      expect([name, isMade, value]).toEqual([name, undefined, expect.stringMatching(pattern)]);
});

describe('a comment', () => {
  it('comes with its photo from the network’s own host, is edited, liked and removed', async () => {
    const channel = await connect('VK', 'aldan');
    const account = town.account('VK', 'aldan');
    const photo = Uint8Array.from([0xff, 0xd8, 0xff, 7]);
    const said = account.say({ person: 'Анна', text: 'Яма', photos: [photo] });
    const heard = await us.hearing((one) => one.kind === 'message');
    const [file] = heard.kind === 'message' ? heard.files : [];
    const bytes: Uint8Array[] = [];
    for await (const chunk of await channel.openFile(file!.id, NEVER)) bytes.push(chunk);
    expect(Buffer.concat(bytes)).toEqual(Buffer.from(photo));
    account.edit(said.id, 'Яма у школы');
    await us.hearing((one) => one.kind === 'edited' && one.text === 'Яма у школы');
    account.like(said.id, 40);
    const target = { account: 'VK-aldan', kind: 'COMMENT' as const, thread: said.thread, id: said.id };
    expect(await channel.counters([target], NEVER)).toMatchObject([{ metric: 'LIKES', value: 40 }]);
    account.remove(said.id);
    await us.hearing((one) => one.kind === 'removed');
    expect(account.thread(said.thread).messages).toMatchObject([{ text: 'Яма у школы', removed: true, likes: 40 }]);
  });

  it('reaches a subscriber who was silent for a while once he is there again', async () => {
    await connect('TELEGRAM', 'aldan');
    us.close();
    town.account('TELEGRAM', 'aldan').say({ person: 'Анна', text: 'Слышно?', direct: true });
    us = new Subscriber();
    await us.open();
    await connect('TELEGRAM', 'aldan');
    await us.hearingText('Слышно?');
  });
});

it('goes on after a restart: threads, numbers and subscriptions are what they were', async () => {
  await connect('VK', 'aldan');
  const before = town.account('VK', 'aldan').say({ person: 'Анна', text: 'Яма' });
  await us.hearingText('Яма');
  await town.stop();
  town = await start();
  const account = town.known('VK', 'aldan');
  expect(account.thread(before.thread).messages.map(({ text }) => text)).toEqual(['Яма']);
  const after = account.say({ person: 'Анна', text: 'И ещё одна', replyTo: before.id });
  expect(after.id).not.toBe(before.id);
  await us.hearingText('И ещё одна');
  expect(us.texts).toEqual(['Яма', 'И ещё одна']);
});

it('says what is not there', () => {
  const account = town.account('VK', 'aldan');
  expect(() => town.known('VK', 'mirny')).toThrow(NotThere);
  expect(() => account.edit('404', 'x')).toThrow(NotThere);
  expect(() => account.say({ person: 'Анна', text: 'x', thread: '-1_404' })).toThrow(NotThere);
});

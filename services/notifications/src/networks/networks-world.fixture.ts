import { afterAll, beforeAll } from '@jest/globals';
import { NETWORKS } from '@otklik/networks';
import { Town, type TownAccount, type TownNetwork } from '@otklik/network-simulators';
import { sealNetworkSecrets } from '@otklik/vault';
import { randomUUID } from 'node:crypto';
import { environment } from '../environment.fixture.js';
import { database, deliver, directory, newCase, officials, secret } from '../notice/notices-world.fixture.js';
import { aldan } from '../test-district.fixture.js';

/** Before the service starts. */
export const town = await Town.start();
environment['OTKLIK_NETWORK_APIS'] = town.apis;

export interface Page {
  readonly id: string;
  readonly network: TownNetwork;
  readonly town: TownAccount;
}

const networks = ['VK', 'MAX', 'TELEGRAM', 'OK'] as const;
export const pages = new Map<TownNetwork, Page>();

beforeAll(() => {
  for (const network of networks)
    pages.set(network, { id: randomUUID(), network, town: town.account(network, 'aldan') });
  directory.replace([{ ...aldan, officials, accounts: [...[...pages.values()].map(accountOf), ofInstagram] }]);
});
afterAll(() => town.stop());

function accountOf({ id, network, town: { credentials } }: Page) {
  const { settings, secrets } = credentials;
  const made = { [NETWORKS[network].deliverySecret]: 'a-delivery-secret' };
  const sealed = sealNetworkSecrets(secret('network-account'), id, { values: { ...secrets, ...made } });
  return { id, network, title: network, settings, sealed, secretsSetAt: {}, enabled: true };
}

/** It has no simulator here: nothing is said in it after its time. */
export const instagram = randomUUID();
const ofInstagram = {
  id: instagram,
  network: 'INSTAGRAM' as const,
  title: 'INSTAGRAM',
  settings: { user: '12345' },
  sealed: sealNetworkSecrets(secret('network-account'), instagram, { values: { token: 'a-token-of-it' } }),
  secretsSetAt: {},
  enabled: true,
};

export const page = (network: TownNetwork): Page => pages.get(network)!;

export interface Question {
  readonly direct?: boolean;
  readonly answer?: string;
  readonly heardAt?: string;
  readonly person?: string;
}

let people = 0;

/** A person writes in the network, and it becomes a case whose answer is signed; `thread`: its place there. */
export async function asked(network: TownNetwork, { direct = false, answer, heardAt, person }: Question = {}) {
  const { id: account, town: there } = page(network);
  people += 1;
  const name = person ?? `Житель ${people}`;
  const said = there.say({ person: name, text: 'Яма у дома 14 на Ленина', direct });
  const author = there.simulator.world.people.find((one) => one.name === name)!;
  const ref = { kind: direct ? 'DIRECT' : 'COMMENT', thread: said.thread, id: said.id } as const;
  const made = await newCase(`${network} ${author.id}`, 'NETWORK', 'NETWORK', {
    source: { network, account, ref, ...(heardAt && { heardAt }) },
    answer: answer ?? 'Яму засыпали.',
  });
  await deliver(made.received);
  return { ...made, said, name, thread: said.thread };
}

/** Our messages in the thread. */
export const ours = (network: TownNetwork, thread: string) =>
  page(network)
    .town.thread(thread)
    .messages.filter(({ author }) => author === null);

/** As if the lease of an attempt, or the wait after it, were over. */
/** All of an appeal that waits, but for what is being sent. */
export async function waitingDueNow(appeal: string): Promise<void> {
  const free = 'appeal = $1 and (claimed_until is null or claimed_until < now())';
  await database.scope(1).query(`update notifications.delivery set next_at = now() where ${free}`, [appeal]);
}

export async function dueNow(notice: string): Promise<void> {
  await database
    .scope(1)
    .query('update notifications.delivery set next_at = now(), claimed_until = null where notice = $1', [notice]);
}

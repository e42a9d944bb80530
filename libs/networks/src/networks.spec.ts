import { expect, it } from '@jest/globals';
import {
  definitionOf,
  deliverySecrets,
  listenerOf,
  NETWORKS,
  openAccount,
  readNetworkApis,
  type OpenedAccount,
} from './networks.js';

const networks = Object.keys(NETWORKS) as (keyof typeof NETWORKS)[];
const account: OpenedAccount = {
  id: '6f4c2f0e-5d65-4f9c-9d5f-7d2c7b1f3c11',
  network: 'VK',
  settings: { group: '229000111', confirmation: 'c0nf1rm' },
  secrets: {
    values: { groupToken: 'group-token', serviceToken: 'service-token', secret: 'the-present' },
    former: { secret: { value: 'the-former', until: '2026-11-28T00:00:00Z' } },
  },
};
const surroundings = { publicUrl: 'https://otklik.example/', apis: {}, now: () => 0 };

it.each(networks)(
  '%s is opened from what its fields ask for, and says which secret and setting are which',
  (network) => {
    const { fields, identity, deliverySecret, capabilities } = NETWORKS[network];
    const named = new Map(fields.map((field) => [field.name, field]));
    expect(named.size).toBe(fields.length);
    expect(named.get(identity)).toMatchObject({ kind: 'SETTING' });
    expect(named.get(identity)!.isOptional ?? false).toBe(false);
    expect(named.get(deliverySecret)).toMatchObject({ kind: 'SECRET' });
    const channel = openAccount({ ...account, network }, surroundings);
    expect([channel.account, channel.capabilities]).toEqual([account.id, capabilities]);
  },
);

it.each([...networks, 'EMAIL' as const, 'OPEN311' as const, 'OPEN311_BODY' as const])(
  '%s asks for no secret that it shows, and copies only what there is',
  (network) => {
    const { fields, there } = definitionOf(network);
    for (const { value } of there?.items ?? [])
      if (typeof value === 'object' && 'secret' in value)
        expect(fields).toContainEqual(expect.objectContaining({ name: value.secret, kind: 'SECRET', isMade: true }));
    for (const { isMade, kind } of fields) if (isMade) expect(kind).toBe('SECRET');
  },
);

it('a renewed secret holds beside the former one until its time is over', () => {
  const until = Date.parse('2026-11-28T00:00:00Z');
  expect(deliverySecrets(account, until - 1)).toEqual(['the-present', 'the-former']);
  expect(deliverySecrets(account, until)).toEqual(['the-present']);
});

it('listens under the account’s id', () =>
  expect(listenerOf(account.id, 'https://otklik.example/')).toBe(`https://otklik.example/in/${account.id}`));

it.each([
  ['VK', { kind: 'COMMENT', thread: '-229000111_17', id: '5' }, 'https://vk.com/wall-229000111_17?reply=5'],
  ['VK', { kind: 'COMMENT', thread: 'topic-229000111_17', id: '5' }, 'https://vk.com/topic-229000111_17?post=5'],
  ['VK', { kind: 'COMMENT', thread: 'photo-229000111_17' }, 'https://vk.com/photo-229000111_17'],
  ['VK', { kind: 'COMMENT', thread: 'x" onclick' }, undefined],
  ['VK', { kind: 'DIRECT', thread: '100', id: '5' }, undefined],
  ['TELEGRAM', { kind: 'COMMENT', thread: '-1002000000000:7', id: '9' }, 'https://t.me/c/2000000000/9'],
  ['TELEGRAM', { kind: 'DIRECT', thread: '100', id: '9' }, undefined],
  ['OK', { kind: 'COMMENT', thread: '155', id: '9' }, 'https://ok.ru/group/70000001/topic/155'],
  ['OK', { kind: 'COMMENT', thread: '1/../2', id: '9' }, undefined],
  ['MAX', { kind: 'COMMENT', thread: '-1', id: 'mid.9' }, undefined],
] as const)('%s: %j is read at %s', (network, ref, link) => {
  expect(NETWORKS[network].link({ account: account.id, ...ref }, { group: '70000001' })).toBe(link);
});

it('reads where the simulators are', () => {
  expect(readNetworkApis(undefined)).toEqual({});
  expect(readNetworkApis('VK=http://127.0.0.1:4801, MAX=http://127.0.0.1:4802')).toEqual({
    VK: 'http://127.0.0.1:4801',
    MAX: 'http://127.0.0.1:4802',
  });
  for (const wrong of ['VK', 'XX=http://127.0.0.1:1', 'VK=ftp://127.0.0.1', 'VK=file'])
    expect(() => readNetworkApis(wrong)).toThrow('must be <network>=');
});

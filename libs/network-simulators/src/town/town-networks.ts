import { createHash } from 'node:crypto';
import { maxProtocol } from '../max/max-simulator.js';
import { okProtocol } from '../ok/ok-simulator.js';
import { Simulator } from '../simulator/simulator.js';
import { telegramProtocol } from '../telegram/telegram-simulator.js';
import { vkProtocol } from '../vk/vk-simulator.js';

export const TOWN_NETWORKS = ['VK', 'MAX', 'TELEGRAM', 'OK'] as const;
export type TownNetwork = (typeof TOWN_NETWORKS)[number];

/** What an administrator copies from a network's screens, under the names of the account's fields. */
export interface Credentials {
  readonly settings: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
}

interface Kind {
  /** The same for the same page, so that what was copied holds after a reset. */
  credentials(of: Seed): Credentials;
  simulator(of: Credentials): Simulator;
  /** Whose request it is. */
  tokens(of: Credentials): readonly string[];
}

interface Seed {
  digits(purpose: string, count: number): string;
  token(purpose: string): string;
}

function seedOf(network: TownNetwork, page: string): Seed {
  const digest = (purpose: string) => createHash('sha256').update(`${network} ${page} ${purpose}`).digest();
  return {
    digits: (purpose, count) => String(BigInt(`0x${digest(purpose).toString('hex')}`)).slice(0, count),
    token: (purpose) => digest(purpose).toString('hex').slice(0, 24),
  };
}

const of = ({ settings, secrets }: Credentials, name: string): string => settings[name] ?? secrets[name] ?? '';

const KINDS: Readonly<Record<TownNetwork, Kind>> = {
  VK: {
    credentials: ({ digits, token }) => ({
      settings: { group: `2${digits('group', 8)}`, confirmation: token('confirmation').slice(0, 8) },
      secrets: { groupToken: `vk1.a.${token('group token')}`, serviceToken: `vk1.s.${token('service token')}` },
    }),
    simulator: (given) =>
      Simulator.make(vkProtocol, {
        group: of(given, 'group'),
        confirmation: of(given, 'confirmation'),
        groupToken: of(given, 'groupToken'),
        serviceToken: of(given, 'serviceToken'),
      }),
    tokens: ({ secrets }) => [secrets['groupToken']!, secrets['serviceToken']!],
  },
  MAX: {
    credentials: ({ digits, token }) => ({
      settings: { bot: `30${digits('bot', 7)}`, channels: `-7${digits('channel', 13)}` },
      secrets: { token: `max.${token('token')}` },
    }),
    simulator: (given) =>
      Simulator.make(maxProtocol, {
        token: of(given, 'token'),
        bot: of(given, 'bot'),
        channel: of(given, 'channels'),
      }),
    tokens: ({ secrets }) => [secrets['token']!],
  },
  TELEGRAM: {
    credentials: ({ digits, token }) => ({
      settings: { username: `otklik_${token('name').slice(0, 8)}_bot`, group: `-100${digits('group', 10)}` },
      secrets: { token: `7${digits('bot', 9)}:AA${token('token')}` },
    }),
    simulator: (given) => Simulator.make(telegramProtocol, { token: of(given, 'token'), group: of(given, 'group') }),
    tokens: ({ secrets }) => [secrets['token']!],
  },
  OK: {
    credentials: ({ digits, token }) => ({
      settings: {
        group: `7${digits('group', 10)}`,
        // Those that its simulator gives to the first posts.
        topics: Array.from({ length: 9 }, (_, at) => 66_000_000_001 + at).join(','),
        applicationKey: `C${token('key').slice(0, 16).toUpperCase()}`,
      },
      secrets: { token: `ok.${token('token')}`, applicationSecret: token('application secret') },
    }),
    simulator: (given) =>
      Simulator.make(okProtocol, {
        token: of(given, 'token'),
        group: of(given, 'group'),
        applicationKey: of(given, 'applicationKey'),
        applicationSecret: of(given, 'applicationSecret'),
      }),
    tokens: ({ secrets }) => [secrets['token']!],
  },
};

export function credentialsOf(network: TownNetwork, page: string): Credentials {
  return KINDS[network].credentials(seedOf(network, page));
}

export function simulatorOf(network: TownNetwork, given: Credentials): Simulator {
  return KINDS[network].simulator(given);
}

export function tokensOf(network: TownNetwork, given: Credentials): readonly string[] {
  return KINDS[network].tokens(given);
}

import { compact } from '@otklik/kernel';
import { happen, isFault } from './faults.js';
import { addressOf } from './page.js';
import { needed, Unclear, type Sent } from './sent.js';
import type { TownAccount } from './town-account.js';
import { TOWN_NETWORKS, type TownNetwork } from './town-networks.js';
import type { Town } from './town.js';
import { WORDS } from './words.js';

export interface Done {
  /** Where a person goes on. */
  readonly to: string;
  /** What a program is answered. */
  readonly answer: unknown;
}

export type Act = (town: Town, sent: Sent) => Done | Promise<Done>;

const of = (town: Town, sent: Sent): TownAccount => town.known(needed(sent, 'network'), needed(sent, 'page'));

const within = (act: (account: TownAccount, sent: Sent) => { readonly thread: string }): Act => {
  return (town, sent) => {
    const account = of(town, sent);
    const answer = act(account, sent);
    return { to: addressOf(account, answer.thread), answer };
  };
};

function countOf(sent: Sent, name: string, otherwise: number): number {
  const count = Number(sent.text(name) ?? otherwise);
  if (!Number.isInteger(count) || count < 0 || count > 100_000)
    throw new Unclear(`${name} is a number from 0 to 100000.`);
  return count;
}

const networkOf = (name: string): TownNetwork => {
  const network = TOWN_NETWORKS.find((one) => one === name);
  if (!network) throw new Unclear(`network is one of ${TOWN_NETWORKS.join(', ')}.`);
  return network;
};

/** By their address. */
export const ACTS: Readonly<Record<string, Act>> = {
  say: async (town, sent) => {
    const account = of(town, sent);
    const [thread, replyTo, person] = [sent.text('thread'), sent.text('replyTo'), needed(sent, 'person')];
    const where = compact({ thread, replyTo });
    const photos = await sent.photos();
    const direct = sent.text('direct') !== undefined;
    const ours = person === WORDS.us;
    const answer = account.say({ person, text: needed(sent, 'text'), photos, direct, ours, ...where });
    return { to: `${addressOf(account, answer.thread)}?as=${encodeURIComponent(person)}#m-${answer.id}`, answer };
  },
  edit: within((account, sent) => account.edit(needed(sent, 'id'), needed(sent, 'text'))),
  remove: within((account, sent) => account.remove(needed(sent, 'id'))),
  restore: within((account, sent) => account.restore(needed(sent, 'id'))),
  like: within((account, sent) => account.like(needed(sent, 'id'), countOf(sent, 'times', 1))),
  'like-post': within((account, sent) => {
    const thread = needed(sent, 'thread');
    account.likePost(thread, countOf(sent, 'likes', 0), countOf(sent, 'views', 0));
    return { thread };
  }),
  post: within((account, sent) => ({ thread: account.post(needed(sent, 'title')).id })),
  fault: (town, sent) => {
    const account = of(town, sent);
    const kind = needed(sent, 'kind');
    if (!isFault(kind)) throw new Unclear(`There is no fault ${kind}.`);
    const thread = sent.text('thread') ?? account.threads[0]?.id ?? '';
    happen(account, kind, { thread, person: sent.text('person') ?? '' });
    return { to: addressOf(account, thread), answer: {} };
  },
  morning: (town, sent) => {
    const plan = {
      comments: countOf(sent, 'comments', 60),
      minutes: countOf(sent, 'minutes', 10),
      seed: countOf(sent, 'seed', 1),
    };
    town.morning(plan, sent.text('page'));
    return { to: '/', answer: plan };
  },
  account: (town, sent) => {
    const page = needed(sent, 'page');
    const account = town.account(networkOf(needed(sent, 'network')), page, sent.text('title') ?? page);
    return { to: addressOf(account, account.threads[0]?.id ?? ''), answer: account.credentials };
  },
};

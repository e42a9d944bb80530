import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ReactionTarget } from '@otklik/contracts/generated/graphql';
import { randomUUID } from 'node:crypto';
import { ReactionsResolver, type CardAsOf } from './adapters/graphql/reactions.resolver.js';
import { Reactions } from './store/reactions.js';
import { journey, type Journey } from './application/fold/journey.fixture.js';
import { registerWorld, testDistrict, type RegisterWorld } from './register-world.fixture.js';

const district = testDistrict(1, 'aldan');
const other = testDistrict(2, 'neryungri');

let world: RegisterWorld;
let resolver: ReactionsResolver;
let liked: Journey;
let elsewhere: Journey;
const [message, thread, answer] = [randomUUID(), randomUUID(), randomUUID()];

const source = { network: 'VK', account: randomUUID(), kind: 'COMMENT', thread, message };

async function heard(of: number): Promise<Journey> {
  const made = await journey(world.given.vault, of);
  await made.add(
    'AppealReceived',
    {
      receipt: `П-${of}`,
      regime: 'SOCIAL_MESSAGE',
      channel: 'NETWORK',
      person: made.person,
      source,
      identified: false,
      files: [],
      receivedAt: '2026-11-24T00:00:00.000Z',
      receivedOn: '2026-11-24',
      zone: 'Asia/Yakutsk',
    },
    { text: 'Темно на Лесной' },
  );
  return made;
}

const at = (time: string) => `2026-11-24T${time}:00.000Z`;
const likes = (value: number | null) => ({ metric: 'LIKES', value, quality: value === null ? 'MISSING' : 'EXACT' });

interface Counted {
  readonly target: ReactionTarget;
  readonly message: string;
  readonly observedAt: string;
  readonly before?: string;
}

const counted = (of: Journey, more: Counted, ...samples: readonly object[]) =>
  of.add('ReactionsMeasured', { via: 'POLL', samples, ...more });

beforeAll(async () => {
  world = await registerWorld([district, other]);
  resolver = new ReactionsResolver(new Reactions(world.given.database));
  liked = await heard(1);
  const mine = { target: 'CITIZEN_MESSAGE', message } as const;
  await counted(liked, { ...mine, observedAt: at('01:00') }, likes(0));
  await counted(liked, { ...mine, observedAt: at('03:00'), before: at('02:00') }, likes(25));
  await counted(liked, { ...mine, observedAt: at('06:00'), before: at('03:00') }, likes(null));
  await counted(liked, { ...mine, observedAt: at('07:00'), before: at('06:30') }, likes(40));
  const views = { metric: 'VIEWS', value: 900, quality: 'EXACT' };
  await counted(liked, { target: 'SOURCE_POST', message: thread, observedAt: at('01:00') }, likes(7), views);
  await counted(liked, { target: 'OUR_ANSWER', message: answer, observedAt: at('08:00') }, likes(3));
  elsewhere = await heard(2);
  await counted(elsewhere, { ...mine, observedAt: at('01:00') }, likes(999));
  await world.deliver(...liked.facts, ...elsewhere.facts);
}, 60_000);
afterAll(() => world.close());

const card = (of: Journey, more = {}) =>
  ({ row: { id: of.appeal }, erased: false, districtId: of.district, ...more }) as unknown as CardAsOf;

it('is a series of each message and count; what was not reported is a hole, and what holds, holds until it was seen last', async () => {
  const series = await resolver.of(card(liked), { target: 'CITIZEN_MESSAGE' });
  expect(series).toEqual([
    {
      target: 'CITIZEN_MESSAGE',
      message,
      metric: 'LIKES',
      samples: [
        { from: at('01:00'), to: at('02:00'), value: 0, quality: 'EXACT', via: 'POLL' },
        { from: at('03:00'), to: at('03:00'), value: 25, quality: 'EXACT', via: 'POLL' },
        { from: at('06:00'), to: at('06:30'), value: null, quality: 'MISSING', via: 'POLL' },
        { from: at('07:00'), to: at('07:00'), value: 40, quality: 'EXACT', via: 'POLL' },
      ],
    },
  ]);
});

it('is listed for each target apart, all without one, and none of an erased case', async () => {
  const all = await resolver.of(card(liked), {});
  expect(all.map(({ target, metric }) => `${target} ${metric}`)).toEqual([
    ...['CITIZEN_MESSAGE LIKES', 'OUR_ANSWER LIKES', 'SOURCE_POST LIKES', 'SOURCE_POST VIEWS'],
  ]);
  const ours = await resolver.of(card(liked), { target: 'OUR_ANSWER' });
  expect(ours).toMatchObject([{ message: answer, samples: [{ value: 3 }] }]);
  expect(await resolver.of(card(liked, { erased: true }), {})).toEqual([]);
});

it('is that of the asked instant, and never of another district', async () => {
  const then = await resolver.of(card(liked, { until: at('05:00') }), { target: 'CITIZEN_MESSAGE' });
  expect(then[0]!.samples.map(({ value }) => value)).toEqual([0, 25]);
  expect(await resolver.of(card(elsewhere, { districtId: 1 }), {})).toEqual([]);
});

it('writes nothing twice, and lists show the last count of the message alone', async () => {
  await world.deliver(...liked.facts);
  const again = await resolver.of(card(liked), { target: 'CITIZEN_MESSAGE' });
  expect(again[0]!.samples).toHaveLength(4);
  const request = { district: 1, filter: {}, order: 'NEWEST', limit: 5, backward: false } as const;
  const [listed] = await world.reader.appeals(request);
  expect(listed!.row.source).toMatchObject({ network: 'VK', likes: 40 });
});

import { expect, it } from '@jest/globals';
import { releases } from './migrations.fixture.js';
import { begins, concernNames, presentEvents, presentSubscriptions } from './subscriptions.fixture.js';

/*
 * A reactor that takes the place of a release's consumers reads their topics from the beginning, and asks their inboxes what was
 * done. What a concern hears since then has no inbox: where it is not said from where it begins, it would take effect for the whole past,
 * or for none of it, as a release was skipped or not.
 */

const present = presentSubscriptions();
const concerns = concernNames();
const said = begins();

/** `<concern> <type>` that is consumed now, was recorded by some release, and not consumed by it. */
const added = [...releases().values()].flatMap(({ events, subscriptions }) =>
  [...concerns].flatMap((name) =>
    present[name]!.filter((type) => events.includes(type) && !subscriptions[name]?.includes(type)).map(
      (type) => `${name} ${type}`,
    ),
  ),
);

it('is said of each subscription that a release lacks from where it begins', () => {
  expect(added.filter((one) => !said.has(one))).toEqual([]);
});

it('is said of no subscription that every release has, and of no event that none has recorded', () => {
  const isWhole = (name: string) => [...releases().values()].some(({ subscriptions }) => !subscriptions[name]);
  expect([...said.keys()].filter((one) => !added.includes(one) && !isWhole(one.split(' ')[0]!))).toEqual([]);
});

it('knows the subscriptions of each service', () => {
  expect(presentEvents()).toEqual(expect.arrayContaining(['AppealReceived', 'QuestionOpened', 'ResponseSigned']));
  expect(present).toMatchObject({
    'intake.registration': ['MessageTakenUp'],
    'responses.routing': expect.arrayContaining(['QuestionOpened']),
    'search.register': expect.arrayContaining(['AppealReceived']),
  });
  expect(concerns.size).toBeGreaterThan(15);
});

/** The reactor itself hears what its cases are made of. */
const hears = (name: string, type: string) =>
  [name, `${name.split('.')[0]}.case`].some((one) => present[one]?.includes(type));

/** What a release consumed is still consumed: a name or type that is removed loses what waits under it. */
it.each([...releases()])('hears what %s heard', (_, { subscriptions }) => {
  const lost = Object.entries(subscriptions).flatMap(([name, types]) =>
    types.filter((type) => !hears(name, type)).map((type) => `${name} ${type}`),
  );
  expect(lost).toEqual([]);
});

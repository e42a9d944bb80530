import fc from 'fast-check';
import type { Command } from './case-story.fixture.js';
import { id } from './notice-steps.fixture.js';

/** What prepares a publication, beside who does it. */
export const PUBLICATION = {
  type: 'ProposePublication',
  ground: 'CIRCLE',
  title: 't',
  matter: 'm',
  text: 'x',
  found: [],
  allowed: true,
} as const;

const official = fc.constantFrom('ivanova', 'petrov');

export const ofPublication: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(official, id).map(([by, publication]) => ({ ...PUBLICATION, by, publication })),
  },
  { weight: 2, arbitrary: official.map((by) => ({ type: 'PublishAnswer', by, allowed: true })) },
  { weight: 1, arbitrary: official.map((by) => ({ type: 'TakeBackPublication', by, reason: 'why' })) },
  { weight: 1, arbitrary: fc.constant({ type: 'EndPublication', why: 'PERSON_ERASED' }) },
);

const proposed: readonly Command[] = [{ ...PUBLICATION, by: 'press', publication: 'p' }];

/** One that waits for its release, and one that all may read. */
export const publications: readonly (readonly Command[])[] = [
  proposed,
  [...proposed, { type: 'PublishAnswer', by: 'deputy', allowed: true }],
];

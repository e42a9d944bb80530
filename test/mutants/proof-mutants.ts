import type { Mutant } from './mutants.js';

const DECIDE = {
  file: 'services/notifications/src/notice/domain/notice.decide.ts',
  spec: 'services/notifications/src/notice/domain/notice.decide.spec.ts',
};
const NETWORKS = {
  file: 'services/notifications/src/notice/domain/notice.networks.ts',
  spec: 'services/notifications/src/notice/domain/notice.networks.spec.ts',
};
const RESTORED = {
  file: 'services/notifications/src/notice/domain/notice.restored.ts',
  spec: 'services/notifications/src/notice/domain/notice.restored.spec.ts',
};
const HELD = {
  file: 'services/notifications/src/notice/adapters/postgres/postgres-held-deliveries.ts',
  spec: 'services/notifications/src/notice/held-after-restore.int.spec.ts',
};

/** Of what counts as sent, and of what a restored database may not send by itself. */
export const proofMutants: readonly Mutant[] = [
  {
    ...RESTORED,
    name: 'proof: a restored letter that is to go again counts as sent',
    find: "if (word === 'STANDS') return [",
    replace: 'if (word.length > 0) return [',
    test: 'goes now, which proves nothing yet',
  },
  {
    ...NETWORKS,
    name: 'proof: a part of an answer counts as the whole of it',
    find: "word === 'STANDS' && whole ?",
    replace: "word === 'STANDS' && whole !== undefined ?",
    test: 'takes the word of the official who looked',
  },
  {
    ...NETWORKS,
    name: 'proof: an answer by hand without its link',
    find: "if (link === undefined) return byNextWay(state, 'NOT_PLACED', at, { record });",
    replace: '',
    test: 'is placed by a person where the network lets no program answer: the link is the proof',
  },
  {
    ...NETWORKS,
    name: 'proof: a look at what was never sent',
    find: "if (state.status !== 'DISPATCHED' || state.way !== way || state.stands === stands) return [];",
    replace: "if (state.status === 'NONE' || state.stands === stands) return [];",
    test: 'was seen nowhere before it was dispatched by that way',
  },
  {
    ...DECIDE,
    name: 'proof: a letter on paper that left before its answer was signed',
    find: "if (madeOn !== undefined && posting.sentOn < madeOn) refuse('POSTED_BEFORE_SIGNED');",
    replace: '',
    test: 'refuses a posting before the day of the signature, or of the decision that it tells',
  },
  {
    ...DECIDE,
    name: 'proof: a call after which the applicant wants it in writing',
    find: "if (outcome === 'WANTS_WRITTEN')",
    replace: 'if (outcome === undefined)',
    test: '59-FZ art. 13(3): proves nothing when the applicant wants a written answer',
  },
  {
    ...DECIDE,
    name: 'proof: calls that nobody answered are given up after the first',
    find: "result === 'GIVEN_UP' && state.unanswered < CALLS_BEFORE_GIVING_UP",
    replace: "result === 'GIVEN_UP' && state.unanswered < 1",
    test: 'has another way out after three calls in a row that nobody answered, and not before',
  },
  {
    ...DECIDE,
    name: 'proof: a bounce of what was told by another way',
    find: "if (state.status !== 'DISPATCHED' || state.way !== 'EMAIL') return [];",
    replace: "if (state.status !== 'DISPATCHED') return [];",
    test: 'comes back once, and only when it went by e-mail',
  },
  {
    ...DECIDE,
    name: 'proof: a page that is no lawful way',
    file: 'services/notifications/src/notice/domain/notice-proof.ts',
    find: "return next === 'PAGE' ? [",
    replace: 'return next ? [',
    test: '59-FZ art. 10(4): goes by the next lawful way when the mail fails for good',
  },
  {
    ...HELD,
    name: 'restore: answers in networks that go again',
    find: "way in ('EMAIL', 'THREAD', 'DIRECT', 'OPEN311')",
    replace: "way in ('EMAIL', 'OPEN311')",
    test: 'sends nothing by itself that had not left at the restored moment',
  },
  {
    ...HELD,
    name: 'restore: links in place of lost codes that go again',
    find: "await tx.query('update notifications.link_letter set done = true where district = $1 and not done', [district]);",
    replace: '',
    test: 'sends no link that was asked for before the restored moment',
  },
];

import {
  dropOperand,
  dropStatement,
  replaceCondition,
  replaceLiteral,
  replaceName,
  replaceOperand,
  replaceText,
} from './locate/change.js';
import type { Mutant } from './mutants.js';

/** Of what counts as sent, and of what a restored database may not send by itself. */
export const proofMutants: readonly Mutant[] = [
  {
    name: 'proof: a restored letter that is to go again counts as sent',
    in: 'notifications: settleRestored',
    change: replaceCondition('word.length > 0', 'STANDS'),
    spec: 'notice.restored.spec.ts',
    test: 'goes now, which proves nothing yet',
  },
  {
    name: 'proof: a part of an answer counts as the whole of it',
    in: 'notifications: settleUnknown',
    change: replaceName('whole', 'whole !== undefined', 'STANDS'),
    spec: 'notice.networks.spec.ts',
    test: 'takes the word of the official who checked',
  },
  {
    name: 'proof: an answer by hand without its link',
    in: 'notifications: recordPlaced',
    change: dropStatement('NOT_PLACED'),
    spec: 'notice.networks.spec.ts',
    test: 'is placed by a person where the network lets no program answer: the link is the proof',
  },
  {
    name: 'proof: a look at what was never sent',
    in: 'notifications: noteInPlace',
    change: replaceOperand("state.status === 'NONE'", '||'),
    spec: 'notice.networks.spec.ts',
    test: 'was seen nowhere before it was dispatched by that way',
  },
  {
    name: 'proof: a letter on paper that left before its answer was signed',
    in: 'notifications: recordPosting',
    change: dropStatement('POSTED_BEFORE_SIGNED'),
    spec: 'notice.decide.spec.ts',
    test: 'refuses a posting before the day of the signature, or of the decision that it tells',
  },
  {
    name: 'proof: a call after which the applicant wants it in writing',
    in: 'notifications: recordOral',
    change: replaceLiteral("'WANTS_WRITTEN'", 'undefined'),
    spec: 'notice.decide.spec.ts',
    test: '59-FZ art. 13(3): proves nothing when the applicant wants a written answer',
  },
  {
    name: 'proof: calls that nobody answered are given up after the first',
    in: 'notifications: recordAttempt',
    change: replaceName('CALLS_BEFORE_GIVING_UP', '1', 'unansweredCalls'),
    spec: 'notice.decide.spec.ts',
    test: 'has another way out after three unanswered calls in a row, and not before',
  },
  {
    name: 'proof: a bounce of what was told by another way',
    in: 'notifications: recordBounce',
    change: dropOperand('EMAIL', 'way'),
    spec: 'notice.decide.spec.ts',
    test: 'comes back once, and only when it went by e-mail',
  },
  {
    name: 'proof: a page that is no lawful way',
    in: 'notifications: leavesByPage',
    change: replaceCondition('!mayLeave(signingFacts(state.published))', 'mayLeave'),
    spec: 'notice.decide.spec.ts',
    test: '59-FZ art. 10(4): goes by the next lawful way when the mail fails for good',
  },
  {
    name: 'restore: answers in networks that go again',
    in: 'notifications: HeldDeliveries.hold',
    change: replaceText("'THREAD', 'DIRECT', 'OPEN311')", "'OPEN311')"),
    spec: 'held-after-restore.int.spec.ts',
    test: 'sends nothing by itself that had not left at the restored moment',
  },
  {
    name: 'restore: links in place of lost codes that go again',
    in: 'notifications: HeldDeliveries.hold',
    change: dropStatement('LINK_LETTER'),
    spec: 'held-after-restore.int.spec.ts',
    test: 'sends no link that was asked for before the restored moment',
  },
];

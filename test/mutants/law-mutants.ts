import type { Mutant } from './mutants.js';

const ROUTING = 'services/routing/src/domain';

/** Terms and duties of the law. */
export const lawMutants: readonly Mutant[] = [
  {
    name: 'an extension that counts from a day that was moved',
    file: `${ROUTING}/question-extension.decide.ts`,
    find: 'on: unmovedEnd(former)',
    replace: 'on: former.dueOn',
    spec: `${ROUTING}/extension-sixty-days.spec.ts`,
    test: 'of thirty days ends within sixty of the registration',
  },
  {
    name: 'an extension that a decreed calendar moves to the working day after the sixtieth',
    file: `${ROUTING}/recounted-term.ts`,
    find: "legal?.endOnDayOff === 'PREVIOUS' ? 'PREVIOUS' : deadline.endOnDayOff",
    replace: 'deadline.endOnDayOff',
    spec: `${ROUTING}/extension-sixty-days.spec.ts`,
    test: 'that waited for a decree is counted anew to the working day before',
  },
  {
    name: 'a question that is forwarded by the notice alone',
    file: `${ROUTING}/question-forwarding.decide.ts`,
    find: 'if (!told || !isSent) return',
    replace: 'if (!told) return',
    spec: `${ROUTING}/question-ends.decide.spec.ts`,
    test: 'ends by the proofs of every letter and of the notice',
  },
  {
    name: 'a request to a body that is addressed to the applicant',
    file: 'libs/contracts/src/notices-to-bodies.ts',
    find: "['COVERING', 'REQUEST']",
    replace: "['COVERING']",
    spec: 'services/notifications/src/application/letter.spec.ts',
    test: 'REQUEST is addressed to the body, never to the applicant',
  },
  {
    name: 'a posting of a letter that has no address',
    file: 'services/notifications/src/domain/notice.decide.ts',
    find: "'HANDED_OVER' && !isTold) refuse('LETTER_WITHOUT_ADDRESS');",
    replace: "'HANDED_OVER' && !posting) refuse('LETTER_WITHOUT_ADDRESS');",
    spec: 'services/notifications/src/domain/notice.decide.spec.ts',
    test: 'refuses a posting of a letter that has no address',
  },
  {
    name: 'a complaint that goes there by another name',
    file: `${ROUTING}/question-ends.decide.ts`,
    find: 'complainedOf.some((code) => resemble(name, directoryNames[code] ?? code))',
    replace: 'complainedOf.some((code) => name === directoryNames[code])',
    spec: `${ROUTING}/question-ends.decide.spec.ts`,
    test: 'does not go there by another of its names either',
  },
  {
    name: 'a complaint that leaves to whom it names unasked',
    file: `${ROUTING}/question-ends.decide.ts`,
    find: 'if (!isNoComplaint) refuse',
    replace: 'if (isNoComplaint === null) refuse',
    spec: `${ROUTING}/question-ends.decide.spec.ts`,
    test: 'does not leave to a body that it names before an official has said',
  },
  {
    name: 'a complaint that is returned though it was noted of nobody',
    file: `${ROUTING}/question-ends.decide.ts`,
    find: "if (ground === 'COMPLAINT' && complainedOf.length === 0) refuse('COMPLAINED_OF_NEEDED');",
    replace: '',
    spec: `${ROUTING}/question-ends.decide.spec.ts`,
    test: 'is returned as a complaint only where it was noted of whom',
  },
  {
    name: 'a complaint considered again that is returned by the term of its first registration',
    file: `${ROUTING}/complaint-term.ts`,
    find: 'set.rule === rule.id && set.countedFrom === on',
    replace: 'set.rule === rule.id',
    spec: `${ROUTING}/question-ends.decide.spec.ts`,
    test: 'has a term to be returned from the day it is noted of whom',
  },
  {
    name: 'a forwarding that is refused when it comes again after the day until which it is watched',
    file: 'services/routing/src/adapters/graphql/question-ends.resolver.ts',
    find: 'return this.ends.forward(ctx, { ...input, to });',
    replace:
      "if (input.awaitedOn && input.awaitedOn < ctx.at.slice(0, 10)) throw new BadInput('DATE_IN_PAST', 'input.awaitedOn');\n    return this.ends.forward(ctx, { ...input, to });",
    spec: 'services/routing/src/routing.int.spec.ts',
    test: 'forwardQuestion that comes again after its day gets its first result',
  },
  {
    name: 'a start that takes the transfers of a decree away',
    file: 'libs/tenancy/src/directory-writer.ts',
    find: 'if (before && before.data.transfers !== false && data.transfers === false) return 0;',
    replace: '',
    spec: 'libs/tenancy/src/directory.spec.ts',
    test: 'adds the transfers of a year in every district, which no later start takes away',
  },
];

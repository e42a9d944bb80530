import type { Mutant } from './mutants.js';

const DECIDER = 'services/intake/src/domain/after-answer.decide.ts';
const SPEC = 'services/intake/src/domain/appeal.second-look.spec.ts';

/** Of what is written after an answer, and of what officials do about it. */
export const disputeMutants: readonly Mutant[] = [
  {
    name: 'dispute: a case that is considered again without a fact',
    file: DECIDER,
    find: 'if (recordedBy === undefined || !afterAnswer.includes(recordedBy))',
    replace: 'if (recordedBy === undefined && afterAnswer.length > 0)',
    spec: SPEC,
    test: 'is a fact that exists and came after the answer that stands',
  },
  {
    name: 'dispute: an appeal that is answered on the merits without a signature',
    file: DECIDER,
    find: "if (!isMessage(regime)) return no('APPEAL_NEEDS_ANOTHER_ANSWER');",
    replace: 'if (!regime) return [];',
    spec: SPEC,
    test: 'of an appeal under 59-FZ gets another answer',
  },
  {
    name: 'dispute: the applicant’s requests spent by officials',
    file: 'services/intake/src/domain/appeal.decide.ts',
    find: 'reopened - reopenedByOfficials >= MAX_REOPENINGS',
    replace: 'reopened + 0 * reopenedByOfficials >= MAX_REOPENINGS',
    spec: SPEC,
    test: 'leaves the applicant the two requests that are his',
  },
];

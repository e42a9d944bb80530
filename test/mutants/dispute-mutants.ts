import type { Mutant } from './mutants.js';

const DECIDER = 'services/intake/src/appeal/domain/after-answer.decide.ts';
const SPEC = 'services/intake/src/appeal/domain/appeal.second-look.spec.ts';

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
    find: "if (!isMessage(regime)) no('APPEAL_NEEDS_ANOTHER_ANSWER');",
    replace: "if (!regime) no('APPEAL_NEEDS_ANOTHER_ANSWER');",
    spec: SPEC,
    test: 'of an appeal under 59-FZ gets another answer',
  },
  {
    name: 'dispute: the applicant’s requests spent by officials',
    file: 'services/intake/src/appeal/domain/appeal.decide.ts',
    find: 'reopened - reopenedByOfficials >= MAX_REOPENINGS',
    replace: 'reopened + 0 * reopenedByOfficials >= MAX_REOPENINGS',
    spec: SPEC,
    test: 'leaves the applicant the two requests that are his',
  },
  {
    name: 'dispute: a reply that stands under the first comment of the case',
    file: 'services/notifications/src/networks/adapters/postgres/postgres-network-queue.ts',
    find: 'coalesce(d.ref, s.ref) as ref,\n         s.heard_at',
    replace: 's.ref,\n         s.heard_at',
    spec: 'services/notifications/src/networks/networks.int.spec.ts',
    test: 'stands in VK under the comment that it answers',
  },
  {
    name: 'dispute: a placed reply that is sought under another comment',
    file: 'services/notifications/src/networks/adapters/postgres/postgres-placed-notices.ts',
    find: 'coalesce(d.ref, s.ref) as ref',
    replace: 's.ref',
    spec: 'services/notifications/src/networks/networks.int.spec.ts',
    test: 'is placed by hand, and sought, under that comment; erasure leaves nothing of where it stands',
  },
  {
    name: 'dispute: an erased person whose comments are still known',
    file: 'services/notifications/src/networks/adapters/postgres/postgres-network-sources.ts',
    find: 'update notifications.delivery set ref = null',
    replace: 'update notifications.delivery set ref = ref',
    spec: 'services/notifications/src/networks/networks.int.spec.ts',
    test: 'is placed by hand, and sought, under that comment; erasure leaves nothing of where it stands',
  },
  {
    name: 'dispute: a reopening of officials that is told as asked for',
    file: 'services/notifications/src/notice/adapters/events/routing.consumer.ts',
    find: 'answers === undefined\n        ?',
    replace: 'answers !== null\n        ?',
    spec: 'services/notifications/src/networks/networks.int.spec.ts',
    test: 'is followed there by the notice that it is considered again, which says that nobody asked',
  },
  {
    name: 'dispute: a direct message that names whom the preview does not',
    file: 'services/notifications/src/networks/application/network-text.ts',
    find: 'letterParts({ ...facts, name: undefined, nameHidden: false }',
    replace: 'letterParts({ ...facts, nameHidden: false }',
    spec: 'services/notifications/src/networks/networks.int.spec.ts',
    test: 'says in TELEGRAM (DIRECT) what the signatory was shown',
  },
  {
    name: 'dispute: a letter that is signed without its signature shown',
    file: 'services/notifications/src/letters/application/preview-letter.ts',
    find: 'if (!signer || !official)',
    replace: 'if (!signer || official)',
    spec: 'services/notifications/src/letters/mail-replies.int.spec.ts',
    test: 'says by e-mail what the signatory was shown',
  },
  {
    name: 'dispute: a draft of the first answer that is offered for the second',
    file: 'services/responses/src/application/keep-personal-draft.ts',
    find: 'basedOn >= reopened',
    replace: 'basedOn >= 0 * reopened',
    spec: 'services/responses/src/responses.int.spec.ts',
    test: 'offers for another answer no text that was begun for the first',
  },
  {
    name: 'desk: a change of somebody else that passes as one’s own',
    file: 'services/web/src/frame/own-acts.ts',
    find: 'after > before && after === made.get(id)',
    replace: 'after > before && made.has(id)',
    spec: 'services/web/src/frame/dialogs/changes-behind.spec.ts',
    test: 'knows the change that an act of this window made, and no other, as its own',
  },
];

import {
  beside,
  dropProperty,
  replaceCondition,
  replaceExpression,
  replaceName,
  replaceOperand,
  replaceReturn,
  replaceText,
  takeElse,
} from './locate/change.js';
import type { Mutant } from './mutants.js';

/** Of what is written after an answer, and of what officials do about it. */
export const disputeMutants: readonly Mutant[] = [
  {
    name: 'dispute: a case that is considered again without a fact',
    in: 'intake: demandAfterAnswer',
    change: replaceCondition('writtenAfterAnswer(state.published).length === 0', 'recordedBy'),
    spec: 'appeal.second-look.spec.ts',
    test: 'is a fact that exists and is later than the current answer',
  },
  {
    name: 'dispute: an appeal that is answered on the merits without a signature',
    in: 'intake: demandMessage',
    change: replaceExpression('regime', 'isMessage', beside('APPEAL_NEEDS_ANOTHER_ANSWER')),
    spec: 'appeal.second-look.spec.ts',
    test: 'of an appeal under 59-FZ gets another answer',
  },
  {
    name: 'dispute: the applicant’s requests spent by officials',
    in: 'intake: timesAsked',
    change: replaceReturn('reopened', 'reopenedByOfficials'),
    spec: 'appeal.second-look.spec.ts',
    test: 'leaves the applicant the two requests that are his',
  },
  {
    name: 'dispute: a reply that stands under the first comment of the case',
    in: 'notifications: NetworkQueue.message',
    change: replaceText('coalesce(d.ref, s.ref) as ref,', 's.ref,'),
    spec: 'networks.int.spec.ts',
    test: 'stands in VK under the comment that it answers',
  },
  {
    name: 'dispute: a placed reply that is sought under another comment',
    in: 'notifications: PlacedNotices.of',
    change: replaceText('coalesce(d.ref, s.ref) as ref,', 's.ref,'),
    spec: 'networks.int.spec.ts',
    test: 'is placed by hand, and sought, under that comment; erasure leaves nothing of its place',
  },
  {
    name: 'dispute: an erased person whose comments are still known',
    in: 'notifications: NetworkSources.forget',
    change: replaceText('null ${ofPerson}', 'ref ${ofPerson}'),
    spec: 'networks.int.spec.ts',
    test: 'is placed by hand, and sought, under that comment; erasure leaves nothing of its place',
  },
  {
    name: 'dispute: a reopening of officials that is told as asked for',
    in: 'notifications: RoutingConcern.reopened',
    change: replaceCondition('answers !== null', 'answers'),
    spec: 'networks.int.spec.ts',
    test: 'is followed there by the notice that it is considered again, which says that it was not asked for',
  },
  {
    name: 'dispute: a direct message that names whom the preview does not',
    in: 'notifications: networkText',
    change: dropProperty('undefined'),
    spec: 'networks.int.spec.ts',
    test: 'says in TELEGRAM (DIRECT) what the signatory was shown',
  },
  {
    name: 'dispute: a letter that is signed without its signature shown',
    in: 'notifications: PreviewLetter.signatureIn',
    change: takeElse('signatory'),
    spec: 'mail-replies.int.spec.ts',
    test: 'says by e-mail what the signatory was shown',
  },
  {
    name: 'dispute: a draft of the first answer that is offered for the second',
    in: 'responses: KeepPersonalDraft.earlier',
    change: replaceName('reopened', '0 * reopened', 'basedOn'),
    spec: 'responses.int.spec.ts',
    test: 'offers for another answer no text that was begun for the first',
  },
  {
    name: 'desk: a change of somebody else that passes as one’s own',
    in: 'web: isMade',
    change: replaceOperand('made.has(id)', '==='),
    spec: 'changes-behind.spec.ts',
    test: 'knows the change that an act of this window made, and no other, as its own',
  },
];

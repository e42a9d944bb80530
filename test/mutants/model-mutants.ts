import type { Mutant } from './mutants.js';

const ROUTING = 'services/routing/src/domain';
const spec = 'services/single/src/model/case-model.int.spec.ts';
const whoever = 'whoever acts and whatever is late, doubled or killed';

/** Each is seen by the model of whole cases; most are seen by a spec of their own, too. */
export const modelMutants: readonly Mutant[] = [
  {
    name: 'model: a question without the clock of its answer',
    file: `${ROUTING}/question.decide.ts`,
    find: '...[deadline, ...otherDeadlines].map(',
    replace: '...otherDeadlines.map(',
    ...{ spec, test: `noOpenQuestionWithoutClock, ${whoever}` },
  },
  {
    name: 'model: a question that ends before the applicant is told',
    file: `${ROUTING}/question-ends.decide.ts`,
    find: 'return [...registeredTerm(command.migration, state), forwarded];',
    replace: `return [
      forwarded,
      { type: 'QuestionEnded', end: 'FORWARDED', endedOn: '2026-04-01', zone: 'Asia/Yakutsk' },
    ];`,
    ...{ spec, test: `noEndWithoutProof, ${whoever}` },
  },
  {
    name: 'model: a letter that is sent whenever letters are due',
    file: 'services/notifications/src/letters/application/send-letter.ts',
    find: 'else await this.deliveries.finish(district, notice, tx);',
    replace: '',
    ...{ spec, test: `noNoticeTwice, ${whoever}` },
  },
  {
    name: 'model: a proof of which routing is not told',
    file: 'services/routing/src/adapters/events/notifications.consumer.ts',
    find: "|| !(kind === 'REQUEST' || followedNotices.has(kind))) return;",
    replace: "|| kind !== 'ANSWERED') return;",
    ...{ spec, test: `noProofLost, ${whoever}` },
  },
  {
    name: 'model: an appeal that is answered with its first question',
    file: 'services/intake/src/appeal/domain/end-of-appeal.ts',
    find: "questions.some(({ state }) => state === 'OPEN')",
    replace: "questions.every(({ state }) => state === 'OPEN')",
    ...{ spec, test: `noAnswerWithOpenQuestion, ${whoever}` },
  },
  {
    name: 'model: a term that ends unseen',
    file: 'libs/host/src/terms/watch-terms.ts',
    find: 'if (!(await this.timers.take(tx, timer))) return;',
    replace: 'if (await this.timers.take(tx, timer)) return;',
    ...{ spec, test: `everyWarningOnce, ${whoever}` },
  },
  {
    name: 'model: a longer term whose proof nobody hears',
    file: 'libs/contracts/src/followed-notices.ts',
    find: "...(['EXTENDED', 'INTERIM_ANSWER'] as const),",
    replace: "...(['INTERIM_ANSWER'] as const),",
    ...{ spec, test: `noExtensionWithoutProof, ${whoever}` },
  },
  {
    name: 'model: a command that is not known again',
    file: 'libs/host/src/command-context.ts',
    find: 'subject(context.actor), operation, key.toLowerCase()',
    replace: 'subject(context.actor), operation, crypto.randomUUID()',
    ...{ spec, test: `aRepeatedCommandRecordsNothing, ${whoever}` },
  },
  {
    name: 'model: an official of one district who reads the other’s cases',
    file: 'libs/host/src/graphql/access.ts',
    find: 'permits.flatMap((each) => (each.permitted ? [] : [each.denial]))',
    replace: '[] as string[]',
    ...{ spec, test: `nothingInTheOtherDistrict, ${whoever}` },
  },
  {
    name: 'model: a past day that is shown with what came after it',
    file: 'services/search/src/register/adapters/graphql/register.resolver.ts',
    find: 'history.filter((event) => isKnown(event.at))',
    replace: 'history.filter((event) => isKnown(event.at) || event.topic === "routing.events")',
    ...{ spec, test: 'knows every case as of any day as it was known on that day' },
  },
  {
    name: 'model: a handover that does not arrive',
    file: 'services/intake/src/appeal/adapters/events/handovers.consumer.ts',
    find: 'return this.handover.receive(command,',
    replace: 'if (data.times > 0) return Promise.resolve(); return this.handover.receive(command,',
    ...{ spec, test: `everyHandoverArrives, ${whoever}` },
  },
  {
    name: 'model: an answer whose promise is forgotten',
    file: `${ROUTING}/question-answer.decide.ts`,
    find: "const promised = state.status === 'SIGNED' ? promising(state.promisedUntil) : [];",
    replace: 'const promised = promising(undefined);',
    // The model sees it, too, in seeds in which such an answer is sent.
    spec: `${ROUTING}/question-control.decide.spec.ts`,
    test: 'stay under control once the answer is proved to be sent',
  },
  {
    name: 'model: a promise that does not come back on its day',
    file: 'services/search/src/register/application/fold/question-deadline.ts',
    find: "if (deadline || part.state !== 'ANSWERED' ||",
    replace: "if (deadline || part.state === 'ANSWERED' ||",
    ...{ spec, test: `everyPromiseIsOnItsDay, ${whoever}` },
  },
  {
    name: 'model: a letter that came back and counts as told',
    file: 'services/notifications/src/notice/domain/notice.decide.ts',
    find: 'return byNextWay({ ...state, cameBack: true }, code, at);',
    replace: 'return [];',
    ...{ spec, test: `whatCameBackGoesAnotherWay, ${whoever}` },
  },
  {
    name: 'model: an erased applicant whose question stays open',
    file: 'services/routing/src/adapters/events/intake.consumer.ts',
    find: 'return this.appeal.erased((ordinal)',
    replace: 'if (event.data.person) return Promise.resolve(); return this.appeal.erased((ordinal)',
    ...{ spec, test: `nothingOpenOfTheErased, ${whoever}` },
  },
  {
    name: 'model: words of an erased applicant that stay in the register',
    file: 'services/search/src/register/application/fold/appeal-part.ts',
    find: 'return { ...part, erased: true };',
    replace: 'return part;',
    ...{ spec, test: 'keeps nothing personal of an erased applicant, though the case goes on record' },
  },
  {
    name: 'model: a substitution that does not end by itself',
    file: 'libs/tenancy/src/substitution.ts',
    find: 'return substitution.endedAt === undefined && isOnDuty(substitution, today, zone);',
    replace: 'return substitution.endedAt === undefined || isOnDuty(substitution, today, zone);',
    ...{ spec, test: `nobodyActsForThePresent, ${whoever}` },
  },
  {
    name: 'model: a file that is not given back as it came',
    file: 'services/intake/src/files/adapters/http/files.routes.ts',
    find: '.send(shown.bytes)',
    replace: '.send(shown.bytes.subarray(1))',
    ...{ spec, test: 'opens every file of a case in its own district alone, and none of an erased applicant' },
  },
];

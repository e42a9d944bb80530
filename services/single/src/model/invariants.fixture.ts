import { localDate } from '@otklik/kernel';
import { byStream, ofType, standings, type CaseFacts, type Fact, type Invariant } from './case-facts.fixture.js';
import {
  nothingOpenOfTheErased,
  noCorrectionAfterAnswer,
  noReopeningWithoutFact,
  nothingVoidWaits,
  whatCameBackGoesAnotherWay,
} from './applicant-invariants.fixture.js';
import { everyBodyIsInformed, everyDayOfABodyIsWarnedOf } from './informing-invariants.fixture.js';
import { everyHandoverArrives, noHandoverTwice } from './handover-invariants.fixture.js';
import { isOnItsDay, noForwardingWithoutLetters, PROOFS } from './forwarding-invariants.fixture.js';
import { everyPromiseIsRecorded } from './promise-invariants.fixture.js';
import { nothingUnsignedLeaves } from './signed-notices.fixture.js';

/** 59-FZ art. 12: what is considered has a term, and what has arrived has one from its arrival (art. 8(2)). */
const noOpenQuestionWithoutClock: Invariant = (facts) => [
  ...standings(facts.of('routing.events'))
    .filter(({ state, hasClock }) => state === 'OPEN' && !hasClock)
    .map(({ question }) => `question ${question} is open without a clock`),
  ...ofType(facts.of('intake.events'), 'AppealReceived')
    .filter(({ data }) => data['deadline'] === undefined)
    .map(({ appeal }) => `appeal ${appeal} arrived without a clock`),
];

const ENDING_KINDS: Readonly<Record<string, readonly string[]>> = {
  QuestionAnswered: ['ANSWERED'],
  FORWARDED: ['FORWARDED'],
  LEFT_UNANSWERED: ['LEFT_UNANSWERED', 'CORRESPONDENCE_ENDED'],
};

/** Art. 8(3), 10, 11: a question ends by the proof that the applicant was notified, on the day of that proof. */
const noEndWithoutProof: Invariant = (facts) => {
  const proofs = byStream(ofType(facts.of('notifications.events'), ...PROOFS));
  return [...byStream(facts.of('routing.events')).values()].flatMap((question) =>
    ofType(question, 'QuestionAnswered', 'QuestionEnded')
      .filter((end) => !demandsNoProof(end, question) && !isProved(end, proofs))
      .map(({ type, stream }) => `${type} of question ${stream} has no proof`),
  );
};

/** Art. 11(1), 13(3): there is no addressee, or the record of the reception is the proof. */
function demandsNoProof(end: Fact, question: readonly Fact[]): boolean {
  if (end.type === 'QuestionAnswered')
    return question.some(({ type, commandId }) => type === 'OralAnswerRecorded' && commandId === end.commandId);
  const left = ofType(question, 'QuestionLeftUnanswered').findLast(({ version }) => version < end.version);
  return end.data['notice'] === undefined && left?.data['ground'] === 'ANON';
}

function isProved(end: Fact, proofs: ReadonlyMap<string, readonly Fact[]>): boolean {
  const kinds = ENDING_KINDS[end.type] ?? ENDING_KINDS[String(end.data['end'])] ?? [];
  const endedOn = end.data['answeredOn'] ?? end.data['endedOn'];
  return (proofs.get(String(end.data['notice'])) ?? []).some(
    ({ data }) =>
      data['about'] === end.stream &&
      kinds.includes(String(data['kind'])) &&
      isOnItsDay(localDate(String(data['dispatchedAt']), String(end.data['zone'])), String(endedOn), end),
  );
}

/** How often there was a reason for a notice of that kind. */
type Reasons = (opened: Fact, facts: CaseFacts) => number;

const ofQuestion =
  (...types: readonly string[]): Reasons =>
  ({ data }, facts) =>
    ofType(facts.of('routing.events'), ...types).filter(({ stream }) => stream === data['about']).length;
const ofAppeal =
  (...types: readonly string[]): Reasons =>
  ({ appeal }, facts) =>
    ofType(facts.of('intake.events'), ...types).filter((fact) => fact.appeal === appeal).length;

const reasons: Readonly<Record<string, Reasons>> = {
  REGISTERED: ofAppeal('AppealRegistered'),
  CONSENT_WITHDRAWN: ofAppeal('ConsentWithdrawn'),
  ANSWERED: ofQuestion('AnswerAccepted'),
  FORWARDED: ofQuestion('QuestionForwarded'),
  LEFT_UNANSWERED: ofQuestion('QuestionLeftUnanswered'),
  CORRESPONDENCE_ENDED: ofQuestion('QuestionLeftUnanswered'),
  EXTENDED: ofQuestion('DeadlineExtensionDecided'),
  INTERIM_ANSWER: ofQuestion('InterimAnswerGiven'),
  // Of the body that is known at the end, and of each that is recorded later.
  INFORMING: (opened, facts) =>
    ofQuestion('QuestionAnswered', 'QuestionEnded')(opened, facts) + ofAppeal('SourceRecorded')(opened, facts),
  FORWARDING_WITHDRAWN: ofQuestion('ForwardingWithdrawn'),
  REPLIED: ofAppeal('SupplementAnswered'),
  ISSUE_ENDED: ofAppeal('KnownIssueEndReported'),
  REOPENED: ofQuestion('QuestionReopened'),
  REOPENING_DECIDED: (opened, facts) =>
    (opened.data['about'] === undefined ? ofAppeal('ReopeningRefused') : ofQuestion('QuestionReopened'))(opened, facts),
};

const noNoticeTwice: Invariant = (facts) => {
  const notices = facts.of('notifications.events');
  const opened = ofType(notices, 'NoticeOpened');
  const matters = Map.groupBy(opened, ({ appeal, data }) => `${data['kind']} of ${data['about'] ?? appeal}`);
  // Each body has a covering letter of its own, and a body that is recorded is informed of each question.
  const to = ({ kind, details, about }: Fact['data']) => {
    if (kind === 'INFORMING') return ` of ${about}`;
    return kind === 'COVERING' ? ` to ${(details as { body?: string } | undefined)?.body}` : '';
  };
  const causes = Map.groupBy(
    opened,
    ({ appeal, data, causationId }) => `${appeal} ${data['kind']}${to(data)} by ${causationId}`,
  );
  return [
    ...[...matters].filter(([, all]) => all.length > allowed(all[0]!, facts)).map(([what]) => `${what} was told twice`),
    ...[...causes].filter(([, all]) => all.length > 1).map(([what]) => `two notices: ${what}`),
    ...[...byStream(notices)].filter(isTwiceOnItsWay).map(([notice]) => `notice ${notice} was dispatched twice`),
    // After a crash one letter more than the sender knows of.
    ...[...facts.letters]
      .filter(([id, times]) => times > (facts.unheard.has(id) ? 2 : 1))
      .map(([id]) => `letter ${id} went out too often`),
  ];
};

/** What was dispatched goes again once it has come back. */
function isTwiceOnItsWay([, notice]: readonly [string, readonly Fact[]]): boolean {
  const steps = ofType(notice, ...PROOFS, 'NoticeFailed');
  return steps.some(({ type }, at) => PROOFS.includes(type) && PROOFS.includes(steps[at - 1]?.type ?? ''));
}

function allowed(opened: Fact, facts: CaseFacts): number {
  return reasons[String(opened.data['kind'])]?.(opened, facts) ?? Infinity;
}

/** What proved a dispatch stays on record, and routing knows of it. */
const noProofLost: Invariant = (facts) => {
  const notices = facts.of('notifications.events');
  const proofs = ofType(notices, ...PROOFS, 'ProofCameLate');
  const known = Map.groupBy(proofs, ({ stream }) => stream);
  const dispatched = proofs.map(({ data }) => String(data['proof'] ?? ''));
  return [
    ...[...Map.groupBy(facts.proved, (notice) => notice)]
      .filter(([notice, times]) => ofHand(known.get(notice) ?? []).length < times.length)
      .map(([notice]) => `a recorded proof of notice ${notice} is lost`),
    ...[...facts.letters]
      .filter(([id, times]) => times > (facts.unheard.has(id) ? 1 : 0))
      .filter(([id]) => !dispatched.some((proof) => proof.startsWith(id)))
      .map(([id]) => `the proof of letter ${id} is lost`),
    ...unknownToRouting(proofs, facts.of('routing.events')),
  ];
};

const ofHand = (proofs: readonly Fact[]): readonly Fact[] =>
  proofs.filter(({ data }) => data['way'] === 'ORAL' || data['way'] === 'PAPER');

function unknownToRouting(proofs: readonly Fact[], routing: readonly Fact[]): readonly string[] {
  const questions = byStream(routing);
  const ending = ofType(proofs, ...PROOFS).filter(({ data }) =>
    Object.values(ENDING_KINDS).flat().includes(String(data['kind'])),
  );
  return ending
    .filter(({ stream, data }) => {
      const question = questions.get(String(data['about'])) ?? [];
      if (question.some((fact) => fact.data['notice'] === stream)) return false;
      // The end of another kind was first: its notice tells nothing new.
      return data['kind'] === 'ANSWERED' || !question.some(({ type }) => type === 'QuestionClosed');
    })
    .map(({ stream, data }) => `routing does not know that notice ${stream} (${data['kind']}) is proved`);
}

/** Art. 10(1): an appeal is answered when each of its questions has its end, then at once, and never before. */
const noAnswerWithOpenQuestion: Invariant = (facts) => {
  const routing = facts.of('routing.events');
  const questions = Map.groupBy(routing, ({ appeal }) => appeal);
  return [...Map.groupBy(facts.of('intake.events'), ({ appeal }) => appeal)].flatMap(([appeal, intake]) => {
    const own = questions.get(appeal) ?? [];
    const early = ofType(intake, 'AppealAnswered').filter(({ recordedAt }) =>
      standings(own.filter((fact) => fact.recordedAt <= recordedAt && !isGivenBack(fact))).some(
        ({ state }) => state === 'OPEN',
      ),
    );
    return [
      ...early.map(() => `appeal ${appeal} was answered with an open question`),
      ...mismatch(appeal, intake, standings(own)),
    ];
  });
};

const STATES = [
  ...['AppealRegistered', 'AppealAnswered', 'ReopeningGranted', 'AppealWithdrawn', 'RegistrationCorrected'],
  ...['ConsiderationResumed', 'PersonErased'],
];

/** By all bodies, after its end, of which the appeal may hear later. */
const isGivenBack = ({ type }: Fact): boolean => type === 'QuestionTakenBack';

const CONSIDERED = ['AppealRegistered', 'ReopeningGranted', 'ConsiderationResumed'];

function mismatch(appeal: string, intake: readonly Fact[], questions: ReturnType<typeof standings>): readonly string[] {
  const state = ofType(intake, ...STATES).at(-1)?.type;
  const isOpen = questions.some((question) => question.state === 'OPEN');
  const isDone = !isOpen && questions.some((question) => question.state === 'ENDED');
  if (state === 'AppealAnswered') return isOpen ? [`appeal ${appeal} is answered and has an open question`] : [];
  const isConsidered = CONSIDERED.includes(state ?? '');
  return isConsidered && isDone ? [`every question of appeal ${appeal} has its end, and it is not answered`] : [];
}

/** Of a term is warned once, and of one that has ended under an open question always. */
const everyWarningOnce: Invariant = (facts) => {
  const open = new Set(
    standings(facts.of('routing.events')).flatMap(({ state, question }) => (state === 'OPEN' ? [question] : [])),
  );
  const streams = byStream([...facts.of('routing.events'), ...facts.of('intake.events')]);
  return [...streams].flatMap(([question, all]) => [
    ...[...Map.groupBy(ofType(all, ...WARNINGS), (warning) => warningOf(warning, all))]
      .filter(([, times]) => times.length > 1)
      .map(([what]) => `${question} was warned of twice: ${what}`),
    ...(open.has(question) ? missed(all, facts.now) : []).map(
      (rule) => `question ${question} is late by ${rule}, unseen`,
    ),
  ]);
};

/** Rules whose latest term has ended without a notice. */
function missed(question: readonly Fact[], now: string): readonly string[] {
  const anew = ofType(question, 'QuestionReopened').at(-1)?.version ?? 0;
  const running = ofType(question, 'DeadlineSet').filter(({ version }) => version > anew);
  const latest = new Map(running.map((set) => [String(set.data['rule']), set]));
  const told = (rule: string, dueOn: unknown): boolean =>
    ofType(question, 'DeadlineMissed').some(({ data }) => data['rule'] === rule && data['dueOn'] === dueOn) ||
    ofType(question, 'DeadlineExtended').some(({ data }) => data['rule'] === rule) ||
    ofType(question, 'InterimAnswerTold').some(({ data }) => (data['rules'] as readonly string[]).includes(rule));
  return [...latest]
    .filter(
      ([rule, { data }]) => String(data['dueOn']) < localDate(now, String(data['zone'])) && !told(rule, data['dueOn']),
    )
    .filter(([, set]) => obliges(set, question))
    .map(([rule]) => rule);
}

const PLACED = [
  'QuestionLeftToCoordinator',
  'QuestionReturned',
  'QuestionRouted',
  'ExecutorAssigned',
  'AssignmentTakenBack',
];
const DECIDED = ['QuestionForwarded', 'QuestionLeftUnanswered', 'QuestionRestored', 'QuestionReopened'];

/** To forward while the coordinator has it or it is on its way (art. 8(3)); to tell why there is no answer once so decided (art. 11). */
function obliges({ data: { rule, duty }, version }: Fact, question: readonly Fact[]): boolean {
  if (duty === 'ANSWER') return true;
  const last = ofType(question, ...PLACED, ...DECIDED).at(-1);
  if (duty !== 'FORWARD') return last?.type === 'QuestionLeftUnanswered' && last.data['ground'] === rule;
  // What bodies gave back was forwarded in its time.
  const wasForwarded = ofType(question, 'QuestionTakenBack').some((back) => back.version > version);
  return !wasForwarded && last !== undefined && isToForward(last);
}

/** A question that goes back to no department goes back to the coordinator. */
function isToForward({ type, data }: Fact): boolean {
  if (type === 'QuestionRestored' || type === 'QuestionReopened') return data['department'] === undefined;
  return type === 'QuestionLeftToCoordinator' || type === 'QuestionReturned' || type === 'QuestionForwarded';
}

const WARNINGS = ['DeadlineNear', 'DeadlineMissed', 'RegistrationNear', 'RegistrationMissed'];
/** The same day may end the term of the first consideration and of the next one, and those of bodies that were asked on one day. */
function warningOf({ type, version, data }: Fact, stream: readonly Fact[]): string {
  const { rule } = data;
  const set = ofType(stream, 'DeadlineSet').findLast((term) => term.version < version && term.data['rule'] === rule);
  const of = String(data['request'] ?? set?.version ?? 1);
  return `${type} ${String(rule)} ${String(data['dueOn'])} ${String(data['share'] ?? '')} of ${of}`;
}

/**
 * Art. 12(2): a longer term is in force by the proof, before the end of the former one, that the applicant was
 * notified.
 */
const noExtensionWithoutProof: Invariant = (facts) => {
  const routing = byStream(facts.of('routing.events'));
  const proofs = ofType(facts.of('notifications.events'), ...PROOFS).filter(({ data }) => data['kind'] === 'EXTENDED');
  const extended = ofType(facts.of('routing.events'), 'DeadlineExtended');
  return [
    ...extended
      .filter((fact) => !proofs.some((proof) => proof.stream === fact.data['notice'] && isInTime(proof, fact, routing)))
      .map(({ stream }) => `the term of question ${stream} was extended without a proof in time`),
    ...proofs
      .filter(({ stream, data }) => !isHeard(stream, routing.get(String(data['about'])) ?? []))
      .map(({ stream }) => `nobody heard that notice ${stream} of an extension is proved`),
  ];
};

function isInTime(proof: Fact, extended: Fact, routing: ReadonlyMap<string, readonly Fact[]>): boolean {
  const before = ofType(routing.get(extended.stream) ?? [], 'DeadlineSet').findLast(
    ({ version, data }) => version < extended.version && data['rule'] === extended.data['rule'],
  );
  if (!before) return false;
  const toldOn = localDate(String(proof.data['dispatchedAt']), String(before.data['zone']));
  return toldOn <= String(before.data['dueOn']);
}

/** What has its end has no term that could be extended. */
function isHeard(notice: string, question: readonly Fact[]): boolean {
  return (
    question.some(
      ({ type, data }) =>
        (type === 'DeadlineExtended' || type === 'DeadlineExtensionLapsed') && data['notice'] === notice,
    ) || ofType(question, 'QuestionAnswered', 'QuestionEnded', 'QuestionClosed').length > 0
  );
}

export const invariants: Readonly<Record<string, Invariant>> = {
  noCorrectionAfterAnswer,
  noReopeningWithoutFact,
  noOpenQuestionWithoutClock,
  noEndWithoutProof,
  noForwardingWithoutLetters,
  everyBodyIsInformed,
  everyDayOfABodyIsWarnedOf,
  noNoticeTwice,
  nothingUnsignedLeaves,
  noProofLost,
  noAnswerWithOpenQuestion,
  everyWarningOnce,
  noExtensionWithoutProof,
  noHandoverTwice,
  everyHandoverArrives,
  everyPromiseIsRecorded,
  nothingVoidWaits,
  whatCameBackGoesAnotherWay,
  nothingOpenOfTheErased,
};

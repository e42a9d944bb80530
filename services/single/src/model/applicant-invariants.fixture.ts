import { byStream, ofType, standings, type Fact, type Invariant } from './case-facts.fixture.js';

/** No task waits for an erased applicant, and no notice to one is asked for. */
export const nothingOpenOfTheErased: Invariant = (facts) => {
  const erased = new Set(ofType(facts.of('intake.events'), 'PersonErased').map(({ appeal }) => appeal));
  const questions = standings(facts.of('routing.events')).filter(({ appeal }) => erased.has(appeal));
  const notices = [...byStream(facts.of('notifications.events'))].filter(([, all]) => erased.has(all[0]!.appeal));
  return [
    ...questions
      .filter(({ state }) => state === 'OPEN')
      .map(({ question, appeal }) => `question ${question} of the erased appeal ${appeal} is open`),
    ...notices
      .filter(([, all]) => isPending(all))
      .map(([notice, [first]]) => `notice ${notice} of the erased appeal ${first!.appeal} is pending`),
  ];
};

function isPending(notice: readonly Fact[]): boolean {
  const last = ofType(notice, 'NoticeOpened', 'NoticeDispatched', 'NoticePosted', 'NoticeFailed', 'NoticeCancelled').at(
    -1,
  );
  return last?.type === 'NoticeOpened' || last?.type === 'NoticeFailed';
}

const OF_COURSE: readonly string[] = ['EXTENDED', 'INTERIM_ANSWER'];

/** Neither what came back nor what has not left yet tells of a registration that was wrong, or of the course of what has its end. */
export const nothingVoidWaits: Invariant = (facts) => {
  const wrong = new Set(ofType(facts.of('intake.events'), 'RegistrationCorrected').map(({ appeal }) => appeal));
  const ended = new Set(
    standings(facts.of('routing.events')).flatMap(({ state, question }) => (state === 'ENDED' ? [question] : [])),
  );
  return [...byStream(facts.of('notifications.events'))]
    .filter(([, notice]) => isPending(notice))
    .filter(([, [opened]]) => {
      const { kind, about } = opened!.data;
      if (kind === 'REGISTERED') return wrong.has(opened!.appeal);
      return OF_COURSE.includes(String(kind)) && ended.has(String(about));
    })
    .map(([notice]) => `notice ${notice} waits, and what it tells is void`);
};

/** A letter that was returned is followed by the next channel, unless there is no addressee any more. */
export const whatCameBackGoesAnotherWay: Invariant = (facts) => {
  const notices = byStream(facts.of('notifications.events'));
  const erased = new Set(ofType(facts.of('intake.events'), 'PersonErased').map(({ appeal }) => appeal));
  return facts.cameBack
    .filter(({ notice }) => !erased.has(notices.get(notice)?.[0]?.appeal ?? ''))
    .filter(({ letter, notice }) => isStillSent(notices.get(notice) ?? [], letter))
    .map(({ letter, notice }) => `letter ${letter} came back, and notice ${notice} counts as told`);
};

function isStillSent(notice: readonly Fact[], letter: string): boolean {
  const sent = notice.find(
    ({ type, data }) => type === 'NoticeDispatched' && String(data['proof'] ?? '').startsWith(letter),
  );
  return sent !== undefined && !ofType(notice, 'NoticeFailed').some(({ version }) => version > sent.version);
}

/** No case is considered again without a fact: a request of the applicant, or a text later than the current answer. */
export const noReopeningWithoutFact: Invariant = (facts) =>
  [...byStream(facts.of('intake.events')).values()].flatMap((appeal) =>
    ofType(appeal, 'ReopeningGranted')
      .filter((granted) => !isFounded(granted, appeal))
      .map(({ stream }) => `appeal ${stream} is considered again without a fact`),
  );

/** Gist and place are corrected of what is registered and considered: an answer was given to the appeal as it was. */
export const noCorrectionAfterAnswer: Invariant = (facts) =>
  [...byStream(facts.of('intake.events')).values()].flatMap((appeal) =>
    ofType(appeal, 'DetailsCorrected')
      .filter(({ version }) => !isConsideredAt(version, appeal))
      .map(({ stream }) => `appeal ${stream} was corrected while it was not considered`),
  );

const BEGINS: readonly string[] = ['AppealRegistered', 'ReopeningGranted', 'ConsiderationResumed'];
const STOPS: readonly string[] = ['AppealAnswered', 'AppealWithdrawn', 'RegistrationCorrected', 'PersonErased'];

function isConsideredAt(version: number, appeal: readonly Fact[]): boolean {
  const last = appeal.findLast((one) => one.version < version && [...BEGINS, ...STOPS].includes(one.type));
  return last !== undefined && BEGINS.includes(last.type);
}

function isFounded({ version, data }: Fact, appeal: readonly Fact[]): boolean {
  const before = appeal.filter((one) => one.version < version);
  const stood = ofType(before, 'AppealAnswered').at(-1)?.version ?? Infinity;
  const since = before.filter((one) => one.version > stood);
  if (data['reason'] !== undefined) return stood < version;
  return data['supplement'] === undefined
    ? ofType(before, 'ReopeningRequested').length > 0
    : since.some(({ id, type }) => type === 'AppealSupplemented' && id === data['supplement']);
}

import { byStream, ofType, standings, type Fact, type Invariant } from './case-facts.fixture.js';

/** Nobody waits for an applicant who was erased, and nobody is asked to tell him anything. */
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

/** A letter that was sent and came back is told by the next way, unless nobody is there to be told any more. */
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

import { localDate } from '@otklik/kernel';
import { byStream, ofType, standings, type Fact, type Invariant } from './case-facts.fixture.js';

/** What a body asks with the letter by which it sent an appeal on. */
interface Asked {
  readonly number?: string;
  readonly wantsAnswer?: boolean;
  readonly term?: string;
}

/** The body that asked is informed of each end, whenever it was recorded: by a letter that replies to its own and was not cancelled. */
export const everyBodyIsInformed: Invariant = (facts) => {
  const intake = Map.groupBy(facts.of('intake.events'), ({ appeal }) => appeal);
  const notices = facts.of('notifications.events');
  const cancelled = new Set(ofType(notices, 'NoticeCancelled').map(({ stream }) => stream));
  const letters = ofType(notices, 'NoticeOpened').filter(
    ({ stream, data }) => data['kind'] === 'INFORMING' && !cancelled.has(stream),
  );
  return standings(facts.of('routing.events'))
    .filter(({ state }) => state === 'ENDED')
    .flatMap(({ question, appeal }) => {
      const asked = askedIn(intake.get(appeal) ?? []);
      const isInformed = letters.some(
        ({ data }) => data['about'] === question && (data['details'] as Asked | undefined)?.number === asked?.number,
      );
      return asked && !isInformed ? [`the body that asked is not informed of question ${question}`] : [];
    });
};

function askedIn(intake: readonly Fact[]): Asked | undefined {
  if (ofType(intake, 'AppealWithdrawn', 'RegistrationCorrected', 'PersonErased').length > 0) return undefined;
  const letter = ofType(intake, 'AppealReceived', 'SourceRecorded').map(letterIn).at(-1);
  return letter?.wantsAnswer === true ? letter : undefined;
}

/** Of the day that a body asked for is warned under an open question, where it ends before the term of the law, and of no other day. */
export const everyDayOfABodyIsWarnedOf: Invariant = (facts) => {
  const intake = Map.groupBy(facts.of('intake.events'), ({ appeal }) => appeal);
  const routing = byStream(facts.of('routing.events'));
  return standings(facts.of('routing.events')).flatMap(({ question, appeal, state }) => {
    const letters = ofType(intake.get(appeal) ?? [], 'AppealReceived', 'SourceRecorded').map(letterIn);
    const own = routing.get(question) ?? [];
    const warned = ofType(own, 'DeadlineNear', 'DeadlineMissed').filter(({ data }) => data['rule'] === 'BODY');
    const strange = warned.filter(({ data }) => letters.every((letter) => letter?.term !== data['dueOn']));
    const isMissed = state === 'OPEN' && isOver(letters.at(-1)?.term, own, facts.now);
    const isSeen = ofType(warned, 'DeadlineMissed').some(({ data }) => data['dueOn'] === letters.at(-1)?.term);
    return [
      ...strange.map(() => `question ${question} was warned of a day that no body asked for`),
      ...(isMissed && !isSeen ? [`question ${question} is late by the day of the body, unseen`] : []),
    ];
  });
};

function isOver(term: string | undefined, question: readonly Fact[], now: string): boolean {
  const set = ofType(question, 'DeadlineSet').findLast(({ data }) => data['duty'] === 'ANSWER');
  if (!set || term === undefined) return false;
  const again = ofType(question, 'QuestionReopened').at(-1);
  const anew = ofType(question, 'DeadlineSet').find(({ version }) => version > (again?.version ?? Infinity));
  // It was answered for that day before.
  if (anew && term <= String(anew.data['countedFrom'])) return false;
  return term < String(set.data['dueOn']) && term < localDate(now, String(set.data['zone']));
}

function letterIn({ data }: Fact): Asked | undefined {
  return data['receivedFrom'] as Asked | undefined;
}

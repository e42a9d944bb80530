import { ofType, standings, type Fact, type Invariant } from './case-facts.fixture.js';

/** What a body asks with the letter by which it sent an appeal on. */
interface Asked {
  readonly number?: string;
  readonly wantsAnswer?: boolean;
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
  const letter = ofType(intake, 'AppealReceived', 'SourceRecorded').at(-1)?.data['receivedFrom'] as Asked | undefined;
  return letter?.wantsAnswer === true ? letter : undefined;
}

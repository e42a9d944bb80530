import { localDate } from '@otklik/kernel';
import { byStream, ofType, type Fact, type Invariant } from './case-facts.fixture.js';

export const PROOFS = ['NoticeDispatched', 'NoticePosted'];

/** Art. 8(3): a question is forwarded once each of its letters to bodies has left as well, on the day of the last of them. */
export const noForwardingWithoutLetters: Invariant = (facts) => {
  const proofs = byStream(ofType(facts.of('notifications.events'), ...PROOFS));
  return [...byStream(facts.of('routing.events')).values()].flatMap((question) =>
    ofType(question, 'QuestionEnded')
      .filter(({ data }) => data['end'] === 'FORWARDED')
      .filter((end) => !lettersOf(end, question).every((letter) => isSentBy(end, proofs.get(letter) ?? [])))
      .map(({ stream }) => `question ${stream} is forwarded, and a letter to a body has not left`),
  );
};

function lettersOf(end: Fact, question: readonly Fact[]): readonly string[] {
  const forwarded = ofType(question, 'QuestionForwarded').findLast(({ version }) => version < end.version);
  const to = (forwarded?.data['to'] ?? []) as readonly { readonly letter: string; readonly district?: string }[];
  return to.filter(({ district }) => district === undefined).map(({ letter }) => letter);
}

function isSentBy(end: Fact, proofs: readonly Fact[]): boolean {
  const zone = String(end.data['zone']);
  return proofs.some(({ data }) => localDate(String(data['dispatchedAt']), zone) <= String(end.data['endedOn']));
}

/** What is forwarded ends with the last of its letters, the notice may have been before. */
export function isOnItsDay(on: string, endedOn: string, { data }: Fact): boolean {
  return data['end'] === 'FORWARDED' ? on <= endedOn : on === endedOn;
}

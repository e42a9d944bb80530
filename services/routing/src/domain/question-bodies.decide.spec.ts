import { describe, it } from '@jest/globals';
import { specify } from '@otklik/testing';
import type { RecordReaction } from './question-bodies.decide.js';
import { question, type QuestionCommand } from './question.decide.js';
import type { QuestionEvent } from './question-state.js';

const { given } = specify(question);

const opened: QuestionEvent = { type: 'QuestionOpened', person: 'person', regime: 'APPEAL_59FZ', ordinal: 1 };
const to = [
  { letter: 'l1', organisation: 'police', name: 'Police' },
  { letter: 'l2', name: 'Inspection' },
];
const forwarded: QuestionEvent = { type: 'QuestionForwarded', to, forwardedOn: '2026-11-26', linksUntil: '2027-01-25' };
const ended: QuestionEvent = {
  type: 'QuestionEnded',
  end: 'FORWARDED',
  notice: 'n',
  endedOn: '2026-11-30',
  zone: 'Asia/Yakutsk',
};
const withdrawn: QuestionEvent = { type: 'QuestionClosed', ground: 'WITHDRAWN' };
const page = (letter: string, reaction: RecordReaction['reaction']): RecordReaction => ({
  type: 'RecordReaction',
  letter,
  reaction,
  source: 'PAGE',
  reactedOn: '2026-12-01',
  today: '2026-12-02',
});
const reacted = (letter: string, reaction: RecordReaction['reaction']): QuestionEvent => ({
  type: 'BodyReacted',
  letter,
  reaction,
  source: 'PAGE',
  reactedOn: '2026-12-01',
});
const takeBack: QuestionCommand = { type: 'TakeBackQuestion' };

describe('what a body did with a question that was forwarded to it (59-FZ art. 8(3))', () => {
  it('is recorded before and after the applicant is notified, the number of its registration with it', () => {
    given(opened, forwarded).when(page('l1', 'ACCEPTED')).records(reacted('l1', 'ACCEPTED'));
    given(opened, forwarded, ended, reacted('l1', 'ACCEPTED'))
      .when({ ...page('l1', 'ANSWERED'), number: '3/17', text: 'Checked.' })
      .records({ ...reacted('l1', 'ANSWERED'), number: '3/17', text: 'Checked.' } as QuestionEvent);
  });

  it('is one of each body, and an answer or a return is the last', () => {
    given(opened, forwarded, reacted('l1', 'ACCEPTED'))
      .when({ ...page('l1', 'ACCEPTED'), number: '4' })
      .refuses('BODY_REACTED');
    given(opened, forwarded, reacted('l1', 'ANSWERED')).when(page('l1', 'REFUSED')).refuses('BODY_REACTED');
    given(opened, forwarded, reacted('l1', 'REFUSED')).when(page('l1', 'ACCEPTED')).refuses('BODY_REACTED');
    given(opened, forwarded, reacted('l1', 'REFUSED')).when(page('l2', 'ANSWERED')).records(reacted('l2', 'ANSWERED'));
  });

  it('is of the day of the letter at the earliest', () => {
    const told = { ...page('l1', 'ANSWERED'), reactedOn: '2026-11-25' };
    given(opened, forwarded).when(told).refuses('REACTED_BEFORE_SENT');
    given(opened, forwarded, ended)
      .when({ ...told, source: 'LETTER' })
      .refuses('REACTED_BEFORE_SENT');
    given(opened, forwarded)
      .when({ ...told, reactedOn: '2026-11-26' })
      .records({ ...reacted('l1', 'ANSWERED'), reactedOn: '2026-11-26' } as QuestionEvent);
  });

  it('is that it took the question up where its server lists the request, unless it reported more already', () => {
    const note: QuestionCommand = { type: 'NoteTakenUp', letter: 'l1', number: '638344', on: '2026-12-01' };
    const taken = { ...reacted('l1', 'ACCEPTED'), source: 'OPEN311', number: '638344' } as QuestionEvent;
    given(opened, forwarded).when(note).records(taken);
    given(opened, forwarded, taken).when(note).recordsNothing();
    given(opened, forwarded, reacted('l1', 'ANSWERED')).when(note).recordsNothing();
    given(opened, forwarded, withdrawn).when(note).recordsNothing();
    given(opened).when(note).recordsNothing();
  });

  it('is another answer, too, which the body writes on a page that was still open', () => {
    const said = { text: 'Checked once more.', record: 'another' };
    const more = { ...page('l1', 'ANSWERED'), ...said };
    given(opened, forwarded, reacted('l1', 'ANSWERED'))
      .when(more)
      .records({ ...reacted('l1', 'ANSWERED'), ...said } as QuestionEvent);
    given(opened, forwarded, reacted('l1', 'ANSWERED')).when(page('l1', 'ANSWERED')).recordsNothing();
    given(opened, forwarded, reacted('l1', 'REFUSED')).when(more).refuses('BODY_REACTED');
  });

  it('is of a question that is at bodies, by one of its letters', () => {
    const letter = { ...page('l1', 'ANSWERED'), source: 'LETTER' } as const;
    given(opened).when(letter).refuses('QUESTION_STATE_FORBIDS');
    given(opened, forwarded, withdrawn).when(letter).refuses('QUESTION_STATE_FORBIDS');
    given(opened).when(page('l1', 'ANSWERED')).refuses('NOT_FOUND');
    given(opened, forwarded, withdrawn).when(page('l1', 'ANSWERED')).refuses('NOT_FOUND');
    given(opened, forwarded).when(page('l3', 'ANSWERED')).refuses('NOT_FOUND');
    given().when(page('l1', 'ANSWERED')).refuses('NOT_FOUND');
  });
});

describe('the page of a body', () => {
  const later = { ...page('l1', 'ANSWERED'), today: '2027-01-26' };
  const revoked: QuestionEvent = { type: 'BodyLinkRevoked', letter: 'l1' };

  it('opens for its term and until it is revoked; a letter of the body is recorded nevertheless', () => {
    given(opened, forwarded).when(later).refuses('NOT_FOUND');
    given(opened, forwarded, revoked).when(page('l1', 'ANSWERED')).refuses('NOT_FOUND');
    given(opened, forwarded, revoked).when(page('l2', 'ANSWERED')).records(reacted('l2', 'ANSWERED'));
    given(opened, forwarded, revoked)
      .when({ ...later, source: 'LETTER' })
      .records({ ...reacted('l1', 'ANSWERED'), source: 'LETTER' } as QuestionEvent);
  });

  it('is revoked once', () => {
    given(opened, forwarded).when({ type: 'RevokeBodyLink', letter: 'l1' }).records(revoked);
    given(opened, forwarded, revoked).when({ type: 'RevokeBodyLink', letter: 'l1' }).recordsNothing();
    given(opened, forwarded, reacted('l1', 'REFUSED')).when({ type: 'RevokeBodyLink', letter: 'l1' }).recordsNothing();
  });
});

describe('a question that every body gave back', () => {
  const refused = [reacted('l1', 'REFUSED'), reacted('l2', 'REFUSED')] as const;

  it('is considered here again, with the coordinator', () => {
    given(opened, forwarded, ended, ...refused)
      .when(takeBack)
      .records({ type: 'QuestionTakenBack' });
    given(opened, forwarded, ended, ...refused, { type: 'QuestionTakenBack' })
      .when(takeBack)
      .recordsNothing();
  });

  it('stays where one of them considers it, and while the applicant is being notified', () => {
    given(opened, forwarded, ended, reacted('l1', 'REFUSED')).when(takeBack).refuses('BODY_CONSIDERS');
    given(opened, forwarded, ended, reacted('l1', 'REFUSED'), reacted('l2', 'ANSWERED'))
      .when(takeBack)
      .refuses('BODY_CONSIDERS');
    given(opened, forwarded, ...refused)
      .when(takeBack)
      .refuses('QUESTION_STATE_FORBIDS');
    given(opened).when(takeBack).refuses('QUESTION_STATE_FORBIDS');
    given().when(takeBack).refuses('NOT_FOUND');
  });
});

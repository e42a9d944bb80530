import { describe, expect, it } from '@jest/globals';
import { fold } from '@otklik/kernel';
import { specify } from '@otklik/testing';
import { question, type QuestionCommand } from './question.decide.js';
import type { QuestionEvent } from './question-state.js';

const { given } = specify(question);
const zone = 'Asia/Yakutsk';

const opened: QuestionEvent = { type: 'QuestionOpened', person: 'person', regime: 'APPEAL_59FZ', ordinal: 1 };
const routed: QuestionEvent = { type: 'QuestionRouted', topic: 'ROADS', department: 'works', by: 'RULE', words: [] };
const assigned: QuestionEvent = { type: 'ExecutorAssigned', executor: 'ivanova', department: 'works' };
const police = { letter: 'l2', name: 'Police' };
const to = [{ letter: 'l1', district: 'tompo', name: 'Tompo' }, police];
const [forwardedOn, linksUntil] = ['2026-11-26', '2027-01-25'] as const;
const forwarded: QuestionEvent = { type: 'QuestionForwarded', to, forwardedOn, linksUntil };
const ended: QuestionEvent = { type: 'QuestionEnded', end: 'FORWARDED', notice: 'n', endedOn: '2026-11-30', zone };
const handedOver: QuestionEvent = { type: 'QuestionHandedOver', to: 'tompo', times: 1 };
const reopened: QuestionEvent = { type: 'QuestionReopened', person: 'person', times: 1, until: '2026-12-30' };

const end: QuestionCommand = { type: 'EndQuestion', notice: 'n', addressee: 'APPLICANT', endedOn: '2026-11-30', zone };
const sent: QuestionEvent = { type: 'ForwardingStepProved', notice: 'l2', addressee: 'BODY', provedOn: '2026-11-27' };
const withdraw = { type: 'WithdrawForwarding', reason: 'ours', mayActIn: 'ALL' } as const;
const withdrawn: QuestionEvent = { type: 'ForwardingWithdrawn', reason: 'ours' };
const accept = { type: 'AcceptHandover', to: 'tompo', times: 1, number: 'T-7', registeredOn: '2026-12-01' } as const;
const accepted: QuestionEvent = { ...accept, type: 'HandoverAccepted' };
const finish = { type: 'EndHandover', to: 'tompo', times: 1, end: 'ANSWERED', endedOn: '2026-12-20' } as const;
const finished: QuestionEvent = { ...finish, type: 'HandoverEnded' };

describe('a question of another district of the platform (59-FZ art. 8(3))', () => {
  it('is handed over when the applicant was notified, with its texts, once', () => {
    const texts = { text: 'The road.', reason: 'theirs' };
    given(opened, routed, forwarded)
      .when({ ...end, texts })
      .records(ended, { ...handedOver, ...texts });
    given(opened, routed, forwarded, ended, handedOver).when(end).recordsNothing();
  });

  it('is not handed over before, and never to a body outside the platform', () => {
    const known = { allKnown: true, districtsKnown: true, mayActIn: 'ALL' } as const;
    const forward = { type: 'ForwardQuestion', to, forwardedOn, linksUntil, ...known } as const;
    given(opened, routed)
      .when(forward)
      .records({ ...forwarded, endsByLetters: true } as QuestionEvent);
    given(opened, { ...forwarded, to: [police] })
      .when(end)
      .records(ended);
    given(opened)
      .when({ ...forward, districtsKnown: false })
      .refuses('DISTRICT_UNKNOWN');
  });

  it('is another handover when it is forwarded there again', () => {
    given(opened, forwarded, ended, handedOver, reopened, forwarded)
      .when(end)
      .records(ended, { ...handedOver, times: 2 });
  });

  it('has its number and its end reported back, each once, whatever its state here', () => {
    given(opened, forwarded, ended, handedOver).when(accept).records(accepted);
    given(opened, forwarded, ended, handedOver, accepted).when(accept).recordsNothing();
    given(opened, forwarded, ended, handedOver, accepted).when(finish).records(finished);
    given(opened, forwarded, ended, handedOver, accepted, finished)
      .when({ ...finish, end: 'CLOSED' })
      .recordsNothing();
    given(opened, forwarded, ended, handedOver, reopened).when(accept).records(accepted);
    given(opened, forwarded, ended, handedOver, { type: 'QuestionClosed', ground: 'ERASED' })
      .when(finish)
      .records(finished);
  });

  it('is notified once of a consent that is withdrawn, each district that has it, whatever the state of the copy', () => {
    const pass = { type: 'PassOnWithdrawal' } as const;
    const passed: QuestionEvent = { type: 'HandoverConsentWithdrawn', to: 'tompo', times: 1 };
    given().when(pass).refuses('NOT_FOUND');
    given(opened, routed, forwarded).when(pass).recordsNothing();
    given(opened, forwarded, ended, handedOver, accepted, finished).when(pass).records(passed);
    given(opened, forwarded, ended, handedOver, passed).when(pass).recordsNothing();
    given(opened, forwarded, ended, handedOver, passed, reopened, forwarded, ended, { ...handedOver, times: 2 })
      .when(pass)
      .records({ ...passed, times: 2 });
    given(opened, forwarded, ended, handedOver, passed).when(accept).records(accepted);
  });

  it('is reported again when it was taken up after all where it had been closed', () => {
    const closed = { ...finish, end: 'CLOSED' } as const;
    given(opened, forwarded, ended, handedOver)
      .when(closed)
      .records({ ...closed, type: 'HandoverEnded' });
    given(opened, forwarded, ended, handedOver, { ...closed, type: 'HandoverEnded' })
      .when(closed)
      .recordsNothing();
    given(opened, forwarded, ended, handedOver, { ...closed, type: 'HandoverEnded' })
      .when(finish)
      .records(finished);
  });

  it('has nothing reported back that was not handed over', () => {
    given(opened, forwarded).when(accept).refuses('NOT_FOUND');
    given(opened, forwarded, ended, handedOver)
      .when({ ...finish, times: 2 })
      .refuses('NOT_FOUND');
    given().when(accept).refuses('NOT_FOUND');
  });
});

describe('a forwarding', () => {
  it('is taken back while its notice is pending, by its own department', () => {
    given(opened, routed, forwarded).when(withdraw).records(withdrawn);
    given(opened, routed, forwarded, withdrawn).when(withdraw).recordsNothing();
    given(opened, routed, forwarded)
      .when({ ...withdraw, mayActIn: ['housing'] })
      .refuses('FORBIDDEN');
  });

  it('is not done by one that is taken back: the question has to return first', () => {
    const known = { allKnown: true, districtsKnown: true, mayActIn: 'ALL' } as const;
    const again = { type: 'ForwardQuestion', to, forwardedOn, linksUntil, ...known } as const;
    given(opened, routed, forwarded).when(again).recordsNothing();
    given(opened, routed, forwarded, withdrawn).when(again).refuses('QUESTION_STATE_FORBIDS');
    given(opened, routed, forwarded, withdrawn, { type: 'QuestionRestored', person: 'person', topic: 'ROADS' })
      .when(again)
      .records({ ...forwarded, endsByLetters: true } as QuestionEvent);
  });

  it('is not taken back once the notice is proved, and not where there is none', () => {
    given(opened, routed, forwarded, sent).when(withdraw).refuses('FORWARDING_SENT');
    given(opened, routed, forwarded, ended, handedOver).when(withdraw).refuses('QUESTION_STATE_FORBIDS');
    given(opened, routed).when(withdraw).refuses('QUESTION_STATE_FORBIDS');
    given().when(withdraw).refuses('NOT_FOUND');
  });

  it('gives the question back where it stood, once its notice is cancelled', () => {
    const release = { type: 'ReleaseForwarding' } as const;
    const place = { topic: 'ROADS', department: 'works', executor: 'ivanova' };
    given(opened, routed, assigned, forwarded, withdrawn)
      .when(release)
      .records({ type: 'QuestionRestored', person: 'person', ...place });
    const events = [opened, routed, assigned, forwarded, withdrawn];
    const restored = fold(question, [...events, { type: 'QuestionRestored', person: 'person', ...place }]);
    expect(restored).toMatchObject({ status: 'IN_WORK', published: place });
    given(opened, forwarded, withdrawn).when(release).records({ type: 'QuestionRestored', person: 'person' });
    given(opened, routed, forwarded).when(release).recordsNothing();
  });

  it('remains where the letter was sent before it was withdrawn', () => {
    given(opened, routed, forwarded, withdrawn).when(end).records(ended, handedOver);
    given(opened, routed, forwarded, withdrawn, ended, handedOver).when({ type: 'ReleaseForwarding' }).recordsNothing();
  });
});

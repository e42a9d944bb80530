import { describe, it } from '@jest/globals';
import { specify } from '@otklik/testing';
import { appeal } from './appeal.decide.js';
import type { AppealEvent, AppealReceived } from './appeal.js';

const { given } = specify(appeal);
const person = '00000000-0000-5000-8000-00000000000a';
const silent: AppealReceived = {
  type: 'AppealReceived',
  receipt: '7K3M9-2QXPA',
  regime: 'SOCIAL_MESSAGE',
  channel: 'SITE',
  person,
  identified: false,
  text: 'На улице Лесной темно.',
  files: [],
  fingerprint: 'f',
  receivedAt: '2026-11-24T01:00:00.000Z',
  receivedOn: '2026-11-24',
  zone: 'Asia/Yakutsk',
};
const consenting = { ...silent, consent: { version: '2026-09-01' } };
const takenUp: AppealEvent = { type: 'MessageTakenUp' };
const registered: AppealEvent = {
  type: 'AppealRegistered',
  number: 'АЛД-С-2026-1',
  journal: 'MESSAGES',
  registeredOn: '2026-11-25',
  zone: 'Asia/Yakutsk',
  regime: 'SOCIAL_MESSAGE',
  person,
  year: 2026,
  serial: 1,
};
const withdrawn: AppealEvent = { type: 'ConsentWithdrawn', person, regime: 'SOCIAL_MESSAGE' };

describe('a consent that is withdrawn', () => {
  it('is a fact of its own at any time, and the case goes on', () => {
    given(consenting).when({ type: 'WithdrawConsent' }).records(withdrawn);
    given({ ...silent, mayBePublished: true })
      .when({ type: 'WithdrawConsent' })
      .records(withdrawn);
    given(consenting, takenUp, registered)
      .when({ type: 'WithdrawConsent', reason: 'заявление от 12.03' })
      .records({ ...withdrawn, reason: 'заявление от 12.03' });
    given(consenting, withdrawn).when({ type: 'TakeUpMessage' }).records(takenUp);
  });

  it('is withdrawn once, stays withdrawn, and was given before', () => {
    given(consenting, withdrawn, takenUp, registered).when({ type: 'WithdrawConsent' }).recordsNothing();
    given(silent).when({ type: 'WithdrawConsent' }).refuses('NO_CONSENT');
    given(consenting, { type: 'PersonErased', person, ground: 'COURT' })
      .when({ type: 'WithdrawConsent' })
      .refuses('APPEAL_STATE_FORBIDS');
  });
});

describe('a consent to the publication of an answer', () => {
  const answered: AppealEvent = { type: 'AppealAnswered', notice: 'n', answeredOn: '2026-11-26', end: 'ANSWERED' };
  const allowed: AppealEvent = { type: 'PublicationAllowed', question: 'heating' };
  const disallowed: AppealEvent = { type: 'PublicationDisallowed', question: 'heating' };
  const allowing = { type: 'AllowPublication', question: 'heating' } as const;
  const disallowing = { type: 'DisallowPublication', question: 'heating' } as const;

  it('is given for an answer that is there, and withdrawn at any time', () => {
    given(silent, takenUp, registered, answered).when(allowing).records(allowed);
    given(silent, takenUp, registered).when(allowing).refuses('NOT_ANSWERED_YET');
    given(silent, takenUp, registered, answered, allowed).when(disallowing).records(disallowed);
    given(silent, takenUp, registered, answered, allowed, disallowed).when(disallowing).recordsNothing();
    given(silent, takenUp, registered, answered, allowed, disallowed).when(allowing).records(allowed);
    given(consenting, takenUp, registered, answered, withdrawn).when(allowing).refuses('APPEAL_STATE_FORBIDS');
  });

  it('is none for another answer', () => {
    const again: AppealEvent = {
      type: 'ReopeningGranted',
      times: 1,
      person,
      regime: 'SOCIAL_MESSAGE',
      grantedOn: '2026-11-27',
      zone: 'Asia/Yakutsk',
      commandId: 'g',
    };
    given(silent, takenUp, registered, answered, allowed, again, answered).when(allowing).records(allowed);
    given(silent, takenUp, registered, answered, allowed, { ...again, question: 'roads' }, answered)
      .when(allowing)
      .recordsNothing();
  });
});

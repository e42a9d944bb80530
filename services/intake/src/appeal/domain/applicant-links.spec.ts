import { describe, it } from '@jest/globals';
import { specify } from '@otklik/testing';
import type { AppealEvent, AppealReceived } from './appeal.js';
import { appeal, type AppealCommand } from './appeal.decide.js';

const { given } = specify(appeal);

const received: AppealReceived = {
  type: 'AppealReceived',
  receipt: '7K3M9-2QXPA',
  regime: 'APPEAL_59FZ',
  channel: 'PAPER',
  person: '00000000-0000-5000-8000-00000000000a',
  identified: false,
  text: 'Темно.',
  files: [],
  fingerprint: 'f',
  receivedAt: '2026-11-24T01:00:00.000Z',
  receivedOn: '2026-11-24',
  zone: 'Asia/Yakutsk',
};
const join: AppealCommand = { type: 'JoinApplicant', with: 'other', ground: 'DOCUMENT' };
const part: AppealCommand = { type: 'PartApplicant', from: 'other', ground: 'MISTAKE' };
const apart: AppealCommand = { type: 'PartApplicant', ground: 'FAMILY' };
const back: AppealCommand = { type: 'JoinApplicant', ground: 'MISTAKE' };
const joined: AppealEvent = { type: 'ApplicantJoined', with: 'other', ground: 'DOCUMENT' };
const parted: AppealEvent = { type: 'ApplicantParted', from: 'other', ground: 'MISTAKE' };
const isApart: AppealEvent = { type: 'ApplicantParted', ground: 'FAMILY' };

describe('appeals of one person', () => {
  it('are joined once, and parted again', () => {
    given(received).when(join).records(joined);
    given(received, joined).when(join).recordsNothing();
    given(received, joined).when(part).records(parted);
    given(received, joined, parted).when(part).recordsNothing();
    given(received, joined, parted).when(join).records(joined);
    given(received).when(part).recordsNothing();
    given().when(join).refuses('APPEAL_STATE_FORBIDS');
  });

  it('are parted from those of their contact where another has it, too, and belong to it again', () => {
    given(received).when(apart).records(isApart);
    given(received, isApart).when(apart).recordsNothing();
    given(received, isApart).when(back).records({ type: 'ApplicantJoined', ground: 'MISTAKE' });
    given(received).when(back).recordsNothing();
    given(received, isApart).when(join).records(joined);
  });

  it('are parted from all that they were joined with where they are another person’s, and come back to the same', () => {
    const out: AppealEvent = { ...isApart, others: ['other'] };
    const again: AppealEvent = { type: 'ApplicantJoined', others: ['other'], ground: 'MISTAKE' };
    given(received, joined).when(apart).records(out);
    given(received, joined, out).when(part).recordsNothing();
    given(received, joined, out).when(back).records(again);
    given(received, joined, out, again).when(back).recordsNothing();
    given(received, joined, out, again).when(part).records(parted);
    // What was joined again meanwhile is joined once.
    given(received, joined, out, joined, again).when(part).records(parted);
    given(received, joined, out, joined, again, parted).when(part).recordsNothing();
  });

  it('are in no one’s file once the applicant was erased', () => {
    const erased: AppealEvent = { type: 'PersonErased', person: received.person, ground: 'REQUEST' };
    for (const command of [join, part, apart, back])
      given(received, joined, erased).when(command).refuses('APPEAL_STATE_FORBIDS');
  });
});

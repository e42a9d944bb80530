import { describe, it } from '@jest/globals';
import { specify } from '@otklik/testing';
import { notice, type NoticeCommand } from './notice.decide.js';
import type { NoticeEvent } from './notice.js';

const { given } = specify(notice);

const matter = { kind: 'ANSWERED', about: 'a question' } as const;
const at = '2026-12-03T03:00:00.000Z';

type Way = Extract<NoticeEvent, { type: 'NoticeOpened' }>['way'];
const opened = (...further: readonly Way[]): NoticeEvent => ({
  type: 'NoticeOpened',
  ...matter,
  way: 'PAPER',
  further: [...further],
  person: 'person',
});

const posting = { means: 'REGISTERED_LETTER', number: '118', sentOn: '2026-11-24', track: '67890012345672' } as const;
const sent = (more: object = {}, record = 'p1'): NoticeEvent =>
  ({
    type: 'NoticeDispatched',
    ...matter,
    way: 'PAPER',
    proof: '118 2026-11-24',
    posting: { ...posting, ...more },
    dispatchedAt: at,
    record,
  }) as NoticeEvent;

type Outcome = Extract<NoticeCommand, { type: 'RecordLetterOutcome' }>;
const says = (more: Partial<Outcome>): NoticeCommand => ({
  type: 'RecordLetterOutcome',
  record: 'o1',
  outcome: 'MOVED',
  proof: 'ENVELOPE',
  on: '2026-12-03',
  owedNothing: false,
  at,
  ...more,
});
const delivers = (more: Partial<Outcome> = {}) => says({ outcome: 'DELIVERED', proof: 'RECEIPT', ...more });

const told = { ...matter, posting: 1, record: 'o1' } as const;
const delivered: NoticeEvent = { type: 'LetterDelivered', ...told, proof: 'RECEIPT', deliveredOn: '2026-12-03' };
const returned: NoticeEvent = {
  type: 'LetterReturned',
  ...told,
  proof: 'ENVELOPE',
  outcome: 'MOVED',
  returnedOn: '2026-12-03',
};
const failed = (next: Way): NoticeEvent => ({ type: 'NoticeFailed', ...matter, way: 'PAPER', code: 'MOVED', next });

describe('a letter that left by post', () => {
  it('is delivered by what shows it, once, and its notice is as it was', () => {
    given(opened(), sent()).when(delivers()).records(delivered);
    given(opened(), sent(), delivered).when(delivers()).recordsNothing();
    given(opened(), sent(), delivered)
      .when(delivers({ record: 'o2' }))
      .recordsNothing();
  });

  it('is not delivered by a word alone: it takes a receipt of a registered letter, or its number at the post', () => {
    given(opened(), sent({ means: 'LETTER', track: undefined }))
      .when(delivers())
      .refuses('OUTCOME_NOT_SHOWN');
    given(opened(), sent({ track: undefined }))
      .when(delivers({ proof: 'TRACKING' }))
      .refuses('OUTCOME_NOT_SHOWN');
    given(opened(), sent())
      .when(delivers({ proof: 'ENVELOPE' }))
      .refuses('OUTCOME_NOT_SHOWN');
    given(opened(), sent())
      .when(says({ proof: 'RECEIPT' }))
      .refuses('OUTCOME_NOT_SHOWN');
  });

  it('is shown by the post for a registered letter alone, under a number that the post can have given', () => {
    for (const more of [{ means: 'LETTER' }, { track: '678900' }])
      for (const outcome of ['DELIVERED', 'MOVED'] as const)
        given(opened(), sent(more))
          .when(says({ outcome, proof: 'TRACKING' }))
          .refuses('OUTCOME_NOT_SHOWN');
    given(opened(), sent())
      .when(delivers({ proof: 'TRACKING' }))
      .records({ ...delivered, proof: 'TRACKING' } as NoticeEvent);
  });

  it('59-FZ art. 10(4): goes by its next lawful way when it came back, else by post once more', () => {
    given(opened('EMAIL'), sent()).when(says({})).records(returned, failed('EMAIL'));
    given(opened(), sent()).when(says({})).records(returned, failed('PAPER'));
    given(opened('EMAIL'), sent(), returned, failed('EMAIL')).when(says({})).recordsNothing();
  });

  it('came back though it was delivered by an earlier record', () => {
    given(opened('EMAIL'), sent(), delivered)
      .when(says({ record: 'o2' }))
      .records({ ...returned, record: 'o2' } as NoticeEvent, failed('EMAIL'));
  });

  it('begins no further way for an applicant who is owed nothing any more', () => {
    given(opened('EMAIL'), sent())
      .when(says({ owedNothing: true }))
      .records(returned);
    const cancelled: NoticeEvent = { type: 'NoticeCancelled', ...matter, ground: 'WITHDRAWN' };
    const late = { ...sent(), type: 'ProofCameLate' } as NoticeEvent;
    given(opened('EMAIL'), cancelled, late).when(says({})).records(returned);
  });

  it('is cancelled when it came back and tells what is no more', () => {
    given(opened('EMAIL'), sent())
      .when(says({ over: 'RECONSIDERED' }))
      .records(returned, failed('EMAIL'), { type: 'NoticeCancelled', ...matter, ground: 'RECONSIDERED' });
  });

  it('is told of by its number, when another was sent since: what is known of the first changes nothing', () => {
    const again = sent({ track: '67890012345689', sentOn: '2026-12-05' }, 'p2');
    const both = [opened(), sent(), returned, failed('PAPER'), again] as const;
    given(...both)
      .when(says({ record: 'o2', track: '67890012345672' }))
      .recordsNothing();
    given(...both)
      .when(says({ record: 'o2' }))
      .refuses('OUTCOME_BEFORE_SENT');
    given(...both)
      .when(says({ record: 'o2', on: '2026-12-09' }))
      .records({ ...returned, record: 'o2', posting: 2, returnedOn: '2026-12-09' } as NoticeEvent, failed('PAPER'));
  });

  it('is none before it left, when it was handed over, and once it came back', () => {
    given(opened()).when(says({})).refuses('LETTER_NOT_ON_ITS_WAY');
    given(opened(), sent({ means: 'HANDED_OVER' }))
      .when(delivers())
      .refuses('LETTER_NOT_ON_ITS_WAY');
    given(opened(), sent(), returned, failed('PAPER'))
      .when(delivers({ record: 'o2' }))
      .refuses('LETTER_NOT_ON_ITS_WAY');
    given(opened(), sent())
      .when(says({ track: '67890012345689' }))
      .refuses('LETTER_NOT_ON_ITS_WAY');
  });

  it('neither came back nor was delivered before it was sent', () => {
    given(opened(), sent())
      .when(says({ on: '2026-11-23' }))
      .refuses('OUTCOME_BEFORE_SENT');
  });
});

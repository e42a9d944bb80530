import { describe, it } from '@jest/globals';
import type { NoticeKind } from '@otklik/contracts/enumerations';
import { specify } from '@otklik/testing';
import { notice } from './notice.decide.js';
import type { NoticeEvent } from './notice.js';

const { given } = specify(notice);
const at = '2026-11-24T03:00:00.000Z';
const matter = { kind: 'ANSWERED', about: 'q' } as const;
const opened: NoticeEvent = { type: 'NoticeOpened', ...matter, way: 'EMAIL', further: ['PAPER'], person: 'p' };
const followed: ReadonlySet<NoticeKind> = new Set(['ANSWERED']);
const held = { record: 'r', reason: 'журнал почты', isHeldBack: true, followed, at };
const settle = { type: 'SettleRestoredNotice', ...held } as const;
const settled: NoticeEvent = {
  type: 'RestoredNoticeSettled',
  ...matter,
  way: 'EMAIL',
  word: 'STANDS',
  reason: 'журнал почты',
  record: 'r',
};

describe('a letter that a restore holds back', () => {
  it('is proved to be sent by the word of who looked, with its reason', () => {
    given(opened)
      .when({ ...settle, word: 'STANDS' })
      .records(settled, { type: 'NoticeDispatched', ...matter, way: 'EMAIL', proof: 'SEEN_THERE', dispatchedAt: at });
  });

  it('59-FZ art. 10(3): has not left by a word, where it demands a signature that is not there', () => {
    const outgoing = { number: '02-11/118', on: '2026-11-24' };
    given({ ...opened, outgoing, demands: 'VALID' } as NoticeEvent)
      .when({ ...settle, word: 'STANDS' })
      .refuses('LETTER_NOT_SIGNED');
  });

  it('goes now, which proves nothing yet', () => {
    given(opened)
      .when({ ...settle, word: 'REPEAT' })
      .records({ ...settled, word: 'REPEAT' });
  });

  it('never goes where it is moot, and stays where its question waits for it', () => {
    const told: NoticeEvent = { ...opened, kind: 'REGISTERED' };
    const registered = { kind: 'REGISTERED', about: 'q' } as const;
    const dropped = { ...settled, ...registered, word: 'NEVER' } as const;
    given(told)
      .when({ ...settle, word: 'NEVER' })
      .records(dropped, { type: 'NoticeCancelled', ...registered, ground: 'NOT_NEEDED' });
    given(told, dropped, { type: 'NoticeCancelled', ...registered, ground: 'NOT_NEEDED' })
      .when({ ...settle, word: 'NEVER', isHeldBack: false })
      .recordsNothing();
    given(opened)
      .when({ ...settle, word: 'NEVER' })
      .refuses('NOTICE_OWED');
    const sent: NoticeEvent = { type: 'NoticeDispatched', ...matter, way: 'EMAIL', proof: 'm1', dispatchedAt: at };
    const back: NoticeEvent = { type: 'NoticeFailed', ...matter, way: 'EMAIL', code: '550', next: 'PAPER' };
    given(opened, sent, back)
      .when({ ...settle, word: 'NEVER' })
      .records(
        { ...settled, way: 'PAPER', word: 'NEVER' },
        { type: 'NoticeCancelled', ...matter, ground: 'NOT_NEEDED' },
      );
  });

  it('is settled once, and only while it is held back', () => {
    given(opened)
      .when({ ...settle, word: 'STANDS', isHeldBack: false })
      .refuses('NOTICE_NOT_RESTORED');
    given(opened, { type: 'NoticeCancelled', ...matter, ground: 'WITHDRAWN' })
      .when({ ...settle, word: 'STANDS' })
      .refuses('NOTICE_NOT_RESTORED');
    given()
      .when({ ...settle, word: 'STANDS' })
      .refuses('NOT_FOUND');
  });
});

import { describe, it } from '@jest/globals';
import { specify } from '@otklik/testing';
import { notice } from './notice.decide.js';
import type { NoticeEvent } from './notice.js';

const { given } = specify(notice);
const at = '2026-11-24T03:00:00.000Z';
const matter = { kind: 'ANSWERED', about: 'q' } as const;
const opened: NoticeEvent = { type: 'NoticeOpened', ...matter, way: 'EMAIL', further: ['PAPER'], person: 'p' };
const settle = { type: 'SettleRestoredNotice', record: 'r', reason: 'журнал почты', isHeldBack: true, at } as const;
const settled: NoticeEvent = {
  ...{ type: 'RestoredNoticeSettled', ...matter, way: 'EMAIL', word: 'STANDS', reason: 'журнал почты', record: 'r' },
};

describe('a letter that a restore holds back', () => {
  it('is proved to be sent by the word of who looked, with its reason', () => {
    given(opened)
      .when({ ...settle, word: 'STANDS' })
      .records(settled, { type: 'NoticeDispatched', ...matter, way: 'EMAIL', proof: 'SEEN_THERE', dispatchedAt: at });
  });

  it('goes now, which proves nothing yet', () => {
    given(opened)
      .when({ ...settle, word: 'REPEAT' })
      .records({ ...settled, word: 'REPEAT' });
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

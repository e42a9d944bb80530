import { it } from '@jest/globals';
import type { NoticeWay } from '@otklik/contracts/enumerations';
import { specify } from '@otklik/testing';
import { notice } from './notice.decide.js';
import type { NoticeEvent } from './notice.js';

const { given } = specify(notice);
const at = '2026-11-24T03:00:00.000Z';
const matter = { kind: 'ANSWERED', about: 'a question' } as const;
const opened = (way: NoticeWay, ...further: readonly NoticeWay[]): NoticeEvent => ({
  type: 'NoticeOpened',
  ...matter,
  way,
  further,
  person: 'p',
});
const link = 'https://vk.com/wall-1_2?reply=3';
const sends = { type: 'RecordSent', way: 'THREAD', proof: '3', link, at } as const;
const sent: NoticeEvent = { type: 'NoticeDispatched', ...matter, way: 'THREAD', proof: '3', link, dispatchedAt: at };
const posted: NoticeEvent = { type: 'NoticePosted', ...matter, dispatchedAt: at };
const failed = (way: NoticeWay, code: string, next: NoticeWay): NoticeEvent => ({
  type: 'NoticeFailed',
  ...matter,
  way,
  code,
  next,
});
const givesUp = (way: 'THREAD' | 'DIRECT', code: string) => ({ type: 'GiveUpWay', way, code, at }) as const;

it('is proved by the network’s id, and names its place', () => {
  given(opened('THREAD', 'DIRECT', 'PAGE'))
    .when(sends)
    .records(sent);
  given(opened('THREAD', 'PAGE'), sent).when(sends).recordsNothing();
});
it('goes on from the thread to the direct message to the page, each with why', () => {
  given(opened('THREAD', 'DIRECT', 'PAGE'))
    .when(givesUp('THREAD', 'THREAD_CLOSED'))
    .records(failed('THREAD', 'THREAD_CLOSED', 'DIRECT'));
  given(opened('THREAD', 'DIRECT', 'PAGE'), failed('THREAD', 'THREAD_CLOSED', 'DIRECT'))
    .when(givesUp('DIRECT', 'BLOCKED'))
    .records(failed('DIRECT', 'BLOCKED', 'PAGE'), posted);
  given(opened('THREAD', 'DIRECT', 'PAGE'), failed('THREAD', 'THREAD_CLOSED', 'DIRECT'))
    .when(givesUp('THREAD', 'THREAD_CLOSED'))
    .recordsNothing();
});

const stands = (is: boolean, way: 'THREAD' | 'DIRECT' = 'THREAD') =>
  ({ type: 'NoteInPlace', way, stands: is, at }) as const;
const seen: NoticeEvent = { type: 'NoticeSeenInPlace', ...matter, way: 'THREAD', seenAt: at };
const removed: NoticeEvent = { type: 'NoticeRemovedInPlace', ...matter, way: 'THREAD', removedAt: at };
it('is proved better once it was seen where it was sent, and reports that it was removed there', () => {
  const dispatched = [opened('THREAD', 'PAGE'), sent] as const;
  given(...dispatched)
    .when(stands(true))
    .records(seen);
  given(...dispatched, seen)
    .when(stands(true))
    .recordsNothing();
  given(...dispatched, seen)
    .when(stands(false))
    .records(removed);
  given(...dispatched)
    .when(stands(false))
    .records(removed);
  given(...dispatched, seen, removed)
    .when(stands(true))
    .records(seen);
});
it('was sought and not found, once, as long as it was not seen there', () => {
  const dispatched = [opened('THREAD', 'PAGE'), sent] as const;
  const sought = { type: 'NoteNotFound', way: 'THREAD', at } as const;
  const notFound: NoticeEvent = { type: 'NoticeNotFoundInPlace', ...matter, way: 'THREAD', soughtAt: at };
  given(...dispatched)
    .when(sought)
    .records(notFound);
  for (const known of [seen, removed, notFound])
    given(...dispatched, known)
      .when(sought)
      .recordsNothing();
  given(...dispatched, notFound)
    .when(stands(true))
    .records(seen);
  given(opened('THREAD', 'PAGE')).when(sought).recordsNothing();
  given(...dispatched)
    .when({ ...sought, way: 'DIRECT' })
    .recordsNothing();
});
it('was seen nowhere before it was dispatched by that way', () => {
  given(opened('THREAD', 'PAGE')).when(stands(true)).recordsNothing();
  given(opened('THREAD', 'PAGE'), sent).when(stands(true, 'DIRECT')).recordsNothing();
});

const unknown = { type: 'RecordUnknown', way: 'THREAD', part: 1, of: 2 } as const;
const isUnknown: NoticeEvent = { type: 'NoticeOutcomeUnknown', ...matter, way: 'THREAD', part: 1, of: 2 };
const looks = { type: 'SettleUnknownNotice', record: 'r1', word: 'STANDS', whole: true, at } as const;
const settled = (word: 'STANDS' | 'REPEAT'): NoticeEvent => ({
  type: 'NoticeOutcomeSettled',
  ...matter,
  way: 'THREAD',
  word,
  record: 'r1',
});
it('says that an outcome is unknown, once for each part, and stays open', () => {
  given(opened('THREAD', 'PAGE')).when(unknown).records(isUnknown);
  given(opened('THREAD', 'PAGE'), isUnknown).when(unknown).recordsNothing();
  given(opened('THREAD', 'PAGE'), isUnknown)
    .when({ ...unknown, part: 2 })
    .records({ ...isUnknown, part: 2 });
  given(opened('THREAD', 'PAGE'), isUnknown).when(sends).records(sent);
});
it('is proved best once the person read it, and once', () => {
  const read = { type: 'NoteRead', way: 'THREAD', at } as const;
  const isRead: NoticeEvent = { type: 'NoticeReadInPlace', ...matter, way: 'THREAD', readAt: at };
  given(opened('THREAD', 'PAGE'), sent).when(read).records(isRead);
  given(opened('THREAD', 'PAGE'), sent, isRead).when(read).recordsNothing();
  given(opened('THREAD', 'PAGE')).when(read).recordsNothing();
  given(opened('THREAD', 'PAGE'), sent)
    .when({ ...read, way: 'DIRECT' })
    .recordsNothing();
});

it('takes the word of the official who checked: it was delivered, or it is sent again', () => {
  given(opened('THREAD', 'PAGE'), isUnknown)
    .when(looks)
    .records(settled('STANDS'), {
      type: 'NoticeDispatched',
      ...matter,
      way: 'THREAD',
      proof: 'SEEN_THERE',
      dispatchedAt: at,
    });
  given(opened('THREAD', 'PAGE'), isUnknown)
    .when({ ...looks, whole: false })
    .records(settled('STANDS'));
  given(opened('THREAD', 'PAGE'), isUnknown)
    .when({ ...looks, word: 'REPEAT' })
    .records(settled('REPEAT'));
  given(opened('THREAD', 'PAGE'), isUnknown, settled('REPEAT')).when(unknown).records(isUnknown);
});
it('asks no one about what is known', () => {
  given(opened('THREAD', 'PAGE')).when(looks).refuses('NOTICE_NOT_UNKNOWN');
  given(opened('THREAD', 'PAGE'), isUnknown, sent).when(looks).refuses('NOTICE_NOT_UNKNOWN');
  given(opened('THREAD', 'PAGE'), isUnknown, settled('STANDS')).when(looks).recordsNothing();
  given().when(looks).refuses('NOT_FOUND');
});

const holds = { type: 'HoldNotice', found: ['PHONE'], at } as const;
const held: NoticeEvent = { type: 'NoticeHeld', ...matter, way: 'THREAD', found: ['PHONE'] };
const everywhere = { mayActIn: 'ALL' } as const;
const releases = { type: 'ReleaseNotice', ...everywhere, record: 'r2', words: 'Починили.', at } as const;
const released: NoticeEvent = { type: 'NoticeReleased', ...matter, way: 'THREAD', words: 'Починили.', record: 'r2' };
it('waits for the words of a person where personal data would be public', () => {
  given(opened('THREAD', 'PAGE')).when(holds).records(held);
  given(opened('THREAD', 'PAGE'), held).when(holds).recordsNothing();
  given(opened('THREAD', 'PAGE'), held).when(releases).records(released);
  given(opened('THREAD', 'PAGE'), held, released).when(releases).recordsNothing();
  given(opened('THREAD', 'PAGE'), held, released).when(sends).records(sent);
});
it('goes to the person instead, where there is a way; if that fails too, a person writes the words', () => {
  const withheld = { ...failed('THREAD', 'PERSONAL_DATA', 'DIRECT'), found: ['PHONE'] } as NoticeEvent;
  given(opened('THREAD', 'DIRECT', 'PAGE'))
    .when(holds)
    .records(withheld);
  given(opened('THREAD', 'DIRECT', 'PAGE'), withheld)
    .when(givesUp('DIRECT', 'BLOCKED'))
    .records(failed('DIRECT', 'BLOCKED', 'THREAD'), held);
  given(opened('THREAD', 'DIRECT', 'PAGE'), withheld, failed('DIRECT', 'BLOCKED', 'THREAD'), held)
    .when(releases)
    .records(released);
});
it('goes by the next way when no public words are found', () => {
  const { words: _, ...silent } = releases;
  given(opened('THREAD', 'PAGE'), held)
    .when(silent)
    .records({ ...failed('THREAD', 'PERSONAL_DATA', 'PAGE'), record: 'r2' } as NoticeEvent, posted);
});
it('holds nothing that is not public, and releases nothing that is not held', () => {
  given(opened('DIRECT', 'PAGE')).when(holds).recordsNothing();
  given(opened('THREAD', 'PAGE')).when(releases).refuses('NOTICE_NOT_HELD');
  given(opened('THREAD', 'PAGE'), held)
    .when({ ...releases, mayActIn: ['roads'], department: 'works' })
    .refuses('FORBIDDEN');
});
it('is not held or unknown any more once it is cancelled', () => {
  const cancelled: NoticeEvent = { type: 'NoticeCancelled', ...matter, ground: 'WITHDRAWN' };
  given(opened('THREAD', 'PAGE'), held, cancelled).when(releases).refuses('NOTICE_NOT_HELD');
  given(opened('THREAD', 'PAGE'), isUnknown, cancelled).when(looks).refuses('NOTICE_NOT_UNKNOWN');
  given(opened('THREAD', 'PAGE'), isUnknown, cancelled)
    .when(sends)
    .records({ ...sent, type: 'ProofCameLate' } as NoticeEvent);
});

const byHand: NoticeEvent = { type: 'NoticeByHand', ...matter, way: 'THREAD' };
it('is placed by a person where the network lets no program answer: the link is the proof', () => {
  const [first, second] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'];
  const there = 'https://ok.ru/group/1/topic/2';
  const placed = { type: 'RecordPlacedNotice', ...everywhere, record: first, link: there, at } as const;
  const proof = { way: 'THREAD', proof: 'BY_HAND', link: there, record: first, dispatchedAt: at } as const;
  given(opened('THREAD', 'PAGE')).when({ type: 'LeaveByHand' }).records(byHand);
  given(opened('THREAD', 'PAGE'), byHand).when({ type: 'LeaveByHand' }).recordsNothing();
  given(opened('THREAD', 'PAGE'), byHand)
    .when(placed)
    .records({ type: 'NoticeDispatched', ...matter, ...proof });
  given(opened('THREAD', 'PAGE'), byHand, { type: 'NoticeDispatched', ...matter, ...proof })
    .when(placed)
    .recordsNothing();
  given(opened('THREAD', 'PAGE')).when(placed).refuses('NOTICE_NOT_BY_HAND');
  given(opened('THREAD', 'PAGE'), byHand)
    .when({ type: 'RecordPlacedNotice', ...everywhere, record: second, at })
    .records({ ...failed('THREAD', 'NOT_PLACED', 'PAGE'), record: second } as NoticeEvent, posted);
  given(opened('THREAD', 'PAGE'), byHand)
    .when({ ...placed, mayActIn: ['other'], department: 'works' })
    .refuses('FORBIDDEN');
});

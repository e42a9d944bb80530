import { describe, it } from '@jest/globals';
import type { NoticeWay } from '@otklik/contracts/enumerations';
import { specify } from '@otklik/testing';
import { notice, type NoticeCommand } from './notice.decide.js';
import type { NoticeEvent } from './notice.js';

const { given } = specify(notice);
const at = '2026-11-24T03:00:00.000Z';
const matter = { kind: 'ANSWERED', about: 'a question' } as const;
type Ways = readonly [NoticeWay, ...NoticeWay[]];
const opened = (...[way, ...further]: Ways): NoticeEvent => ({
  type: 'NoticeOpened',
  ...matter,
  way,
  further,
  person: 'p',
});
const opens = (...ways: Ways): NoticeCommand => ({ type: 'OpenNotice', ...matter, ways, person: 'p', at });
const posted: NoticeEvent = { type: 'NoticePosted', ...matter, dispatchedAt: at };
const sends = { type: 'RecordSent', way: 'EMAIL', proof: '<id> 250', at } as const;
const sent: NoticeEvent = { type: 'NoticeDispatched', ...matter, way: 'EMAIL', proof: '<id> 250', dispatchedAt: at };
const sentLate: NoticeEvent = { ...sent, type: 'ProofCameLate' } as NoticeEvent;
const givesUp = { type: 'GiveUpWay', way: 'EMAIL', code: '550', at } as const;
const failed = (next: NoticeWay): NoticeEvent => ({ type: 'NoticeFailed', ...matter, way: 'EMAIL', code: '550', next });
const everywhere = { mayActIn: 'ALL' } as const;
const told = { record: 'r1', said: 'Дорогу починили', outcome: 'AGREES', at } as const;
const recordsCall = { type: 'RecordOralNotice', ...everywhere, ...told } as const;
const callRecorded: NoticeEvent = {
  type: 'NoticeDispatched',
  ...matter,
  way: 'ORAL',
  proof: 'RECORDED_CALL',
  said: 'Дорогу починили',
  outcome: 'AGREES',
  dispatchedAt: at,
  record: 'r1',
};

it('stays open until the letter is sent or the call is recorded', () => {
  given().when(opens('EMAIL', 'PAPER')).records(opened('EMAIL', 'PAPER'));
  given().when(opens('ORAL', 'PAGE')).records(opened('ORAL', 'PAGE'));
  given().when(opens('PAPER')).records(opened('PAPER'));
});
it('is posted at once where the page is its way', () => given().when(opens('PAGE')).records(opened('PAGE'), posted));
it('names no question when it is about the registration, and tells what belongs to its kind', () =>
  given()
    .when({ type: 'OpenNotice', kind: 'DUPLICATE', ways: ['EMAIL'], details: { number: '17' }, person: 'p', at })
    .records({
      type: 'NoticeOpened',
      kind: 'DUPLICATE',
      way: 'EMAIL',
      further: [],
      details: { number: '17' },
      person: 'p',
    }));
it('is dispatched when the mail server accepts the letter', () => given(opened('EMAIL')).when(sends).records(sent));
it('59-FZ art. 10(4): goes by the next lawful way when the mail fails for good, to the page only where that is one', () => {
  given(opened('EMAIL', 'PAPER')).when(givesUp).records(failed('PAPER'));
  given(opened('EMAIL', 'PAGE')).when(givesUp).records(failed('PAGE'), posted);
});
it('keeps its first proof', () => {
  given(opened('EMAIL', 'PAGE'), sent).when(givesUp).recordsNothing();
  given(opened('EMAIL', 'PAGE'), sent).when(sends).recordsNothing();
});
describe('a letter that came back', () => {
  const bounces = { type: 'RecordBounce', code: '5.1.1', at } as const;
  const returned = (next: NoticeWay): NoticeEvent => ({ ...failed(next), code: '5.1.1' }) as NoticeEvent;

  it('goes by the next lawful way, and what follows ends nothing again', () => {
    given(opened('EMAIL', 'PAPER'), sent).when(bounces).records(returned('PAPER'));
    given(opened('EMAIL', 'PAGE'), sent)
      .when(bounces)
      .records(returned('PAGE'), { ...posted, again: true });
    given(opened('EMAIL', 'ORAL', 'PAGE'), sent, returned('ORAL'))
      .when(recordsCall)
      .records({ ...callRecorded, again: true });
    const posting = { means: 'LETTER', number: '17', sentOn: '2026-11-24' } as const;
    given(opened('EMAIL', 'PAPER'), sent, returned('PAPER'))
      .when({ type: 'RecordPosting', record: 'p1', posting, addressKnown: true, at })
      .records({
        type: 'NoticeDispatched',
        ...matter,
        way: 'PAPER',
        proof: '17 2026-11-24',
        posting,
        dispatchedAt: at,
        record: 'p1',
        again: true,
      });
  });
  it('goes by no way, not on the page either, where it is owed no more', () => {
    for (const way of ['PAPER', 'PAGE'] as const)
      given(opened('EMAIL', way), sent)
        .when({ ...bounces, over: 'WITHDRAWN' })
        .records(returned(way), { type: 'NoticeCancelled', ...matter, ground: 'WITHDRAWN' });
  });
  it('comes back once, and only when it went by e-mail', () => {
    given(opened('EMAIL', 'PAPER'), sent, returned('PAPER')).when(bounces).recordsNothing();
    given(opened('ORAL', 'PAPER'), callRecorded).when(bounces).recordsNothing();
    given(opened('EMAIL', 'PAPER')).when(bounces).recordsNothing();
    given().when(bounces).refuses('NOT_FOUND');
  });
});
it('is dispatched when the call is recorded', () => given(opened('ORAL')).when(recordsCall).records(callRecorded));
it('refuses a second record of the call', () =>
  given(opened('ORAL'), callRecorded)
    .when({ ...recordsCall, record: 'r2' })
    .refuses('NOTICE_DISPATCHED'));
it('refuses the record of a call when it is a letter or posted', () => {
  given(opened('EMAIL')).when(recordsCall).refuses('NOTICE_NOT_ORAL');
  given(opened('PAGE'), posted).when(recordsCall).refuses('NOTICE_NOT_ORAL');
  given(opened('PAPER')).when(recordsCall).refuses('NOTICE_NOT_ORAL');
});
it('is called about by officials of the department that has the question, or of all', () => {
  const housing = { mayActIn: ['housing'] } as const;
  for (const command of [recordsCall, attempts]) {
    for (const elsewhere of [{ department: 'roads' }, {}])
      given(opened('ORAL'))
        .when({ ...command, ...housing, ...elsewhere })
        .refuses('FORBIDDEN');
  }
  given(opened('ORAL'))
    .when({ ...recordsCall, ...housing, department: 'housing' })
    .records(callRecorded);
});
it('refuses commands before it is opened', () => {
  given().when(sends).refuses('NOT_FOUND');
  given().when(givesUp).refuses('NOT_FOUND');
  given().when(recordsCall).refuses('NOT_FOUND');
  given().when(posts).refuses('NOT_FOUND');
});

const attempts = { type: 'RecordCallAttempt', ...everywhere, record: 'a1', result: 'NO_ANSWER', at } as const;
const attempted: NoticeEvent = { type: 'CallAttempted', ...matter, result: 'NO_ANSWER', attemptedAt: at, record: 'a1' };
it('stays open after an unanswered call, and after one to be repeated', () => {
  given(opened('ORAL')).when(attempts).records(attempted);
  given(opened('ORAL'), attempted).when(attempts).recordsNothing();
  const callAt = '2026-11-24T08:00:00.000Z';
  given(opened('ORAL'), attempted)
    .when({ ...attempts, record: 'a2', result: 'CALL_LATER', callAt, said: 'После пяти' })
    .records({ ...attempted, record: 'a2', result: 'CALL_LATER', callAt, said: 'После пяти' });
  given(opened('ORAL'), attempted).when(recordsCall).records(callRecorded);
});
const gone = (code: string, next: NoticeWay): NoticeEvent => ({
  type: 'NoticeFailed',
  ...matter,
  way: 'ORAL',
  code,
  next,
});
it('goes by the next lawful way when the number is another person’s', () => {
  const wrong = { ...attempted, result: 'WRONG_NUMBER' } as const;
  const says = { ...attempts, result: 'WRONG_NUMBER' } as const;
  given(opened('ORAL', 'PAGE')).when(says).records(wrong, gone('WRONG_NUMBER', 'PAGE'), posted);
  given(opened('ORAL', 'PAPER')).when(says).records(wrong, gone('WRONG_NUMBER', 'PAPER'));
  given(opened('ORAL', 'PAGE'), wrong, gone('WRONG_NUMBER', 'PAGE'), posted)
    .when(recordsCall)
    .refuses('NOTICE_NOT_ORAL');
});
it('59-FZ art. 13(3): proves nothing when the applicant wants a written answer', () => {
  const wants: NoticeEvent = { ...attempted, result: 'WANTS_WRITTEN', said: 'Дорогу починили', record: 'r1' };
  const told = { ...recordsCall, outcome: 'WANTS_WRITTEN' } as const;
  given(opened('ORAL', 'PAPER')).when(told).records(wants, gone('WANTS_WRITTEN', 'PAPER'));
  given(opened('ORAL', 'PAPER'), wants, gone('WANTS_WRITTEN', 'PAPER')).when(told).recordsNothing();
});
it('has another way out after three unanswered calls in a row, and not before', () => {
  const call = (record: string): NoticeEvent => ({ ...attempted, record });
  const later: NoticeEvent = { ...attempted, record: 'a0', result: 'CALL_LATER' };
  const givesUpCalling = { ...attempts, record: 'end', result: 'GIVEN_UP' } as const;
  given(opened('ORAL', 'PAGE'), call('a1'), call('a2')).when(givesUpCalling).refuses('TOO_FEW_CALLS');
  given(opened('ORAL', 'PAGE'), call('a1'), later, call('a2'), call('a3'))
    .when(givesUpCalling)
    .refuses('TOO_FEW_CALLS');
  given(opened('ORAL', 'PAPER'), call('a1'), call('a2'), call('a3'))
    .when(givesUpCalling)
    .records({ ...attempted, record: 'end', result: 'GIVEN_UP' }, gone('GIVEN_UP', 'PAPER'));
});
it('is dispatched when the applicant has something new to say', () =>
  given(opened('ORAL'))
    .when({ ...recordsCall, outcome: 'SOMETHING_NEW' })
    .records({ ...callRecorded, outcome: 'SOMETHING_NEW' }));
it('refuses a call about a letter', () => given(opened('EMAIL')).when(attempts).refuses('NOTICE_NOT_ORAL'));

const posting = { means: 'REGISTERED_LETTER', number: '02-11/118', sentOn: '2026-11-24', track: '678900' } as const;
const posts = { type: 'RecordPosting', record: 'p1', posting, addressKnown: true, at } as const;
const paperSent: NoticeEvent = {
  type: 'NoticeDispatched',
  ...matter,
  way: 'PAPER',
  posting,
  dispatchedAt: at,
  record: 'p1',
  proof: '02-11/118 2026-11-24 678900',
};
it('59-FZ art. 10(4): the register of outgoing post proves a letter on paper', () => {
  given(opened('PAPER')).when(posts).records(paperSent);
  given(opened('PAPER'), paperSent).when(posts).recordsNothing();
  given(opened('PAPER'), paperSent)
    .when({ ...posts, record: 'p2' })
    .refuses('NOTICE_DISPATCHED');
  given(opened('EMAIL', 'PAPER')).when(posts).refuses('NOTICE_NOT_POSTAL');
});
it('refuses to record a letter under another number than it has', () => {
  const numbered = (number: string): NoticeEvent =>
    ({ ...opened('PAPER'), outgoing: { number, on: '2026-11-24' } }) as NoticeEvent;
  given(numbered('02-11/119')).when(posts).refuses('LETTER_HAS_NUMBER');
  given(numbered('02-11/118')).when(posts).records(paperSent);
});
it('refuses a posting of a letter that has no address, unless it was handed over or has its destination', () => {
  const nowhere = { ...posts, addressKnown: false } as const;
  given(opened('PAPER')).when(nowhere).refuses('LETTER_WITHOUT_ADDRESS');
  given(opened('PAPER'))
    .when({ ...nowhere, posting: { ...posting, means: 'LETTER' } })
    .refuses('LETTER_WITHOUT_ADDRESS');
  for (const address of ['-', '.', '1/2'])
    given(opened('PAPER'))
      .when({ ...nowhere, address })
      .refuses('LETTER_WITHOUT_ADDRESS');
  const byHand = { ...posting, means: 'HANDED_OVER' } as const;
  given(opened('PAPER'))
    .when({ ...nowhere, posting: byHand })
    .records({ ...paperSent, posting: byHand } as NoticeEvent);
  given(opened('PAPER'))
    .when({ ...nowhere, address: 'Ленина, 1' })
    .records({ ...paperSent, address: 'Ленина, 1' } as NoticeEvent);
});
it('refuses a posting before the day of the signature, or of the decision that it tells', () => {
  given(opened('PAPER'))
    .when({ ...posts, madeOn: '2026-11-25' })
    .refuses('POSTED_BEFORE_SIGNED');
  given(opened('PAPER'))
    .when({ ...posts, madeOn: '2026-11-24' })
    .records(paperSent);
});

const cancels = { type: 'CancelNotice', ground: 'WITHDRAWN' } as const;
const cancelled: NoticeEvent = { type: 'NoticeCancelled', ...matter, ground: 'WITHDRAWN' };
it('is not sent any more once the appeal is withdrawn', () => {
  given(opened('ORAL', 'PAGE')).when(cancels).records(cancelled);
  given(opened('ORAL', 'PAGE'), cancelled).when(cancels).recordsNothing();
  given(opened('ORAL', 'PAGE'), cancelled).when(recordsCall).refuses('NOTICE_DISPATCHED');
  given(opened('EMAIL'), sent).when(cancels).recordsNothing();
  given(opened('EMAIL', 'PAPER'), cancelled).when(givesUp).recordsNothing();
});
it('is cancelled with its opening once no answer is due, by whatever way, and not posted', () => {
  const erased: NoticeEvent = { type: 'NoticeCancelled', ...matter, ground: 'ERASED' };
  for (const way of ['EMAIL', 'PAPER', 'PAGE'] as const)
    given()
      .when({ ...opens(way), cancelled: 'ERASED' } as NoticeCommand)
      .records(opened(way), erased);
});
it('never drops a proof that comes after the end', () => {
  given(opened('EMAIL', 'PAPER'), cancelled).when(sends).records(sentLate);
  given(opened('EMAIL', 'PAGE'), failed('PAGE'), posted).when(sends).records(sentLate);
  given(opened('PAPER'), cancelled)
    .when(posts)
    .records({ ...paperSent, type: 'ProofCameLate' } as NoticeEvent);
});

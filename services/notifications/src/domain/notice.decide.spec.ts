import { it } from '@jest/globals';
import type { NoticeWay } from '@otklik/contracts/enumerations';
import { specify } from '@otklik/testing';
import { notice, type NoticeCommand } from './notice.decide.js';
import type { NoticeEvent } from './notice.js';

const { given } = specify(notice);
const at = '2026-11-24T03:00:00.000Z';
const matter = { kind: 'ANSWERED', about: 'a question' } as const;
const opened = (way: NoticeWay): NoticeEvent => ({ type: 'NoticeOpened', ...matter, way, person: 'p' });
const opens = (way: NoticeWay): NoticeCommand => ({ type: 'OpenNotice', ...matter, way, person: 'p', at });
const posted: NoticeEvent = { type: 'NoticePosted', ...matter, dispatchedAt: at };
const sends = { type: 'RecordSent', proof: '<id> 250', at } as const;
const sent: NoticeEvent = { type: 'NoticeDispatched', ...matter, way: 'EMAIL', proof: '<id> 250', dispatchedAt: at };
const givesUp = { type: 'GiveUpMail', code: '550', at } as const;
const failed: NoticeEvent = { type: 'NoticeFailed', ...matter, way: 'EMAIL', code: '550', next: 'POSTED' };
const recordsCall = { type: 'RecordOralNotice', record: 'r1', said: 'Дорогу починили', outcome: 'AGREES', at } as const;
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
  given().when(opens('EMAIL')).records(opened('EMAIL'));
  given().when(opens('ORAL')).records(opened('ORAL'));
});
it('is posted at once when there is no contact', () => given().when(opens('POSTED')).records(opened('POSTED'), posted));
it('names no question when it is about the registration', () =>
  given()
    .when({ type: 'OpenNotice', kind: 'REGISTERED', way: 'EMAIL', person: 'p', at })
    .records({ type: 'NoticeOpened', kind: 'REGISTERED', way: 'EMAIL', person: 'p' }));
it('is dispatched when the mail server accepts the letter', () => given(opened('EMAIL')).when(sends).records(sent));
it('is posted when the mail fails for good', () => given(opened('EMAIL')).when(givesUp).records(failed, posted));
it('keeps its first proof', () => {
  given(opened('EMAIL'), sent).when(givesUp).recordsNothing();
  given(opened('EMAIL'), failed, posted).when(sends).recordsNothing();
});
it('is dispatched when the call is recorded', () => given(opened('ORAL')).when(recordsCall).records(callRecorded));
it('refuses a second record of the call', () =>
  given(opened('ORAL'), callRecorded)
    .when({ ...recordsCall, record: 'r2' })
    .refuses('NOTICE_DISPATCHED'));
it('refuses the record of a call when it is a letter or posted', () => {
  given(opened('EMAIL')).when(recordsCall).refuses('NOTICE_NOT_ORAL');
  given(opened('POSTED'), posted).when(recordsCall).refuses('NOTICE_NOT_ORAL');
});
it('is posted when the contact is erased', () => {
  given(opened('ORAL')).when({ type: 'GiveUpReaching', at }).records(posted);
  given(opened('EMAIL'), sent).when({ type: 'GiveUpReaching', at }).recordsNothing();
});
it('refuses commands before it is opened', () => {
  given().when(sends).refuses('NOT_FOUND');
  given().when(givesUp).refuses('NOT_FOUND');
  given().when(recordsCall).refuses('NOT_FOUND');
});

const attempts = { type: 'RecordCallAttempt', record: 'a1', result: 'NO_ANSWER', at } as const;
const attempted: NoticeEvent = { type: 'CallAttempted', ...matter, result: 'NO_ANSWER', attemptedAt: at, record: 'a1' };
it('stays open after a call that nobody answered, and after one to be repeated', () => {
  given(opened('ORAL')).when(attempts).records(attempted);
  given(opened('ORAL'), attempted).when(attempts).recordsNothing();
  const callAt = '2026-11-24T08:00:00.000Z';
  given(opened('ORAL'), attempted)
    .when({ ...attempts, record: 'a2', result: 'CALL_LATER', callAt, said: 'После пяти' })
    .records({ ...attempted, record: 'a2', result: 'CALL_LATER', callAt, said: 'После пяти' });
  given(opened('ORAL'), attempted).when(recordsCall).records(callRecorded);
});
it('is posted when the number is another person’s', () => {
  const wrong = { ...attempted, result: 'WRONG_NUMBER' } as const;
  const gone: NoticeEvent = { type: 'NoticeFailed', ...matter, way: 'ORAL', code: 'WRONG_NUMBER', next: 'POSTED' };
  given(opened('ORAL'))
    .when({ ...attempts, result: 'WRONG_NUMBER' })
    .records(wrong, gone, posted);
  given(opened('ORAL'), wrong, gone, posted).when(recordsCall).refuses('NOTICE_NOT_ORAL');
});
it('proves nothing when the applicant wants a written answer', () => {
  const wants: NoticeEvent = { ...attempted, result: 'WANTS_WRITTEN', said: 'Дорогу починили', record: 'r1' };
  const gone: NoticeEvent = { type: 'NoticeFailed', ...matter, way: 'ORAL', code: 'WANTS_WRITTEN', next: 'POSTED' };
  const told = { ...recordsCall, outcome: 'WANTS_WRITTEN' } as const;
  given(opened('ORAL')).when(told).records(wants, gone, posted);
  given(opened('ORAL'), wants, gone, posted).when(told).recordsNothing();
});
it('is dispatched when the applicant has something new to say', () =>
  given(opened('ORAL'))
    .when({ ...recordsCall, outcome: 'SOMETHING_NEW' })
    .records({ ...callRecorded, outcome: 'SOMETHING_NEW' }));
it('refuses a call about a letter', () => given(opened('EMAIL')).when(attempts).refuses('NOTICE_NOT_ORAL'));

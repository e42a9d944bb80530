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
const recordsCall = { type: 'RecordOralNotice', record: 'r1', said: 'Дорогу починили', at } as const;
const callRecorded: NoticeEvent = {
  type: 'NoticeDispatched',
  ...matter,
  way: 'ORAL',
  proof: 'RECORDED_CALL',
  said: 'Дорогу починили',
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

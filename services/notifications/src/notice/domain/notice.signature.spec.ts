import { it } from '@jest/globals';
import type { NoticeWay, SignatureLevel } from '@otklik/contracts/enumerations';
import { specify } from '@otklik/testing';
import { notice } from './notice.decide.js';
import type { NoticeEvent } from './notice.js';
import { signatureSample } from './signature.fixture.js';

const { given } = specify(notice);
const at = '2026-11-24T03:00:00.000Z';
const matter = { kind: 'ANSWERED', about: 'a question' } as const;
const outgoing = { number: '02-11/118', on: '2026-11-24' };
const opened = (way: NoticeWay, demands?: SignatureLevel): NoticeEvent => ({
  type: 'NoticeOpened',
  ...matter,
  way,
  further: ['PAPER'],
  person: 'p',
  outgoing,
  ...(demands && { demands }),
});
const attaches = (level: SignatureLevel) =>
  ({ type: 'AttachSignature', mayActIn: 'ALL', signed: signatureSample(level), at }) as const;
const attached = (level: SignatureLevel): NoticeEvent => ({
  type: 'SignatureAttached',
  ...matter,
  ...signatureSample(level),
});
const posting = { means: 'LETTER', number: '02-11/118', sentOn: '2026-11-24' } as const;
const posts = { type: 'RecordPosting', record: 'p1', posting, addressKnown: true, at } as const;
const posted: NoticeEvent = {
  type: 'NoticeDispatched',
  ...matter,
  way: 'PAPER',
  posting,
  dispatchedAt: at,
  record: 'p1',
  proof: '02-11/118 2026-11-24',
};
const withdrawn: NoticeEvent = { type: 'NoticeCancelled', ...matter, ground: 'WITHDRAWN' };

it('keeps each signature once, and another one beside it', () => {
  given(opened('EMAIL')).when(attaches('VALID')).records(attached('VALID'));
  given(opened('EMAIL'), attached('VALID')).when(attaches('VALID')).recordsNothing();
  given(opened('EMAIL'), attached('VALID')).when(attaches('UNVERIFIED')).records(attached('UNVERIFIED'));
});

it('takes five signatures of a letter, and no sixth', () => {
  const nth = (n: number): NoticeEvent => ({ ...attached('VALID'), signature: String(n).repeat(64) }) as NoticeEvent;
  const four = [1, 2, 3, 4].map(nth);
  given(opened('EMAIL'), ...four)
    .when(attaches('TRUSTED'))
    .records(attached('TRUSTED'));
  given(opened('EMAIL'), ...four, nth(5))
    .when(attaches('TRUSTED'))
    .refuses('TOO_MANY_SIGNATURES');
  given(opened('EMAIL'), ...four, attached('TRUSTED'))
    .when(attaches('TRUSTED'))
    .recordsNothing();
});

it('59-FZ art. 10(3): what demands a signature is not recorded as sent without one, nor with one that was not verified', () => {
  given(opened('PAPER', 'VALID')).when(posts).refuses('LETTER_NOT_SIGNED');
  given(opened('PAPER', 'VALID'), attached('UNVERIFIED')).when(posts).refuses('LETTER_NOT_SIGNED');
  given(opened('PAPER', 'TRUSTED'), attached('VALID')).when(posts).refuses('LETTER_NOT_SIGNED');
});

it('takes no word that an e-mail has left that demands a signature; what the mail server has accepted is a fact', () => {
  const sent = { type: 'RecordSent', way: 'EMAIL', proof: 'SEEN_THERE', at } as const;
  const left: NoticeEvent = {
    type: 'NoticeDispatched',
    ...matter,
    way: 'EMAIL',
    proof: 'SEEN_THERE',
    dispatchedAt: at,
  };
  given(opened('EMAIL', 'VALID'))
    .when({ ...sent, isWord: true })
    .refuses('LETTER_NOT_SIGNED');
  given(opened('EMAIL', 'VALID'), attached('UNVERIFIED'))
    .when({ ...sent, isWord: true })
    .refuses('LETTER_NOT_SIGNED');
  given(opened('EMAIL', 'VALID'), attached('VALID'))
    .when({ ...sent, isWord: true })
    .records(left);
  given(opened('EMAIL', 'VALID')).when(sent).records(left);
});

it('is recorded once such a signature is there, whatever weaker one came after it', () => {
  given(opened('PAPER', 'VALID'), attached('VALID')).when(posts).records(posted);
  given(opened('PAPER', 'VALID'), attached('TRUSTED'), attached('UNVERIFIED')).when(posts).records(posted);
  given(opened('PAPER', 'TRUSTED'), attached('TRUSTED')).when(posts).records(posted);
  given(opened('PAPER')).when(posts).records(posted);
});

it('takes the record of a letter that had left before the withdrawal: it comes late, and ends nothing', () => {
  given(opened('PAPER', 'VALID'), withdrawn)
    .when(posts)
    .records({ ...posted, type: 'ProofCameLate' } as NoticeEvent);
});

it('takes no signature for what has left, does not leave, goes another way, or has no sheet', () => {
  given(opened('PAPER'), posted).when(attaches('VALID')).refuses('NOTICE_DISPATCHED');
  given(opened('PAPER'), withdrawn).when(attaches('VALID')).refuses('NOTICE_DISPATCHED');
  given(opened('ORAL')).when(attaches('VALID')).refuses('NOTICE_DISPATCHED');
  const { outgoing: _, ...unnumbered } = opened('PAPER') as Extract<NoticeEvent, { type: 'NoticeOpened' }>;
  given(unnumbered).when(attaches('VALID')).refuses('LETTER_NOT_KEPT');
  given().when(attaches('VALID')).refuses('NOT_FOUND');
  const elsewhere = { mayActIn: ['housing'], department: 'roads' };
  given(opened('PAPER'))
    .when({ ...attaches('VALID'), ...elsewhere })
    .refuses('FORBIDDEN');
});

const onPage: NoticeEvent = { type: 'NoticePosted', ...matter, dispatchedAt: at };

it('leaves a letter of the page alone unposted until the signature that it demands is there', () => {
  const known = { type: 'OpenNotice', ...matter, person: 'p', outgoing, at } as const;
  const onPageAlone: NoticeEvent = { ...opened('PAGE', 'VALID'), further: [] } as NoticeEvent;
  given()
    .when({ ...known, ways: ['PAGE'], demands: 'VALID' })
    .records(onPageAlone);
  given(onPageAlone).when(attaches('UNVERIFIED')).records(attached('UNVERIFIED'));
  given(onPageAlone).when(attaches('VALID')).records(attached('VALID'), onPage);
  given(onPageAlone, attached('VALID'), onPage).when(attaches('TRUSTED')).refuses('NOTICE_DISPATCHED');
});

it('does not put on the page without it what left by no other way', () => {
  const failed: NoticeEvent = { type: 'NoticeFailed', ...matter, way: 'THREAD', code: 'THREAD_CLOSED', next: 'PAGE' };
  const inThread = (demands?: SignatureLevel): NoticeEvent =>
    ({ ...opened('THREAD', demands), further: ['PAGE'] }) as NoticeEvent;
  const givesUp = { type: 'GiveUpWay', way: 'THREAD', code: 'THREAD_CLOSED', at } as const;
  given(inThread('VALID')).when(givesUp).records(failed);
  given(inThread()).when(givesUp).records(failed, onPage);
  given(inThread('VALID'), failed).when(attaches('TRUSTED')).records(attached('TRUSTED'), onPage);
});

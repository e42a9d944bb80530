import { it } from '@jest/globals';
import type { NoticeWay, SignatureLevel } from '@otklik/contracts/enumerations';
import { specify } from '@otklik/testing';
import { notice } from './notice.decide.js';
import type { NoticeEvent } from './notice.js';
import { signatureSample } from './signature.fixture.js';

const { given } = specify(notice);
const at = '2026-11-24T03:00:00.000Z';
const matter = { kind: 'FORWARDED', about: 'a question' } as const;
const outgoing = { number: '02-11/118', on: '2026-11-24' };
const opened = (way: NoticeWay, demands?: SignatureLevel): NoticeEvent => ({
  type: 'NoticeOpened',
  ...matter,
  way,
  further: [],
  person: 'p',
  toSign: true,
  ...(demands && { demands }),
});
const signs = { type: 'SignNotice', signatory: 'head', isNamed: true, outgoing, at } as const;
const signed: NoticeEvent = { type: 'NoticeSigned', ...matter, signatory: 'head', outgoing, signedAt: at };
const onPage: NoticeEvent = { type: 'NoticePosted', ...matter, dispatchedAt: at };
const withdrawn: NoticeEvent = { type: 'NoticeCancelled', ...matter, ground: 'WITHDRAWN' };

it('gets its number with the signature, whatever its way', () => {
  for (const way of ['EMAIL', 'PAPER', 'ORAL', 'THREAD', 'OPEN311'] as const)
    given(opened(way)).when(signs).records(signed);
  given(opened('PAPER'))
    .when({ ...signs, post: 'и. о. главы' })
    .records({ ...signed, post: 'и. о. главы' } as NoticeEvent);
});

it('is on the page with the signature, and not before', () => {
  const opens = { type: 'OpenNotice', ...matter, person: 'p', ways: ['PAGE'], toSign: true, at } as const;
  given().when(opens).records(opened('PAGE'));
  given(opened('PAGE')).when(signs).records(signed, onPage);
});

it('waits for the electronic signature, too, where one is demanded', () => {
  const attaches = { type: 'AttachSignature', mayActIn: 'ALL', signed: signatureSample('VALID'), at } as const;
  const attached: NoticeEvent = { type: 'SignatureAttached', ...matter, ...signatureSample('VALID') };
  given(opened('PAGE', 'VALID')).when(attaches).refuses('LETTER_NOT_KEPT');
  given(opened('PAGE', 'VALID')).when(signs).records(signed);
  given(opened('PAGE', 'VALID'), signed).when(attaches).records(attached, onPage);
});

it('is neither posted nor told before', () => {
  const posting = { means: 'LETTER', number: '02-11/118', sentOn: '2026-11-24' } as const;
  const posts = { type: 'RecordPosting', record: 'p1', posting, addressKnown: true, at } as const;
  given(opened('PAPER')).when(posts).refuses('NOTICE_WAITS_FOR_SIGNATORY');
  const left: NoticeEvent = {
    type: 'NoticeDispatched',
    ...matter,
    way: 'PAPER',
    posting,
    dispatchedAt: at,
    record: 'p1',
    proof: '02-11/118 2026-11-24',
  };
  given(opened('PAPER'), signed).when(posts).records(left);
  const tells = {
    type: 'RecordOralNotice',
    mayActIn: 'ALL',
    record: 'r1',
    said: 'told',
    outcome: 'AGREES',
    at,
  } as const;
  given(opened('ORAL')).when(tells).refuses('NOTICE_WAITS_FOR_SIGNATORY');
  const calls = { type: 'RecordCallAttempt', mayActIn: 'ALL', record: 'r2', result: 'NO_ANSWER', at } as const;
  given(opened('ORAL')).when(calls).refuses('NOTICE_WAITS_FOR_SIGNATORY');
  given(opened('ORAL'), withdrawn).when(tells).refuses('NOTICE_DISPATCHED');
});

it('is signed once, by whom the settings name, and not once it does not leave any more', () => {
  const another = { ...signs, signatory: 'deputy', outgoing: { number: '02-11/119', on: '2026-11-25' } };
  given(opened('PAPER'), signed).when(another).recordsNothing();
  given(opened('PAPER'), signed, withdrawn).when(another).recordsNothing();
  given(opened('PAPER'))
    .when({ ...signs, isNamed: false })
    .refuses('NOT_THE_NAMED_SIGNATORY');
  given(opened('PAPER'), withdrawn).when(signs).refuses('NOTICE_CANCELLED');
  given().when(signs).refuses('NOT_FOUND');
  const { toSign: _, ...leavesAtOnce } = opened('PAPER') as Extract<NoticeEvent, { type: 'NoticeOpened' }>;
  given(leavesAtOnce).when(signs).refuses('NOTICE_NOT_TO_SIGN');
});

import { it } from '@jest/globals';
import type { NoticeKind } from '@otklik/contracts/enumerations';
import { demandStateChart, type Samples } from '@otklik/testing';
import { notice, type NoticeCommand } from './notice.decide.js';
import { signingFacts } from '@otklik/case/notice';
import { signatureSample } from './signature.fixture.js';
import { cameBack, standsInPlace, unansweredCalls, type NoticeState } from './notice.js';

const at = '2026-11-24T03:00:00.000Z';
const everywhere = { mayActIn: 'ALL' } as const;
const open = { type: 'OpenNotice', kind: 'ANSWERED', about: 'a question', person: 'person', at } as const;

const followed: ReadonlySet<NoticeKind> = new Set(['ANSWERED']);

const samples: Samples<NoticeCommand> = {
  OpenNotice: [
    { ...open, ways: ['EMAIL', 'PAPER'] },
    { ...open, ways: ['EMAIL', 'PAGE'] },
    { ...open, ways: ['ORAL', 'PAGE'] },
    { ...open, ways: ['PAGE'] },
    { ...open, ways: ['PAPER'] },
    { ...open, ways: ['POS'] },
    { ...open, ways: ['PAGE'], cancelled: 'ERASED' },
    { ...open, ways: ['THREAD', 'DIRECT', 'PAGE'] },
    { ...open, kind: 'COVERING', ways: ['OPEN311', 'EMAIL', 'PAPER'] },
    { ...open, ways: ['PAPER'], outgoing: { number: '02-11/1', on: '2026-11-24' }, demands: 'VALID' },
    { ...open, kind: 'FORWARDED', ways: ['PAGE'], toSign: true },
  ],
  RecordSent: [
    { type: 'RecordSent', way: 'EMAIL', proof: '<id> 250', at },
    { type: 'RecordSent', way: 'THREAD', proof: '17', link: 'https://vk.com/wall-1_2?reply=17', at },
    { type: 'RecordSent', way: 'OPEN311', proof: '638344', at },
  ],
  GiveUpWay: [
    { type: 'GiveUpWay', way: 'EMAIL', code: '550', at },
    { type: 'GiveUpWay', way: 'THREAD', code: 'THREAD_CLOSED', at },
    { type: 'GiveUpWay', way: 'OPEN311', code: '400', at },
  ],
  HoldNotice: [{ type: 'HoldNotice', found: ['PHONE'], at }],
  ReleaseNotice: [
    { type: 'ReleaseNotice', ...everywhere, record: 'w1', words: 'Mended.', at },
    { type: 'ReleaseNotice', ...everywhere, record: 'w2', at },
  ],
  LeaveByHand: [{ type: 'LeaveByHand' }],
  RecordPlacedNotice: [
    { type: 'RecordPlacedNotice', ...everywhere, record: 'p1', link: 'https://ok.ru/group/1/topic/2', at },
    { type: 'RecordPlacedNotice', ...everywhere, record: 'p2', at },
  ],
  RecordUnknown: [{ type: 'RecordUnknown', way: 'THREAD', part: 1, of: 1 }],
  SettleUnknownNotice: [
    { type: 'SettleUnknownNotice', record: 's1', word: 'STANDS', whole: true, at },
    { type: 'SettleUnknownNotice', record: 's2', word: 'REPEAT', whole: false, at },
  ],
  NoteInPlace: [
    { type: 'NoteInPlace', way: 'THREAD', stands: true, at },
    { type: 'NoteInPlace', way: 'THREAD', stands: false, at },
  ],
  NoteNotFound: [{ type: 'NoteNotFound', way: 'THREAD', at }],
  NoteRead: [{ type: 'NoteRead', way: 'THREAD', at }],
  RecordInPos: [
    {
      type: 'RecordInPos',
      ...everywhere,
      record: 'e1',
      entered: { state: 'ANSWER_SENT', enteredOn: '2026-11-24' },
      at,
    },
  ],
  RecordBounce: [
    { type: 'RecordBounce', code: '5.1.1', at },
    { type: 'RecordBounce', code: '5.1.1', over: 'WITHDRAWN', at },
  ],
  RecordOralNotice: [{ type: 'RecordOralNotice', ...everywhere, record: 'r1', said: 'Mended.', outcome: 'AGREES', at }],
  RecordCallAttempt: [
    { type: 'RecordCallAttempt', ...everywhere, record: 'a1', result: 'NO_ANSWER', at },
    { type: 'RecordCallAttempt', ...everywhere, record: 'a2', result: 'WRONG_NUMBER', at },
  ],
  RecordPosting: [
    {
      type: 'RecordPosting',
      record: 'p1',
      posting: { means: 'LETTER', number: '02-11/1', sentOn: '2026-11-24' },
      addressKnown: true,
      at,
    },
  ],
  AttachSignature: [
    { type: 'AttachSignature', ...everywhere, signed: signatureSample('UNVERIFIED'), at },
    { type: 'AttachSignature', ...everywhere, signed: signatureSample('VALID'), at },
  ],
  SignNotice: [
    { type: 'SignNotice', signatory: 'head', isNamed: true, outgoing: { number: '02-11/2', on: '2026-11-24' }, at },
  ],
  RecordLetterOutcome: [
    {
      type: 'RecordLetterOutcome',
      record: 'o1',
      outcome: 'MOVED',
      proof: 'ENVELOPE',
      on: '2026-11-28',
      owedNothing: false,
      at,
    },
  ],
  CancelNotice: [{ type: 'CancelNotice', ground: 'WITHDRAWN' }],
  SettleRestoredNotice: [
    { type: 'SettleRestoredNotice', record: 'h1', word: 'STANDS', reason: 'log', isHeldBack: true, followed, at },
    { type: 'SettleRestoredNotice', record: 'h2', word: 'REPEAT', reason: 'log', isHeldBack: true, followed, at },
    { type: 'SettleRestoredNotice', record: 'h3', word: 'NEVER', reason: 'log', isHeldBack: true, followed, at },
  ],
  RecordReport: [{ type: 'RecordReport', status: 'CLOSED', number: '638344', notes: 'Filled.', at }],
};

it('has the states and transitions of its chart', () => {
  const document = new URL('../../../../../docs/state-charts/notice.md', import.meta.url);
  demandStateChart('The notice', document, { decider: notice, samples, ends: ['POSTED', 'CANCELLED'], parts });
});

/** By what bears on a decision. */
function parts(state: NoticeState): readonly unknown[] {
  if (state.status === 'NONE') return [state];
  const { published, ...more } = state;
  const { attention, readAt, cancelled, reported, postings } = published;
  const inPlace = [standsInPlace(state), readAt];
  const { isNumbered, lacksSignature, isToSign } = signingFacts(published);
  const signing = [isNumbered, lacksSignature, isToSign, published.signed, published.signatures?.length];
  const calls = unansweredCalls(state);
  const last = postings?.at(-1);
  return [[more, signing, attention, cancelled, inPlace, cameBack(state), calls, reported?.status, last]];
}

import fc from 'fast-check';
import { type Command } from './case-story.fixture.js';

export const id = fc.integer({ min: 1, max: 1_000_000 }).map(String);
const numbered = { type: 'OpenNotice', outgoing: { number: '1', on: '2026-11-24' } };
const signature = { sheet: 's', algorithm: 'RSA', certificate: {}, signer: 'Petrov', issuer: 'authority' };
export const ofNotice: fc.Arbitrary<Command> = fc.oneof(
  fc
    .constantFrom(['ORAL', 'PAPER'], ['EMAIL', 'PAGE'], ['PAGE'], ['PAPER'], ['THREAD', 'PAGE'], ['POS'])
    .map((ways) => ({ type: 'OpenNotice', kind: 'ANSWERED', about: 'question', ways, person: 'p', at: '' })),
  fc.constantFrom('EMAIL', 'THREAD').map((way) => ({ type: 'RecordSent', way, proof: 'id', at: '' })),
  fc.constantFrom('EMAIL', 'THREAD').map((way) => ({ type: 'GiveUpWay', way, code: '550', at: '' })),
  fc.constant({ type: 'RecordUnknown', way: 'THREAD', part: 1, of: 1 }),
  fc.constant({ type: 'HoldNotice', found: ['PHONE'], at: '' }),
  fc.constant({ type: 'LeaveByHand' }),
  id.map((record) => ({ type: 'SettleUnknownNotice', record, word: 'REPEAT', whole: true, at: '' })),
  id.map((record) => ({ type: 'ReleaseNotice', mayActIn: 'ALL', record, words: 'Mended.', at: '' })),
  id.map((record) => ({ type: 'RecordPlacedNotice', mayActIn: 'ALL', record, link: 'https://ok.ru/1', at: '' })),
  id.map((record) => ({ type: 'RecordOralNotice', mayActIn: 'ALL', record, said: 'told', outcome: 'AGREES', at: '' })),
  id.map((record) => ({ type: 'RecordCallAttempt', mayActIn: 'ALL', record, result: 'NO_ANSWER', at: '' })),
  id.map((record) => ({ type: 'RecordCallAttempt', mayActIn: 'ALL', record, result: 'WRONG_NUMBER', at: '' })),
  id.map((record) => ({
    type: 'RecordPosting',
    record,
    posting: { means: 'REGISTERED_LETTER', number: '1', sentOn: '' },
    addressKnown: true,
    at: '',
  })),
  id.map((record) => ({
    type: 'RecordInPos',
    mayActIn: 'ALL',
    record,
    entered: { state: 'ANSWER_SENT', enteredOn: '' },
    at: '',
  })),
  fc
    .constantFrom(['PAPER'], ['EMAIL', 'PAPER'])
    .map((ways) => ({ ...numbered, ways, demands: 'VALID', kind: 'ANSWERED', about: 'question', person: 'p', at: '' })),
  fc
    .constantFrom('UNVERIFIED', 'VALID', 'TRUSTED')
    .map((level) => ({ type: 'AttachSignature', mayActIn: 'ALL', signed: { ...signature, level, signature: level } })),
  fc.tuple(id, fc.constantFrom('MOVED', 'DELIVERED')).map(([record, outcome]) => ({
    type: 'RecordLetterOutcome',
    record,
    outcome,
    proof: outcome === 'MOVED' ? 'ENVELOPE' : 'RECEIPT',
    on: '',
    owedNothing: false,
    at: '',
  })),
  fc.constant({ type: 'CancelNotice', ground: 'WITHDRAWN' }),
);

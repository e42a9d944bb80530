import { it } from '@jest/globals';
import { specify } from '@otklik/testing';
import { response, type ResponseCommand, type ActingOfficial } from './response.decide.js';
import type { ResponseEvent } from './response.js';

const official = (by: string): ActingOfficial => ({ by, mayActIn: 'ALL', department: 'works', executor: 'ivanova' });
const drafting = {
  type: 'DraftResponse',
  ...official('ivanova'),
  draft: 'first',
  text: 'The road is mended.',
  outcome: 'MEASURES_TAKEN',
} as const;
const approve = { type: 'ApproveResponse', ...official('petrov') } as const;
const sendBack = { type: 'SendBackResponse', code: 'OTHER', ...official('petrov'), reason: 'too short' } as const;
const sign = {
  type: 'SignResponse',
  ...official('head'),
  opened: { draft: 'first', text: drafting.text },
  signedAt: '2026-11-24T09:00:00.000Z',
  signature: 'RECORDED_ACT',
} as const;
const note = { type: 'AddNote', ...official('ivanova'), note: 'n1', text: 'Call the works.' } as const;
const close: ResponseCommand = { type: 'CloseResponse' };

const opened: ResponseEvent = { type: 'ResponseOpened', question: 'roads', person: 'person' };
const drafted: ResponseEvent = {
  type: 'ResponseDrafted',
  draft: 'first',
  drafter: 'ivanova',
  question: 'roads',
  text: drafting.text,
  outcome: 'MEASURES_TAKEN',
};
const redrafted: ResponseEvent = {
  type: 'ResponseDrafted',
  draft: 'second',
  drafter: 'ivanova',
  question: 'roads',
  text: 'Better.',
  outcome: 'EXPLAINED',
};
const approved: ResponseEvent = { type: 'ResponseApproved', question: 'roads' };
const sentBack: ResponseEvent = { type: 'ResponseSentBack', question: 'roads', code: 'OTHER', reason: 'too short' };
const signed: ResponseEvent = {
  type: 'ResponseSigned',
  question: 'roads',
  person: 'person',
  text: drafting.text,
  outcome: 'MEASURES_TAKEN',
  signatory: 'head',
  signedAt: sign.signedAt,
  signature: 'RECORDED_ACT',
};
const closed: ResponseEvent = { type: 'ResponseClosed', question: 'roads' };

const given = (...events: ResponseEvent[]) => specify(response).given(...events);

it('is opened once with its question', () => {
  given().when({ type: 'OpenResponse', question: 'roads', person: 'person' }).records(opened);
});

it('is drafted only by the executor of the question', () => {
  given(opened).when(drafting).records(drafted);
  given(opened)
    .when({ ...drafting, by: 'petrov' })
    .refuses('NOT_THE_EXECUTOR');
  given(opened)
    .when({ ...drafting, executor: undefined })
    .refuses('NOT_THE_EXECUTOR');
});

it('is redrafted until it is signed, and a new draft needs a new approval', () => {
  const again = { ...drafting, draft: 'second', text: 'Better.', outcome: 'EXPLAINED' } as const;
  given(opened, drafted).when(again).records(redrafted);
  given(opened, drafted, approved).when(again).records(redrafted);
  given(opened, drafted, sentBack).when(again).records(redrafted);
  given(opened, drafted, approved, redrafted)
    .when({ ...sign, opened: { draft: 'second', text: 'Better.' } })
    .refuses('DRAFT_NOT_APPROVED');
});

it('is not approved by its drafter', () => {
  given(opened, drafted).when(approve).records(approved);
  given(opened, drafted)
    .when({ ...approve, by: 'ivanova' })
    .refuses('OWN_DRAFT');
  given(opened).when(approve).refuses('NO_DRAFT');
  given(opened, drafted, sentBack).when(approve).refuses('RESPONSE_STATE_FORBIDS');
});

it('is sent back with a reason, before or after approval', () => {
  given(opened, drafted).when(sendBack).records(sentBack);
  given(opened, drafted, approved)
    .when({ ...sendBack, by: 'head' })
    .records(sentBack);
  given(opened).when(sendBack).refuses('NO_DRAFT');
});

it('is signed only after approval', () => {
  given(opened, drafted, approved).when(sign).records(signed);
  given(opened, drafted).when(sign).refuses('DRAFT_NOT_APPROVED');
  given(opened, drafted, sentBack).when(sign).refuses('DRAFT_NOT_APPROVED');
  given(opened).when(sign).refuses('NO_DRAFT');
});

it('refuses to sign a text other than the approved draft', () => {
  given(opened, drafted, approved)
    .when({ ...sign, opened: { draft: 'another', text: 'Other words.' } })
    .refuses('RESPONSE_STATE_FORBIDS');
  given(opened, drafted, approved)
    .when({ ...sign, opened: undefined })
    .refuses('RESPONSE_STATE_FORBIDS');
});

it.each<ResponseCommand>([drafting, approve, sendBack, note, close, { ...sign, by: 'another head' }])(
  'refuses $type once it is signed',
  (command) => given(opened, drafted, approved, signed).when(command).refuses('RESPONSE_SIGNED'),
);

it.each<ResponseCommand>([drafting, approve, sendBack, note, sign])(
  'refuses $type when it is closed or unknown',
  (command) => {
    given(opened, drafted, closed).when(command).refuses('RESPONSE_STATE_FORBIDS');
    given().when(command).refuses('NOT_FOUND');
  },
);

it('is closed with its question', () => {
  given(opened).when(close).records(closed);
  given(opened, drafted, approved).when(close).records(closed);
});

it('records any number of notes, each once', () => {
  const added: ResponseEvent = { type: 'NoteAdded', note: 'n1', question: 'roads', text: 'Call the works.' };
  given(opened).when(note).records(added);
  given(opened, drafted, added)
    .when({ ...note, note: 'n2' })
    .records({ ...added, note: 'n2' });
  given(opened, added, drafted, approved).when(note).recordsNothing();
});

it.each<Extract<ResponseCommand, ActingOfficial>>([drafting, approve, sendBack, note, sign])(
  'refuses $type by an official of another department',
  (command) => {
    given(opened, drafted, approved)
      .when({ ...command, mayActIn: ['housing'] })
      .refuses('FORBIDDEN');
    given(opened, drafted, approved)
      .when({ ...command, mayActIn: ['works'], department: undefined })
      .refuses('FORBIDDEN');
  },
);

it.each<Extract<ResponseCommand, ActingOfficial>>([approve, sign])(
  'refuses $type while the question has no department',
  (command) => {
    given(opened, drafted, approved)
      .when({ ...command, department: undefined })
      .refuses('QUESTION_HAS_NO_DEPARTMENT');
  },
);

import { it } from '@jest/globals';
import { specify } from '@otklik/testing';
import { response, type ResponseCommand, type ActingOfficial } from './response.decide.js';
import type { ResponseEvent } from './response.js';

const official = (by: string): ActingOfficial => ({
  by,
  mayActIn: 'ALL',
  department: 'works',
  executor: 'ivanova',
  today: '2026-11-27',
});
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
  answer: 'a1',
  opened: { draft: 'first', text: drafting.text },
  signedAt: '2026-11-24T09:00:00.000Z',
  signature: 'RECORDED_ACT',
} as const;
const note = { type: 'AddNote', ...official('ivanova'), note: 'n1', text: 'Call the works.' } as const;
const revoke = { type: 'RevokeResponse', ...official('head'), reason: 'a wrong date', answered: false } as const;
const close: ResponseCommand = { type: 'CloseResponse' };

const opened: ResponseEvent = { type: 'ResponseOpened', question: 'roads', person: 'person' };
const drafted = {
  type: 'ResponseDrafted',
  draft: 'first',
  drafter: 'ivanova',
  question: 'roads',
  text: drafting.text,
  outcome: 'MEASURES_TAKEN',
  department: 'works',
} satisfies ResponseEvent;
const redrafted: ResponseEvent = {
  type: 'ResponseDrafted',
  draft: 'second',
  drafter: 'ivanova',
  question: 'roads',
  text: 'Better.',
  outcome: 'EXPLAINED',
  department: 'works',
};
const approved: ResponseEvent = { type: 'ResponseApproved', question: 'roads', approver: 'petrov' };
const sentBack: ResponseEvent = { type: 'ResponseSentBack', question: 'roads', code: 'OTHER', reason: 'too short' };
const signed: ResponseEvent = {
  type: 'ResponseSigned',
  question: 'roads',
  person: 'person',
  answer: 'a1',
  text: drafting.text,
  outcome: 'MEASURES_TAKEN',
  department: 'works',
  signatory: 'head',
  signedAt: sign.signedAt,
  signature: 'RECORDED_ACT',
};
const voided: ResponseEvent = { type: 'DraftVoided', question: 'roads' };
const revoked: ResponseEvent = { type: 'ResponseRevoked', question: 'roads', answer: 'a1', reason: 'a wrong date' };
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

it('leaves with no field of its template open', () => {
  const text = 'We repair it by {{date}}.';
  given(opened)
    .when({ ...drafting, text })
    .refuses('OPEN_FIELD');
  given(opened, drafted, approved)
    .when({ ...sign, opened: { draft: drafted.draft, text } })
    .refuses('OPEN_FIELD');
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

it('says with the signature what of ready texts is in it; that of another department, or of another round, does not count', () => {
  const readyTexts = [{ kind: 'SIMILAR_ANSWER', shown: 5, place: 1, kept: 80 }] as const;
  const taken: ResponseEvent = { ...drafted, readyTexts };
  given(opened)
    .when({ ...drafting, readyTexts })
    .records(taken);
  given(opened, taken, approved)
    .when(sign)
    .records({ ...signed, readyTexts });
  const again = { ...drafting, draft: 'second', text: 'Better.', outcome: 'EXPLAINED', left: 50 } as const;
  given(opened, taken, sentBack)
    .when(again)
    .records({ ...redrafted, readyTexts: [{ ...readyTexts[0], kept: 40 }] });
  given(opened, taken, voided).when(again).records(redrafted);
  given(opened, taken, approved, { ...signed, readyTexts }, { type: 'ResponseReopened', question: 'roads' })
    .when(again)
    .records(redrafted);
});

it('is approved and signed with its files, and a file that is changed after the approval needs a new one', () => {
  const files = [{ id: 'plan', type: 'application/pdf', size: 9, sha256: 'p' }];
  const fileNames = '["plan.pdf"]';
  const withFiles: ResponseEvent = { ...drafted, files, fileNames };
  given(opened)
    .when({ ...drafting, files, fileNames })
    .records(withFiles);
  const opens = { ...sign.opened, fileNames };
  given(opened, withFiles, approved)
    .when({ ...sign, opened: opens })
    .records({ ...signed, files, fileNames });
  const changed: ResponseEvent = { ...withFiles, draft: 'second', files: [{ ...files[0]!, id: 'other' }] };
  given(opened, withFiles, approved, changed)
    .when({ ...sign, opened: { ...opens, draft: 'second' } })
    .refuses('DRAFT_NOT_APPROVED');
  given(opened)
    .when({ ...drafting, files: Array.from({ length: 6 }, () => files[0]!) })
    .refuses('TOO_MANY_FILES');
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

it('is not signed by its drafter', () => {
  given(opened, drafted, approved)
    .when({ ...sign, by: 'ivanova' })
    .refuses('OWN_DRAFT');
});

it('goes with its department: a draft of one that the question left is neither approved nor signed', () => {
  given(opened, drafted)
    .when({ ...approve, department: 'housing' })
    .refuses('DRAFT_OF_ANOTHER_DEPARTMENT');
  given(opened, drafted, approved)
    .when({ ...sign, department: 'housing' })
    .refuses('DRAFT_OF_ANOTHER_DEPARTMENT');
});

const unsigned: readonly (readonly [string, ...ResponseEvent[]])[] = [
  ['drafted', drafted],
  ['approved', drafted, approved],
  ['sent back', drafted, sentBack],
];
it.each(unsigned)('is void, when %s, once its question is routed elsewhere or returned', (_state, ...events) => {
  const written = given(opened, ...events);
  written.when({ type: 'LeaveDepartment', department: 'housing' }).records(voided);
  written.when({ type: 'LeaveDepartment', department: undefined }).records(voided);
  written.when({ type: 'LeaveDepartment', department: 'works' }).recordsNothing();
  given(opened, ...events, voided)
    .when(approve)
    .refuses('NO_DRAFT');
  given(opened, ...events, voided)
    .when(sign)
    .refuses('NO_DRAFT');
  given(opened, ...events, voided)
    .when(drafting)
    .records(drafted);
});

it('leaves a signed answer to routing: the question that had moved first makes the signature void', () => {
  const moved = given(opened, drafted, approved, signed);
  moved.when({ type: 'LeaveDepartment', department: 'housing' }).recordsNothing();
  moved.when({ type: 'RefuseAnswer', answer: 'a1', ended: false }).records(voided);
  moved.when({ type: 'RefuseAnswer', answer: 'a1', ended: true }).records(voided, closed);
  moved.when({ type: 'RefuseAnswer', answer: 'another', ended: false }).recordsNothing();
});

it('is revoked by its signatory alone, with a reason, while it is not sent', () => {
  const answer = given(opened, drafted, approved, signed);
  answer.when(revoke).records(revoked);
  answer.when({ ...revoke, by: 'petrov' }).refuses('NOT_THE_SIGNATORY');
  answer.when({ ...revoke, answered: true }).refuses('NOTICE_DISPATCHED');
  given(opened, drafted, approved).when(revoke).refuses('RESPONSE_STATE_FORBIDS');
  given(opened, drafted, approved, signed, revoked).when(revoke).recordsNothing();
});

it('goes back to the executor when its signature is revoked, and needs a new draft, approval and signature', () => {
  const back = given(opened, drafted, approved, signed, revoked);
  back.when(approve).refuses('RESPONSE_STATE_FORBIDS');
  back.when(sign).refuses('DRAFT_NOT_APPROVED');
  back.when({ ...drafting, draft: 'second', text: 'Better.', outcome: 'EXPLAINED' }).records(redrafted);
});

it('stays signed when it turns out that it was sent before the revocation', () => {
  const late: ResponseEvent = { type: 'RevocationCameLate', question: 'roads', answer: 'a1' };
  given(opened, drafted, approved, signed).when({ type: 'ConfirmDispatch', answer: 'a1' }).recordsNothing();
  for (const since of [[], [redrafted], [redrafted, approved]] as const) {
    given(opened, drafted, approved, signed, revoked, ...since)
      .when({ type: 'ConfirmDispatch', answer: 'a1' })
      .records(late);
    given(opened, drafted, approved, signed, revoked, ...since, late)
      .when({ ...drafting, draft: 'third' })
      .refuses('RESPONSE_SIGNED');
  }
  given(opened, drafted, approved, signed, revoked, redrafted, approved, { ...signed, answer: 'a2' })
    .when({ type: 'ConfirmDispatch', answer: 'a2' })
    .recordsNothing();
});

it('promises measures until a day that is still to come, which goes with the answer', () => {
  const promising = { ...drafting, outcome: 'MEASURES_PROMISED', promisedUntil: '2027-06-01' } as const;
  const promised: ResponseEvent = { ...drafted, outcome: 'MEASURES_PROMISED', promisedUntil: '2027-06-01' };
  given(opened).when(promising).records(promised);
  given(opened)
    .when({ ...drafting, outcome: 'MEASURES_PROMISED' })
    .refuses('PROMISE_NEEDS_DAY');
  given(opened)
    .when({ ...drafting, promisedUntil: '2027-06-01' })
    .refuses('PROMISE_NEEDS_DAY');
  given(opened)
    .when({ ...promising, today: '2027-06-01' })
    .refuses('PROMISE_TOO_EARLY');
  given(opened, promised, approved)
    .when(sign)
    .records({ ...signed, outcome: 'MEASURES_PROMISED', promisedUntil: '2027-06-01' });
  given(opened, promised, approved)
    .when({ ...sign, today: '2027-06-01' })
    .refuses('PROMISE_TOO_EARLY');
});

/** `head` is away, and the deputy does his duties. */
const inHisStead = (by: string): ActingOfficial => ({ ...official(by), onBehalfOf: 'head' });

it('is drafted by the substitute of its executor, whose name it bears', () => {
  const substitute = { ...drafting, by: 'sidorov', onBehalfOf: 'ivanova' };
  given(opened)
    .when(substitute)
    .records({ ...drafted, drafter: 'sidorov' });
  given(opened)
    .when({ ...substitute, onBehalfOf: 'petrov' })
    .refuses('NOT_THE_EXECUTOR');
});

it('is signed by a substitute with his own name and the post of the order', () => {
  given(opened, drafted, approved)
    .when({ ...sign, ...inHisStead('deputy'), post: 'acting head' })
    .records({ ...signed, signatory: 'deputy', post: 'acting head' });
});

it('a substitute may do no more than the absent: his draft, or the absent one’s, he does not sign (OWN_DRAFT)', () => {
  const ofSubstitute = { ...drafted, drafter: 'deputy' };
  const ofAbsent = { ...drafted, drafter: 'head' };
  for (const draft of [ofSubstitute, ofAbsent]) {
    given(opened, draft, approved)
      .when({ ...sign, ...inHisStead('deputy') })
      .refuses('OWN_DRAFT');
    given(opened, draft)
      .when({ ...approve, ...inHisStead('deputy') })
      .refuses('OWN_DRAFT');
  }
});

it('bears no two signatures of one person by substitution', () => {
  const byDeputy = { ...approved, approver: 'deputy' };
  given(opened, drafted, byDeputy)
    .when({ ...sign, ...inHisStead('deputy') })
    .refuses('OWN_APPROVAL');
  given(opened, drafted, { ...byDeputy, approvedFor: 'head' })
    .when({ ...sign, by: 'deputy' })
    .refuses('OWN_APPROVAL');
  given(opened, drafted, { ...byDeputy, approvedFor: 'head' })
    .when(sign)
    .records(signed);
});

it('whose absent signatory signed it is revoked by the substitute, and by no one else', () => {
  const answer = given(opened, drafted, approved, signed);
  answer.when({ ...revoke, ...inHisStead('deputy') }).records(revoked);
  answer.when({ ...revoke, ...inHisStead('deputy'), onBehalfOf: 'petrov' }).refuses('NOT_THE_SIGNATORY');
});

it('whose approval was in another’s stead says so', () => {
  given(opened, drafted)
    .when({ ...approve, ...inHisStead('deputy') })
    .records({ ...approved, approver: 'deputy', approvedFor: 'head' });
});

import { it } from '@jest/globals';
import { demandStateChart, type Samples } from '@otklik/testing';
import { response, type ActingOfficial, type ResponseCommand } from './response.decide.js';
import type { ResponseState } from './response.js';

const official = (by: string): ActingOfficial => ({
  by,
  mayActIn: 'ALL',
  department: 'works',
  executor: 'ivanova',
  today: '2026-11-27',
});
const draft = { type: 'DraftResponse', ...official('ivanova'), text: 'Mended.', outcome: 'MEASURES_TAKEN' } as const;
const signing = { type: 'SignResponse', ...official('head'), answer: 'a1', signedAt: 'now' } as const;
const sign = { ...signing, signature: 'RECORDED_ACT' } as const;
const facts = { answered: true, allowed: true };
const said = { ground: 'CONSENT', title: 'Heating', matter: 'It is cold.', text: 'Mended.' } as const;

const samples: Samples<ResponseCommand> = {
  OpenResponse: [
    { type: 'OpenResponse', question: 'roads', person: 'person' },
    { type: 'OpenResponse', question: 'roads', person: 'person', again: true },
  ],
  DraftResponse: [
    { ...draft, draft: 'first' },
    { ...draft, draft: 'second' },
  ],
  AddNote: [{ type: 'AddNote', ...official('ivanova'), note: 'n1', text: 'Call the works.' }],
  ApproveResponse: [{ type: 'ApproveResponse', ...official('petrov') }],
  SendBackResponse: [{ type: 'SendBackResponse', ...official('petrov'), code: 'OTHER', reason: 'too short' }],
  SignResponse: [{ ...sign, opened: { draft: 'first', text: 'Mended.' } }],
  RevokeResponse: [{ type: 'RevokeResponse', ...official('head'), reason: 'a wrong date', answered: false }],
  LeaveDepartment: [
    { type: 'LeaveDepartment', department: 'housing' },
    { type: 'LeaveDepartment', department: undefined },
  ],
  RefuseAnswer: [
    { type: 'RefuseAnswer', answer: 'a1', ended: false },
    { type: 'RefuseAnswer', answer: 'a1', ended: true },
  ],
  ConfirmDispatch: [{ type: 'ConfirmDispatch', answer: 'a1' }],
  CloseResponse: [{ type: 'CloseResponse' }],
  ReopenResponse: [{ type: 'ReopenResponse' }],
  ProposePublication: [
    { type: 'ProposePublication', ...official('press'), ...facts, publication: 'p1', ...said, found: [] },
  ],
  PublishAnswer: [{ type: 'PublishAnswer', ...official('deputy'), ...facts }],
  TakeBackPublication: [{ type: 'TakeBackPublication', ...official('deputy'), reason: 'a house is named' }],
  EndPublication: [
    { type: 'EndPublication', why: 'CONSENT_WITHDRAWN' },
    { type: 'EndPublication', why: 'PERSON_ERASED' },
  ],
};

it('has the states and transitions of its chart', () => {
  const document = new URL('../../../../docs/state-charts/response.md', import.meta.url);
  demandStateChart('The response', document, { decider: response, samples, ends: [], parts });
});

/** By what is in force; texts and what is of force no more decide nothing. */
function parts(state: ResponseState): readonly unknown[] {
  if (state.status === 'NONE') return [state];
  const { draft, answer, revoked, notes, published } = state;
  return [[draft, answer, revoked, notes, published.approval, published.publication]];
}

import { expect, it } from '@jest/globals';
import type { Directory } from '@otklik/tenancy';
import type { TokenIssuer } from '../token-issuer.js';
import { asking } from './ask.js';
import { DemoActions } from './demo-actions.js';

const tokens = { issue: () => Promise.resolve({ token: 'a token' }) } as unknown as TokenIssuer;
const appeal = { name: 'a', district: 'aldan', until: 'ANSWERED', text: 'Почините дорогу', channel: 'PAPER' } as const;
const letter = { id: '0807e0d2-929f-4ab5-9471-1a4296e2ce87', version: 1 };
const posting = { mutation: 'recordPosting', by: 'registrar', target: letter, input: { means: 'LETTER' } } as const;

/** A product that proposes these numbers in turn; `taken` is another letter's. */
async function actionsOn(proposed: (string | null)[], taken?: string) {
  const recorded: unknown[] = [];
  const ask = asking((payload) => {
    const { query, variables } = payload as { query: string; variables: { input?: { number?: string } } };
    if (query.includes('enterAppeal')) {
      return Promise.resolve({ data: { enterAppeal: { __typename: 'Receipt', id: letter.id, number: '1' } } });
    }
    if (query.includes('nextOutgoingNumber')) {
      return Promise.resolve({ data: { nextOutgoingNumber: proposed.shift() } });
    }
    const { number } = variables.input!;
    const extensions = { code: 'OUTGOING_NUMBER_TAKEN', path: 'input.number' };
    if (number === taken) return Promise.resolve({ errors: [{ message: 'Номер занят.', extensions }] });
    recorded.push(number);
    return Promise.resolve({ data: { recordPosting: { __typename: 'Change', consistencyToken: 'so far' } } });
  });
  const actions = new DemoActions({ ask, tokens, directory: {} as Directory });
  await actions.submit(appeal);
  return { recorded, perform: () => actions.perform(appeal, posting) };
}

it('gives a letter the number that is proposed, and the first one where there is none', async () => {
  const { recorded, perform } = await actionsOn([null, '02-14/2']);
  expect([await perform(), await perform()]).toEqual(['so far', 'so far']);
  expect(recorded).toEqual(['02-14/1', '02-14/2']);
});

it('decides again when the proposed number became that of another letter', async () => {
  const { recorded, perform } = await actionsOn(['02-14/2', '02-14/3'], '02-14/2');
  expect([await perform(), await perform()]).toEqual([null, 'so far']);
  expect(recorded).toEqual(['02-14/3']);
});

import { expect, it } from '@jest/globals';
import { refuse, type Decider } from '@otklik/kernel';
import { specify } from './specify.js';

type Fact = { readonly type: 'Lent'; readonly to: string } | { readonly type: 'GivenBack' };
type Command =
  { readonly type: 'Lend'; readonly to: string } | { readonly type: 'GiveBack' } | { readonly type: 'Break' };

const book: Decider<string | undefined, Command, Fact> = {
  initialState: undefined,
  evolve: (_, fact) => (fact.type === 'Lent' ? fact.to : undefined),
  decide: (command, lentTo) => {
    if (command.type === 'Break') throw new TypeError('a defect');
    if (command.type === 'GiveBack') return lentTo === undefined ? [] : [{ type: 'GivenBack' }];
    if (lentTo === command.to) return [];
    if (lentTo !== undefined) refuse('LENT_TO_ANOTHER', { days: 3 });
    return [{ type: 'Lent', to: command.to }];
  },
};
const toAnna: Fact = { type: 'Lent', to: 'Anna' };
const lendAnna: Command = { type: 'Lend', to: 'Anna' };

it('passes what holds', () => {
  specify(book).given().when(lendAnna).records(toAnna);
  specify(book).given(toAnna).when({ type: 'GiveBack' }).records({ type: 'GivenBack' });
  specify(book).given(toAnna).when(lendAnna).recordsNothing();
  specify(book).given(toAnna).when({ type: 'Lend', to: 'Boris' }).refuses('LENT_TO_ANOTHER');
  specify(book).given(toAnna).when({ type: 'Lend', to: 'Boris' }).refuses('LENT_TO_ANOTHER', { days: 3 });
});

it.each<[string, () => void]>([
  ['other facts', () => specify(book).given().when(lendAnna).records({ type: 'Lent', to: 'Boris' })],
  ['no facts', () => specify(book).given(toAnna).when(lendAnna).records(toAnna)],
  ['facts where none were expected', () => specify(book).given().when(lendAnna).recordsNothing()],
  ['facts where a refusal was expected', () => specify(book).given().when(lendAnna).refuses('LENT_TO_ANOTHER')],
  ['another refusal', () => specify(book).given(toAnna).when({ type: 'Lend', to: 'B' }).refuses('LOST')],
  [
    'other details',
    () => specify(book).given(toAnna).when({ type: 'Lend', to: 'B' }).refuses('LENT_TO_ANOTHER', { days: 4 }),
  ],
])('is red with %s', (_, broken) => {
  expect(broken).toThrow(expect.objectContaining({ code: 'ERR_ASSERTION' }));
});

it('is red when the command speaks again on the state it made', () => {
  const forgetful = { ...book, evolve: () => undefined };
  expect(() => specify(forgetful).given().when(lendAnna).records(toAnna)).toThrow(/again must record nothing/);
  const touchy: typeof book = { ...book, decide: (_, lentTo) => (lentTo ? refuse('LENT') : [toAnna]) };
  expect(() => specify(touchy).given().when(lendAnna).records(toAnna)).toThrow(/refused with LENT/);
});

it('lets a defect through', () => {
  expect(() => specify(book).given().when({ type: 'Break' }).refuses('LENT_TO_ANOTHER')).toThrow(TypeError);
});

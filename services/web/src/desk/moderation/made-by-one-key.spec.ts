import { describe, expect, it } from '@jest/globals';
import type { Command, CommandState } from '../../frame/outbox.js';
import { madeByOneKey } from './made-by-one-key.js';

const command = (item: string, at: number, state: CommandState): Command => ({
  key: `${item} ${at}`,
  list: 'moderation',
  item,
  label: item,
  done: 'done',
  document: '',
  variables: {},
  at,
  state,
});
const done = (version: number, data: object = {}): CommandState => ({ is: 'DONE', at: 0, version, data });
const many = done(0, [
  { id: 'b', result: { __typename: 'Change', version: 4 } },
  { id: 'c', result: { __typename: 'Refusal', code: 'VERSION_CONFLICT' } },
  { id: 'd', result: { __typename: 'Change', version: 2 } },
]);

describe('what one key decided', () => {
  it('is the message of the act', () => {
    const one = command('a', 0, done(3));
    expect(madeByOneKey([one], one)).toEqual([{ id: 'a', version: 3 }]);
  });

  it('is each of many that was not refused, and what the same key took up', () => {
    const commands = [command('z', 0, done(2)), command('a', 1_000, done(2)), command('a', 1_001, many)];
    expect(madeByOneKey(commands, commands[2]!)).toEqual([
      { id: 'b', version: 4 },
      { id: 'd', version: 2 },
      { id: 'a', version: 2 },
    ]);
  });

  it('is not what another key decided before', () => {
    const commands = [command('a', 0, done(2)), command('a', 60_000, many)];
    expect(madeByOneKey(commands, commands[1]!).map(({ id }) => id)).toEqual(['b', 'd']);
    const other = [command('x', 1_000, done(2)), command('a', 1_001, many)];
    expect(madeByOneKey(other, other[1]!).map(({ id }) => id)).toEqual(['b', 'd']);
    expect(madeByOneKey([], command('a', 0, { is: 'SENDING' }))).toEqual([]);
  });
});

import { expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { Overloaded } from '../input.js';
import { formatErrors } from './errors.js';

const asker = { language: 'ru', requestId: 'r' } as const;

function formatted(error: Error) {
  const lines: string[] = [];
  const write = (level: string) => () => void lines.push(level);
  const logger = { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
  const thrown = new GraphQLError('', { originalError: error, path: ['appeals'] });
  const [answer] = formatErrors([thrown], asker, logger);
  return { answer, lines };
}

it.each([
  ['a store that does not answer', Object.assign(new Error('away'), { name: 'StoreUnavailable' })],
  ['no free connection in time', new Error('timeout exceeded when trying to connect')],
  ['a database that is starting', Object.assign(new Error('the database system is starting up'), { code: '57P03' })],
  ['a connection that was cut', new Error('Connection terminated unexpectedly')],
])('answers UNAVAILABLE for %s', (_, error) => {
  const { answer, lines } = formatted(error);
  expect(answer!.extensions).toEqual({ code: 'UNAVAILABLE' });
  expect(lines).toEqual(['warn']);
  expect(JSON.stringify(answer)).not.toContain(error.message);
});

it('answers OVERLOADED with 503 for an Overloaded error only', () => {
  const { answer, lines } = formatted(new Overloaded());
  expect([answer!.extensions, lines]).toEqual([{ code: 'OVERLOADED' }, []]);
});

it('masks a defect as INTERNAL with the request id', () => {
  const { answer, lines } = formatted(new TypeError('Cannot read properties of undefined'));
  expect(answer!.extensions).toEqual({ code: 'INTERNAL', requestId: 'r' });
  expect(lines).toEqual(['error']);
  expect(answer!.message).not.toContain('properties');
});

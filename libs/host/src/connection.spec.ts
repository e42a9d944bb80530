import { expect, it } from '@jest/globals';
import { connectionOf, pageRequest, withOneMore, type ConnectionArgs } from './connection.js';

const list = { key: Buffer.from('a secret'), name: 'numbers' };
const numbers = [1, 2, 3, 4, 5];

/** A page of `numbers`; their cursors hold the numbers themselves. */
function pageOf(args: ConnectionArgs) {
  const page = pageRequest<number>(args, list);
  const { limit, backward, from } = withOneMore(page);
  const beyond = numbers.filter((one) => from === undefined || (backward ? one < from : one > from));
  const read = backward ? beyond.slice(-limit) : beyond.slice(0, limit);
  return connectionOf(page, read, list, { node: (one) => `n${one}`, position: (one) => one });
}

const cursors = pageOf({ first: 5 }).edges.map(({ cursor }) => cursor);

it('follows Relay: nodes beside edges, and cursors that lead both ways', () => {
  const page = pageOf({ first: 2, after: cursors[1] });
  expect(page.nodes).toEqual(['n3', 'n4']);
  expect(page.edges).toEqual([
    { cursor: cursors[2], node: 'n3' },
    { cursor: cursors[3], node: 'n4' },
  ]);
  const [startCursor, endCursor] = [cursors[2], cursors[3]];
  expect(page.pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: true, startCursor, endCursor });
  expect(pageOf({ first: 2, after: endCursor! }).nodes).toEqual(['n5']);
  expect(pageOf({ last: 2, before: startCursor! }).nodes).toEqual(['n1', 'n2']);
});

it.each([
  [{}, ['n1', 'n2', 'n3', 'n4', 'n5'], false, false],
  [{ first: 2 }, ['n1', 'n2'], true, false],
  [{ last: 2 }, ['n4', 'n5'], false, true],
  [{ last: 5 }, ['n1', 'n2', 'n3', 'n4', 'n5'], false, false],
  [{ before: cursors[0] }, [], true, false],
  [{ after: cursors[4] }, [], false, true],
  [{ first: null, last: null, after: null, before: null }, ['n1', 'n2', 'n3', 'n4', 'n5'], false, false],
])('pages %j', (args, nodes, hasNextPage, hasPreviousPage) => {
  const page = pageOf(args);
  expect(page.nodes).toEqual(nodes);
  expect(page.pageInfo).toMatchObject({ hasNextPage, hasPreviousPage });
});

it('has null cursors on an empty page', () => {
  expect(pageOf({ before: cursors[0] }).pageInfo).toMatchObject({ startCursor: null, endCursor: null });
});

it.each([
  [{ first: 0 }, 'PAGE_SIZE', 'first'],
  [{ last: 101 }, 'PAGE_SIZE', 'last'],
  [{ first: 1, last: 1 }, 'BAD_INPUT', 'first'],
  [{ first: 1, before: cursors[1] }, 'BAD_INPUT', 'first'],
  [{ last: 1, after: cursors[1] }, 'BAD_INPUT', 'after'],
  [{ after: 'x' }, 'BAD_CURSOR', 'after'],
  [{ before: 'x' }, 'BAD_CURSOR', 'before'],
])('refuses %j as %s of %s', (args, code, path) => {
  expect(() => pageOf(args)).toThrow(expect.objectContaining({ code, path }) as unknown as Error);
});

import { beforeEach, describe, expect, it } from '@jest/globals';
import { LiveList, type Page } from './live-list.js';

interface Row {
  readonly id: string;
  readonly text: string;
}
const row = (id: string, text = id): Row => ({ id, text });
const page = (...rows: Row[]): Page<Row> => ({
  rows,
  total: rows.length,
  totalIsExact: true,
  endCursor: 'end',
  hasNextPage: false,
  liveCursor: '10',
});

describe('a live list', () => {
  let list: LiveList<Row>;
  const ids = () => list.rows.map(({ id }) => id);
  beforeEach(() => {
    list = new LiveList<Row>();
    list.reset(page(row('a'), row('b')));
  });

  it('keeps the order and lets an entered row wait', () => {
    list.apply({ cursor: '11', id: 'c', kind: 'ENTERED', row: row('c') });
    expect(ids()).toEqual(['a', 'b']);
    expect([...list.waiting.keys()]).toEqual(['c']);
    expect(list.liveCursor).toBe('11');
  });

  it('changes a row in its place, and neither the other rows nor the shape of the list', () => {
    const [a] = list.rows;
    const { shape } = list;
    list.apply({ cursor: '11', id: 'b', kind: 'CHANGED', row: row('b', 'new') });
    expect(list.rows[0]).toBe(a);
    expect(list.shape).toBe(shape);
    expect(ids()).toEqual(['a', 'b']);
    expect(list.row('b')?.text).toBe('new');
  });

  it('keeps a row that left in its place, marked, and counts it once', () => {
    list.apply({ cursor: '11', id: 'a', kind: 'LEFT', row: null });
    list.apply({ cursor: '12', id: 'a', kind: 'LEFT', row: null });
    expect(ids()).toEqual(['a', 'b']);
    expect(list.left.has('a')).toBe(true);
    expect(list.total).toBe(1);
  });

  it('takes a row back that left and entered again', () => {
    list.apply({ cursor: '11', id: 'a', kind: 'LEFT', row: null });
    list.apply({ cursor: '12', id: 'a', kind: 'ENTERED', row: row('a', 'again') });
    expect(list.left.size).toBe(0);
    expect(list.total).toBe(2);
    expect(list.waiting.size).toBe(0);
  });

  it('forgets a waiting row that left before it was shown', () => {
    list.apply({ cursor: '11', id: 'c', kind: 'ENTERED', row: row('c') });
    list.apply({ cursor: '12', id: 'c', kind: 'LEFT', row: null });
    expect(list.waiting.size).toBe(0);
    expect(list.total).toBe(2);
  });

  it('shows what waited and drops what left when it is renewed', () => {
    list.apply({ cursor: '11', id: 'c', kind: 'ENTERED', row: row('c') });
    list.apply({ cursor: '11', id: 'a', kind: 'LEFT', row: null });
    list.reset(page(row('c'), row('b')));
    expect(ids()).toEqual(['c', 'b']);
    expect(list.waiting.size + list.left.size).toBe(0);
  });

  it('does not repeat a row that a next page brings again', () => {
    list.append(page(row('b', 'moved'), row('d')));
    expect(ids()).toEqual(['a', 'b', 'd']);
  });

  it('announces the changes of a frame at once', () => {
    const frames: (() => void)[] = [];
    let announced = 0;
    list = new LiveList<Row>((announce) => frames.push(announce));
    list.subscribe(() => (announced += 1));
    list.reset(page(row('a'), row('b')));
    list.apply({ cursor: '11', id: 'a', kind: 'CHANGED', row: row('a', 'new') });
    list.apply({ cursor: '12', id: 'b', kind: 'LEFT', row: null });
    expect(announced).toBe(1);
    for (const frame of frames) frame();
    expect(announced).toBe(2);
    list.apply({ cursor: '13', id: 'b', kind: 'ENTERED', row: row('b') });
    expect(frames).toHaveLength(2);
  });
});

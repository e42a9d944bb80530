import { describe, expect, it } from '@jest/globals';
import { behind, following, standingAt, type Standing } from './checkpoints.js';
import type { FoundRecord } from './kafka-record.js';

/** A fact of the log, or what somebody else put there. */
type Put = readonly [after: number, position: number] | 'stray';

function recordAt(put: Put, offset: number): FoundRecord {
  const headers: Readonly<Record<string, string>> =
    put === 'stray' ? {} : { after: String(put[0]), position: String(put[1]) };
  return { partition: 0, offset, key: '', value: '{}', headers, header: (name) => headers[name] };
}

const start: Standing = { offset: 0, reached: 0, firm: 0 };

/** Takes a partition in stretches of so many records, as a process that is started anew after each, or not. */
function read(puts: readonly Put[], limit: number, anew: boolean): number {
  const records = puts.map(recordAt);
  let standing = start;
  let starts = 0;
  while (standing.offset < records.length) {
    const next = following(records.slice(standing.offset, standing.offset + limit), standing);
    if (next.length === 0) return standing.offset;
    standing = behind(next, standing);
    const checkpoint = { offset: standing.firm, mark: standing.reached };
    // One that starts anew where it has not come on would do so for ever.
    if (anew && (starts += 1) < 2 * records.length) standing = standingAt(checkpoint, records[standing.firm - 1], 0);
  }
  return standing.offset;
}

describe('where a consumer stands', () => {
  const cases: readonly (readonly [string, readonly Put[]])[] = [
    [
      'late duplicates',
      [
        [0, 10],
        [10, 20],
        [20, 30],
        [0, 10],
        [10, 20],
        [30, 40],
        [40, 50],
      ],
    ],
    ['a stray record', [[0, 10], [10, 20], 'stray', [20, 30], [30, 40]]],
    ['strays at the beginning', ['stray', 'stray', [0, 10], [10, 20]]],
    [
      'the whole once more',
      [
        [0, 10],
        [10, 20],
        [0, 10],
        [10, 20],
        [20, 30],
      ],
    ],
  ];

  describe.each(cases)('goes on behind %s', (_, puts) => {
    it.each([1, 2, 3, 100])('in stretches of %d', (limit) => {
      expect(read(puts, limit, false)).toBe(puts.length);
      expect(read(puts, limit, true)).toBe(puts.length);
    });
  });

  it('stops before a gap, also behind what came again or is no fact', () => {
    expect(
      read(
        [
          [0, 10],
          [20, 30],
        ],
        100,
        false,
      ),
    ).toBe(1);
    expect(read([[0, 10], [10, 20], [0, 10], 'stray', [30, 40]], 1, false)).toBe(4);
    expect(following([recordAt([0, 10], 5)], start)).toEqual([]);
  });

  it('keeps its checkpoint behind the record that led furthest, and goes on from it when that record is there', () => {
    const puts: readonly Put[] = [[0, 10], [10, 20], [0, 10], 'stray'];
    const standing = behind(puts.map(recordAt), start);
    expect(standing).toEqual({ offset: 4, reached: 20, firm: 2 });
    const checkpoint = { offset: standing.firm, mark: standing.reached };
    expect(standingAt(checkpoint, recordAt([10, 20], 1), 0)).toEqual({ offset: 2, reached: 20, firm: 2 });
    expect(standingAt(checkpoint, recordAt([10, 21], 1), 0)).toEqual(start);
    expect(standingAt(checkpoint, undefined, 1)).toEqual({ offset: 1, reached: 0, firm: 1 });
    // A stray says of no topic that it is the one that was read.
    expect(standingAt({ offset: 2, mark: 0 }, recordAt('stray', 1), 0)).toEqual(start);
  });
});

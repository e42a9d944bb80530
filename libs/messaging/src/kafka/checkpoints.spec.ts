import { describe, expect, it } from '@jest/globals';
import { positionAfter, contiguousRecords, resumeAt, type PartitionPosition } from './checkpoints.js';
import type { ConsumedRecord } from './kafka-record.js';

/** A fact of the log, or a foreign record. */
type Put = readonly [after: number, position: number] | 'stray';

function recordAt(put: Put, offset: number): ConsumedRecord {
  const headers: Readonly<Record<string, string>> =
    put === 'stray' ? {} : { after: String(put[0]), position: String(put[1]) };
  return { partition: 0, offset, key: '', value: '{}', headers, header: (name) => headers[name] };
}

const start: PartitionPosition = { offset: 0, lastPosition: 0, committable: 0 };

/** Takes a partition in batches of this size, as a process that restarts after each, or not. */
function read(puts: readonly Put[], limit: number, anew: boolean): number {
  const records = puts.map(recordAt);
  let position = start;
  let starts = 0;
  while (position.offset < records.length) {
    const next = contiguousRecords(records.slice(position.offset, position.offset + limit), position);
    if (next.length === 0) return position.offset;
    position = positionAfter(next, position);
    const checkpoint = { offset: position.committable, lastPosition: position.lastPosition };
    // One that restarts without progress would do so for ever.
    if (anew && (starts += 1) < 2 * records.length)
      position = resumeAt(checkpoint, records[position.committable - 1], 0);
  }
  return position.offset;
}

describe('a consumer’s position', () => {
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

  describe.each(cases)('continues after %s', (_, puts) => {
    it.each([1, 2, 3, 100])('in batches of %d', (limit) => {
      expect(read(puts, limit, false)).toBe(puts.length);
      expect(read(puts, limit, true)).toBe(puts.length);
    });
  });

  it('stops at a gap, also after duplicates and foreign records', () => {
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
    expect(contiguousRecords([recordAt([0, 10], 5)], start)).toEqual([]);
  });

  it('commits the offset after the highest log position and resumes there while that record exists', () => {
    const puts: readonly Put[] = [[0, 10], [10, 20], [0, 10], 'stray'];
    const position = positionAfter(puts.map(recordAt), start);
    expect(position).toEqual({ offset: 4, lastPosition: 20, committable: 2 });
    const checkpoint = { offset: position.committable, lastPosition: position.lastPosition };
    expect(resumeAt(checkpoint, recordAt([10, 20], 1), 0)).toEqual({ offset: 2, lastPosition: 20, committable: 2 });
    expect(resumeAt(checkpoint, recordAt([10, 21], 1), 0)).toEqual(start);
    expect(resumeAt(checkpoint, undefined, 1)).toEqual({ offset: 1, lastPosition: 0, committable: 1 });
    // A stray says of no topic that it is the one that was read.
    expect(resumeAt({ offset: 2, lastPosition: 0 }, recordAt('stray', 1), 0)).toEqual(start);
  });
});

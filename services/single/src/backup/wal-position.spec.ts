import { describe, expect, it } from '@jest/globals';
import { offsetOf, positionOf, segmentName, segmentOf, startOf, textOf } from './wal-position.js';

/** As `pg_walfile_name` of PostgreSQL 18 on its first timeline. */
describe('a position of the write-ahead log', () => {
  it.each([
    ['0/1000000', '000000010000000000000001', 0],
    ['0/1000148', '000000010000000000000001', 0x148],
    ['0/FFFFFFFF', '0000000100000000000000FF', 0xff_ffff],
    ['1/0', '000000010000000100000000', 0],
    ['A/BC00000', '000000010000000A0000000B', 0xc0_0000],
  ])('%s is in %s', (text, name, offset) => {
    const position = positionOf(text);
    expect([segmentName(1, segmentOf(position)), offsetOf(position)]).toEqual([name, offset]);
    expect(startOf(segmentOf(position)) + BigInt(offset)).toBe(position);
    expect(textOf(position)).toBe(text);
  });

  it('is refused in another notation', () => {
    expect(() => positionOf('3000148')).toThrow(TypeError);
  });
});

/** First and last byte, both of the piece. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

const ONE_RANGE = /^bytes=(\d{0,15})-(\d{0,15})$/;

/**
 * The piece that a `Range` asks for (RFC 9110, 14.2): undefined where the whole is sent, as it is for several pieces at once
 * or another unit; `beyond` where the file has no such bytes.
 */
export function byteRange(header: string | undefined, size: number): ByteRange | 'beyond' | undefined {
  const [, first = '', last = ''] = ONE_RANGE.exec(header ?? '') ?? [];
  if (first === '') return lastBytes(last, size);
  const [from, to] = [Number(first), last === '' ? size - 1 : Number(last)];
  if (last !== '' && to < from) return undefined;
  return from >= size ? 'beyond' : { from, to: Math.min(to, size - 1) };
}

/** Of so many bytes at the end; an empty text asks for nothing. */
function lastBytes(count: string, size: number): ByteRange | 'beyond' | undefined {
  if (count === '') return undefined;
  return Number(count) === 0 ? 'beyond' : { from: Math.max(0, size - Number(count)), to: size - 1 };
}

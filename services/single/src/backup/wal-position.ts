/** Size of a segment of the write-ahead log: initdb's default, which the embedded server has. */
export const SEGMENT_BYTES = 16 * 1024 * 1024;

/** A place in the write-ahead log, in bytes from its beginning. */
export type WalPosition = bigint;

const SIZE = BigInt(SEGMENT_BYTES);
/** Segments of one "log file" of the naming scheme: 4 GB. */
const PER_FILE = 0x1_0000_0000n / SIZE;

/** From the server's notation, `0/3000148`. */
export function positionOf(text: string): WalPosition {
  const [, high, low] = /^([0-9A-F]{1,8})\/([0-9A-F]{1,8})$/i.exec(text) ?? [];
  if (high === undefined || low === undefined) throw new TypeError('It is no position of a write-ahead log.');
  return (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`);
}

export function textOf(position: WalPosition): string {
  const part = (value: bigint): string => value.toString(16).toUpperCase();
  return `${part(position >> 32n)}/${part(position & 0xffff_ffffn)}`;
}

/** Number of the segment that holds the byte at `position`. */
export function segmentOf(position: WalPosition): bigint {
  return position / SIZE;
}

export function startOf(segment: bigint): WalPosition {
  return segment * SIZE;
}

/** Offset within its segment. */
export function offsetOf(position: WalPosition): number {
  return Number(position % SIZE);
}

/** The server's file name, `<timeline><log><segment>` in 24 hexadecimal digits. */
export function segmentName(timeline: number, segment: bigint): string {
  const part = (value: bigint): string => value.toString(16).toUpperCase().padStart(8, '0');
  return part(BigInt(timeline)) + part(segment / PER_FILE) + part(segment % PER_FILE);
}

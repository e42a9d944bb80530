import { ask } from './ask.js';

const DESCRIBE_CLUSTER = 60;
const CORRELATION = 7;

/**
 * Sends DescribeCluster (version 0) to one broker and answers the ids of the unfenced brokers; undefined after a timeout.
 */
export async function brokersKnownTo(port: number): Promise<readonly number[] | undefined> {
  const answer = await ask(
    port,
    request(),
    (received) => received.length >= 4 && received.length >= 4 + received.readInt32BE(0),
  );
  return answer && brokersIn(answer.subarray(4));
}

function request(): Buffer {
  const frame = Buffer.alloc(4 + 13);
  frame.writeInt32BE(13, 0);
  frame.writeInt16BE(DESCRIBE_CLUSTER, 4);
  frame.writeInt16BE(0, 6);
  frame.writeInt32BE(CORRELATION, 8);
  frame.writeInt16BE(-1, 12); // no client id; then no tagged fields, no authorized operations, no tagged fields
  return frame;
}

/** Decodes a response without its length prefix; undefined when it is an error or malformed. */
export function brokersIn(body: Buffer): readonly number[] | undefined {
  try {
    const read = new Reader(body);
    if (read.int32() !== CORRELATION) return undefined;
    read.tags();
    read.int32(); // throttle time
    if (read.int16() !== 0) return undefined;
    read.string(); // error message
    read.string(); // cluster id
    read.int32(); // controller
    return Array.from({ length: read.varint() - 1 }, () => {
      const id = read.int32();
      read.string(); // host
      read.int32(); // port
      read.string(); // rack
      read.tags();
      return id;
    });
  } catch (error) {
    // Truncated, or with impossible lengths: the listener is no broker.
    if ((error as Error).name === 'RangeError') return undefined;
    throw error;
  }
}

class Reader {
  private at = 0;
  private readonly body: Buffer;

  constructor(body: Buffer) {
    this.body = body;
  }

  int16(): number {
    return this.body.readInt16BE(this.step(2));
  }

  int32(): number {
    return this.body.readInt32BE(this.step(4));
  }

  /** A compact string: preceded by its length + 1; 0 is null. */
  string(): void {
    const length = this.varint() - 1;
    if (length > 0) this.step(length);
  }

  varint(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.body.readUInt8(this.step(1));
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  }

  tags(): void {
    for (let left = this.varint(); left > 0; left -= 1) {
      this.varint();
      this.step(this.varint());
    }
  }

  private step(bytes: number): number {
    const at = this.at;
    this.at += bytes;
    return at;
  }
}

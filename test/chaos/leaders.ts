import { ask } from '../../deploy/stack/ask.js';

const METADATA = 3;
const CORRELATION = 11;

/** The leader of each partition of the topic, as the broker on this port knows it; throws when it does not. */
export async function leadersOf(port: number, topic: string): Promise<ReadonlyMap<number, number>> {
  const answer = await ask(port, request(topic), (got) => got.length >= 4 && got.length >= 4 + got.readInt32BE(0));
  if (!answer) throw new Error(`the broker on ${port} does not answer`);
  const read = new Reader(answer.subarray(4));
  read.int32(); // the correlation
  read.many(() => {
    read.int32(); // a broker
    read.string(); // its host
    read.int32(); // its port
    read.string(); // its rack
  });
  read.int32(); // the controller
  const leaders = new Map<number, number>();
  read.many(() => {
    if (read.int16() !== 0) throw new Error(`there is no topic ${topic}`);
    read.string();
    read.int8(); // whether it is internal to Kafka
    read.many(() => {
      const error = read.int16();
      const [partition, leader] = [read.int32(), read.int32()];
      if (error === 0) leaders.set(partition, leader);
      for (let lists = 0; lists < 2; lists += 1) read.many(() => void read.int32()); // its replicas; those in sync
    });
  });
  return leaders;
}

/** Metadata, version 1. */
function request(topic: string): Buffer {
  const name = Buffer.from(topic);
  const frame = Buffer.alloc(4 + 10 + 4 + 2);
  frame.writeInt32BE(frame.length - 4 + name.length, 0);
  frame.writeInt16BE(METADATA, 4);
  frame.writeInt16BE(1, 6);
  frame.writeInt32BE(CORRELATION, 8);
  frame.writeInt16BE(-1, 12); // no client id
  frame.writeInt32BE(1, 14); // one topic
  frame.writeInt16BE(name.length, 18);
  return Buffer.concat([frame, name]);
}

class Reader {
  private at = 0;

  constructor(private readonly body: Buffer) {}

  int8(): number {
    return this.body.readInt8(this.step(1));
  }

  int16(): number {
    return this.body.readInt16BE(this.step(2));
  }

  int32(): number {
    return this.body.readInt32BE(this.step(4));
  }

  string(): void {
    this.step(Math.max(0, this.int16()));
  }

  many(one: () => void): void {
    for (let left = this.int32(); left > 0; left -= 1) one();
  }

  private step(bytes: number): number {
    const at = this.at;
    this.at += bytes;
    return at;
  }
}

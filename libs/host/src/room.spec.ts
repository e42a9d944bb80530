import { expect, it } from '@jest/globals';
import { Room } from './room.js';

const from = (network: number, length?: number, readableAborted = false) => ({
  ip: `192.0.2.${network}`,
  headers: length === undefined ? {} : { 'content-length': String(length) },
  raw: { readableAborted },
});

/** What each hears who asks for room while the others have theirs. */
function told(room: Room, senders: readonly ReturnType<typeof from>[]): Promise<string[]> {
  const gate = Promise.withResolvers<string>();
  const answers = senders.map((sender) => room.hold(sender, () => gate.promise).catch(({ name }: Error) => name));
  gate.resolve('kept');
  return Promise.all(answers);
}

const kept = (count: number) => Array<string>(count).fill('kept');

it('has room for eight of the largest, and for not a byte more', async () => {
  const eight = Array.from({ length: 8 }, (_, network) => from(network));
  expect(await told(new Room(100), [...eight, from(8, 1)])).toEqual([...kept(8), 'Overloaded']);
});

it('takes what a body says it has, and never more than is kept of it', async () => {
  const some = [from(1, 1_000_000), from(1, 200), ...Array.from({ length: 20 }, () => from(1, 10))];
  expect(await told(new Room(100), [...some, from(1, 1)])).toEqual([...kept(22), 'Overloaded']);
});

it('gives one network half of it', async () => {
  const crowd = Array.from({ length: 5 }, () => from(1));
  expect(await told(new Room(100), [...crowd, from(2)])).toEqual([...kept(4), 'Overloaded', 'kept']);
});

it('has none for who is gone already, and would not be heard to go', async () => {
  expect(await told(new Room(100), [from(1, 1, true)])).toEqual(['BadInput']);
});

it('has the room again of what ended, well or not', async () => {
  const room = new Room(100);
  const eight = Array.from({ length: 8 }, (_, at) => from(at % 2));
  expect(await told(room, eight)).toEqual(kept(8));
  const broken = eight.map((sender) => room.hold(sender, () => Promise.reject(new Error('broken'))));
  expect(await Promise.allSettled(broken)).toEqual(Array(8).fill(expect.objectContaining({ status: 'rejected' })));
  expect(await told(room, eight)).toEqual(kept(8));
});

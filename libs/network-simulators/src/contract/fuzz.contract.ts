import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Json, readJson, toJson } from '@otklik/networks/internals';
import type { House } from './bench.fixture.js';
import { FUZZ_RUNS as RUNS, type Suite } from './case.fixture.js';

/** Possible and impossible deliveries of a network: nothing throws, and what is taken is kept as received. */
export function fuzzContract({ on }: Suite): void {
  it(
    `never throws, never loses a raw body: ${RUNS} inputs`,
    on(async (house, { simulator }) => {
      await live(house);
      const bodies = simulator.deliveries.told.map(({ body }) => body);
      const types = [...new Set([...house.inbox.values()].map(({ type }) => type)), 'message', '', '__proto__'];
      const check = async (body: string | Uint8Array, type: string) => {
        const bytes = typeof body === 'string' ? Buffer.from(body) : body;
        expect(house.channel.decode(type, bytes).length).toBeGreaterThan(0);
        if (typeof body !== 'string') return;
        house.inbox.clear();
        const delivery = simulator.raw(simulator.protocol.present(body, house.bench.secret));
        await house.take(delivery);
        for (const kept of house.inbox.values()) expect(kept.body).toBe(delivery.body);
      };
      await fc.assert(fc.asyncProperty(inputs(bodies), fc.constantFrom(...types), check), { numRuns: RUNS });
    }),
    600_000,
  );
}

/** A little of everything that the network tells. */
async function live(house: House): Promise<void> {
  const { said } = await house.hear({ files: [house.world.file()], text: 'Яма' });
  house.world.edit(said, 'Яма у дома');
  house.world.remove(said);
  house.world.restore(said);
  const { message } = await house.question();
  await house.answer({ to: message.ref });
  await house.drain();
  house.world.allow(house.world.person(), false);
  house.world.loseRights(true);
  house.world.loseRights(false);
  await house.bench.simulator.settle();
}

function inputs(bodies: readonly string[]): fc.Arbitrary<string | Uint8Array> {
  const body = fc.constantFrom(...bodies);
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.bigInt(),
    fc.constantFrom('', '__proto__', 1e308, -1, {}, []),
  );
  return fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.json(),
    fc.tuple(body, fc.nat(), value).map(([of, at, to]) => withLeaf(of, at, to as Json)),
    fc.tuple(body, fc.nat(), fc.nat(255)).map(([of, at, byte]) => withByte(of, at, byte)),
  );
}

/** The body with one of its values replaced, whole branches included. */
function withLeaf(body: string, at: number, to: Json): string {
  const read = readJson(Buffer.from(body));
  if ('fault' in read) return body;
  const total = sizeOf(read.value);
  let index = at % total;
  const replaced = (value: Json): Json => {
    if (index-- === 0) return to;
    if (Array.isArray(value)) return value.map(replaced);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, replaced(one as Json)]));
  };
  return toJson(replaced(read.value));
}

function sizeOf(value: Json): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce((sum: number, one) => sum + sizeOf(one as Json), 1);
}

function withByte(body: string, at: number, byte: number): Uint8Array {
  const bytes = Buffer.from(body);
  bytes[at % bytes.length] = byte;
  return bytes;
}

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IdempotencyKeyReused, VersionConflict } from '@otklik/kernel';
import type { Transaction } from '@otklik/tenancy';
import { randomUUID } from 'node:crypto';
import {
  streamName,
  type AppendRequest,
  type EventLog,
  type EventStore,
  type RecordedEvent,
  type Upcasters,
} from './event-store.js';
import { untilHead } from './until-head.js';

/** One implementation, ready to be tried. */
export interface StoreUnderTest {
  readonly store: EventStore;
  readonly log: EventLog;
  /** Runs `work` in one transaction of the district: committed when it resolves, rolled back when it throws. */
  transaction<Result>(district: number, work: (tx: Transaction) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** An append of `Noted` events that differ by `note`; everything can be said otherwise. */
export function noted(over: Partial<AppendRequest> = {}, ...notes: readonly string[]): AppendRequest {
  const commandId = over.commandId ?? randomUUID();
  return {
    district: 1,
    stream: randomUUID(),
    streamType: 'Note',
    expected: 'none',
    events: (notes.length ? notes : ['first']).map((note) => ({
      id: randomUUID(),
      type: 'Noted',
      schema: 1,
      data: { note },
    })),
    at: '2026-11-24T09:00:00.123Z',
    actor: { kind: 'official', id: 'an official', role: 'EXECUTOR' },
    commandId,
    correlationId: randomUUID(),
    ...over,
  };
}

export const contractUpcasters: Upcasters = {
  Renamed: {
    1: (data) => ({ title: (data as { name: string }).name }),
    2: (data) => ({ ...(data as { title: string }), language: 'ru' }),
  },
};

/** All events of the log after `after`. */
export async function readAll(log: EventLog, after = 0): Promise<RecordedEvent[]> {
  const all: RecordedEvent[] = [];
  for await (const event of untilHead(log, after, 100)) all.push(event);
  return all;
}

const outcomes = async (attempts: readonly Promise<unknown>[]) => {
  const settled = await Promise.allSettled(attempts);
  return {
    won: settled.filter((one) => one.status === 'fulfilled').length,
    lost: settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : [])),
  };
};

/** What every event store and its log promise. `open` gets `contractUpcasters` into its store. */
export function eventStoreContract(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`${name} fulfils the contract of the event store`, () => {
    let under: StoreUnderTest;
    beforeAll(async () => void (under = await open()));
    afterAll(() => under.close());

    const append = (request: AppendRequest) => under.store.append(request);
    const started = async (...notes: string[]) => {
      const request = noted({}, ...notes);
      await append(request);
      return request;
    };
    const next = (first: AppendRequest, over: Partial<AppendRequest>, ...notes: string[]) =>
      noted({ district: first.district, stream: first.stream, ...over }, ...notes);

    describe('the expected version', () => {
      it('accepts exactly one of two concurrent creators of a stream', async () => {
        const stream = randomUUID();
        const { won, lost } = await outcomes([append(noted({ stream })), append(noted({ stream }))]);
        expect(won).toBe(1);
        expect(lost).toEqual([new VersionConflict('none', 1)]);
        expect(await under.store.read(1, stream)).toHaveLength(1);
      });

      it('rejects `none` on an existing stream', async () => {
        const first = await started('a', 'b');
        await expect(append(next(first, {}))).rejects.toEqual(new VersionConflict('none', 2));
      });

      it('takes an exact version and nothing else', async () => {
        const first = await started('a', 'b');
        await expect(append(next(first, { expected: 1 }))).rejects.toEqual(new VersionConflict(1, 2));
        await expect(append(next(first, { expected: 3 }))).rejects.toEqual(new VersionConflict(3, 2));
        expect(await append(next(first, { expected: 2 }, 'c', 'd'))).toEqual({ version: 4, repeated: false });
        await expect(append(noted({ expected: 1 }))).rejects.toEqual(new VersionConflict(1, 0));
      });

      it('accepts exactly one of many writers at the same version', async () => {
        const first = await started();
        const { won, lost } = await outcomes(
          Array.from({ length: 12 }, (_, index) => append(next(first, { expected: 1 }, `by ${index}`))),
        );
        expect(won).toBe(1);
        expect(lost).toHaveLength(11);
        for (const error of lost) expect(error).toEqual(new VersionConflict(1, 2));
      });

      it('accepts `exists` only on an existing stream', async () => {
        const first = await started();
        await expect(append(noted({ expected: 'exists' }))).rejects.toEqual(new VersionConflict('exists', 0));
        expect(await append(next(first, { expected: 'exists' }))).toEqual({ version: 2, repeated: false });
      });

      it('never rejects `any` and assigns each append its own version', async () => {
        const stream = randomUUID();
        const results = await Promise.all(
          Array.from({ length: 20 }, (_, index) => append(noted({ stream, expected: 'any' }, `by ${index}`))),
        );
        const versions = results.map((result) => result.version).sort((one, other) => one - other);
        expect(versions).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
        const read = await under.store.read(1, stream);
        expect(read.map((event) => event.version)).toEqual(versions);
      });
    });

    describe('many streams in one transaction', () => {
      it('reads them, and appends to each; what met another writer is not written and has no result', async () => {
        const [first, other] = [await started('a', 'b'), await started('a')];
        const created = noted();
        const [good, late] = [next(first, { expected: 2 }, 'c', 'd'), next(other, { expected: 3 }, 'x')];
        const keys = [first, other, created].map(({ district, stream }) => ({ district, stream }));
        await under.transaction(1, async (tx) => {
          const before = await under.store.readAll(keys, { tx });
          expect([...before.values()].map((events) => events.map(({ version }) => version))).toEqual(
            expect.arrayContaining([[1, 2], [1]]),
          );
          expect(before.has(streamName(created))).toBe(false);
          expect(await under.store.appendAll([good, late, created], { tx })).toEqual([
            { version: 4, repeated: false },
            undefined,
            { version: 1, repeated: false },
          ]);
          expect((await under.store.readAll(keys, { tx })).get(streamName(first))).toHaveLength(4);
        });
        expect(await under.store.read(1, first.stream)).toHaveLength(4);
        expect(await under.store.read(1, other.stream)).toHaveLength(1);
        expect(await under.store.read(1, created.stream)).toHaveLength(1);
      });

      it('appends more commands than fit one statement', async () => {
        const requests = Array.from({ length: 300 }, () => noted());
        const results = await under.transaction(1, (tx) => under.store.appendAll(requests, { tx }));
        expect(results).toEqual(requests.map(() => ({ version: 1, repeated: false })));
        expect(await under.store.read(1, requests.at(-1)!.stream)).toHaveLength(1);
      });
    });

    describe('a repeated command', () => {
      it('recognises a repeated command only at its expected version', async () => {
        const first = await started('a', 'b');
        const second = next(first, { expected: 2 }, 'c', 'd');
        await append(second);
        await append(next(first, { expected: 4 }));
        expect(await append(second)).toEqual({ version: 4, repeated: true });
        expect(await append(first)).toEqual({ version: 2, repeated: true });
        await expect(append({ ...second, expected: 3 })).rejects.toEqual(new VersionConflict(3, 5));
        expect(await under.store.read(1, first.stream)).toHaveLength(5);
      });

      it('records a command once under concurrent retries', async () => {
        const first = await started();
        for (const expected of ['any', 'exists', 1] as const) {
          const request = next(await started(), { expected, ...(expected === 'any' && { stream: randomUUID() }) });
          const results = await Promise.all(Array.from({ length: 8 }, () => append(request)));
          expect(results.filter((result) => !result.repeated)).toHaveLength(1);
          expect(new Set(results.map((result) => result.version)).size).toBe(1);
        }
        const creation = noted();
        const created = await Promise.all(Array.from({ length: 8 }, () => append(creation)));
        expect(created.filter((result) => !result.repeated)).toHaveLength(1);
        expect(await under.store.read(1, first.stream)).toHaveLength(1);
      });

      it('remembers a command with its fingerprint', async () => {
        const idempotency = { fingerprint: 'one content' };
        const request = noted({ idempotency });
        await append(request);
        expect(await append(request)).toEqual({ version: 1, repeated: true });
        expect(await under.store.remembered(1, request.commandId)).toEqual({
          fingerprint: 'one content',
          stream: request.stream,
          version: 1,
        });
        expect(await under.store.remembered(2, request.commandId)).toBeUndefined();
        expect(await under.store.remembered(1, randomUUID())).toBeUndefined();
        const other = { ...request, idempotency: { fingerprint: 'other content' } };
        await expect(append(other)).rejects.toBeInstanceOf(IdempotencyKeyReused);
        await expect(append({ ...request, stream: randomUUID() })).rejects.toBeInstanceOf(IdempotencyKeyReused);
        const lost = noted({ stream: request.stream, idempotency: { fingerprint: 'loser' } });
        await expect(append(lost)).rejects.toEqual(new VersionConflict('none', 1));
        expect(await under.store.remembered(1, lost.commandId)).toBeUndefined();
      });

      it('remembers a command without events and ignores events that a retry of it brings', async () => {
        const first = await started('a');
        const [commandId, { stream }] = [randomUUID(), first];
        const silent = { district: 1, commandId, stream, version: 1, fingerprint: 'one content' };
        const late = next(first, { commandId, expected: 1, idempotency: { fingerprint: 'one content' } });
        const answers = await Promise.all(Array.from({ length: 4 }, () => under.store.remember(silent)));
        expect(answers.filter((answer) => !answer.repeated)).toHaveLength(1);
        await append(next(first, { expected: 1 }, 'b'));
        expect(await under.store.remember({ ...silent, version: 2 })).toEqual({ version: 1, repeated: true });
        for (const expected of [1, 2, 'exists', 'any'] as const)
          expect(await append({ ...late, expected })).toEqual({ version: 1, repeated: true });
        expect(await under.store.read(1, stream)).toHaveLength(2);
        expect(await under.store.remembered(1, commandId)).toEqual({ fingerprint: 'one content', stream, version: 1 });
        expect(await under.store.remembered(2, commandId)).toBeUndefined();
        const reused = [
          () => under.store.remember({ ...silent, fingerprint: 'other content' }),
          () => under.store.remember({ ...silent, stream: randomUUID() }),
          () => append({ ...late, expected: 2, idempotency: { fingerprint: 'other content' } }),
        ];
        for (const attempt of reused) await expect(attempt()).rejects.toBeInstanceOf(IdempotencyKeyReused);
      });

      it('remembers a command without events only when its transaction commits', async () => {
        const { stream } = await started();
        const silent = () => ({ district: 1, commandId: randomUUID(), stream, version: 1, fingerprint: 'f' });
        const [kept, dropped] = [silent(), silent()];
        const appended = noted({ idempotency: { fingerprint: 'f' } });
        await append(appended);
        await under.transaction(1, async (tx) => {
          expect(await under.store.remember(kept, { tx })).toEqual({ version: 1, repeated: false });
          expect(await under.store.remember(kept, { tx })).toEqual({ version: 1, repeated: true });
          const again = { ...silent(), commandId: appended.commandId, stream: appended.stream };
          expect(await under.store.remember(again, { tx })).toEqual({ version: 1, repeated: true });
          const other = { ...kept, fingerprint: 'g' };
          await expect(under.store.remember(other, { tx })).rejects.toBeInstanceOf(IdempotencyKeyReused);
        });
        const failed = under.transaction(1, async (tx) => {
          await under.store.remember(dropped, { tx });
          throw new Error('changed my mind');
        });
        await expect(failed).rejects.toThrow('changed my mind');
        expect(await under.store.remembered(1, kept.commandId)).toBeDefined();
        expect(await under.store.remembered(1, dropped.commandId)).toBeUndefined();
      });
    });

    describe('an append', () => {
      it('settles each of many concurrent appends individually', async () => {
        const streams = await Promise.all(Array.from({ length: 10 }, () => started()));
        const attempts = streams.flatMap((first, index) => [
          append(next(first, { expected: index % 2 ? 1 : 7 })),
          append(noted({ district: 1 + (index % 3) })),
        ]);
        const { won, lost } = await outcomes(attempts);
        expect(won).toBe(15);
        expect(lost).toEqual(Array.from({ length: 5 }, () => new VersionConflict(7, 1)));
      });
    });

    describe('a stream', () => {
      it('returns every field of the envelope', async () => {
        const request = noted(
          { causationId: randomUUID(), traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01' },
          'Кырдьаҕас \\ "ҕ" 😀 \u0000',
        );
        await append(request);
        const [event] = await under.store.read(1, request.stream);
        const { events, streamType: _streamType, expected: _expected, ...envelope } = request;
        expect(event).toEqual({
          ...envelope,
          ...events[0],
          version: 1,
          position: expect.any(Number),
          recordedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        });
        const [bare] = await under.store.read(1, (await started()).stream);
        expect(Object.keys(bare!)).not.toContain('causationId');
      });

      it('reads a stream from a version on', async () => {
        const first = await started('a', 'b', 'c');
        const read = await under.store.read(1, first.stream, 1);
        expect(read.map((event) => [event.version, event.data])).toEqual([
          [2, { note: 'b' }],
          [3, { note: 'c' }],
        ]);
        expect(await under.store.read(1, first.stream, 3)).toEqual([]);
      });

      it('upcasts old events when a stream or the log is read', async () => {
        const request = noted({ events: [{ id: randomUUID(), type: 'Renamed', schema: 1, data: { name: 'дорога' } }] });
        await append(request);
        const lifted = { schema: 3, data: { title: 'дорога', language: 'ru' } };
        expect(await under.store.read(1, request.stream)).toMatchObject([lifted]);
        expect((await readAll(under.log)).filter((event) => event.stream === request.stream)).toMatchObject([lifted]);
      });

      it('isolates districts', async () => {
        const stream = randomUUID();
        await append(noted({ stream, district: 1 }, 'of one'));
        await append(noted({ stream, district: 2 }, 'of two', 'of two again'));
        expect(await under.store.read(1, stream)).toHaveLength(1);
        expect(await under.store.read(2, stream)).toHaveLength(2);
        expect(await under.store.read(3, stream)).toEqual([]);
      });
    });

    describe('in a transaction', () => {
      it(`commits or rolls back an append with the caller's transaction`, async () => {
        const kept = [noted(), noted()];
        await under.transaction(1, async (tx) => {
          for (const request of kept) await under.store.append(request, { tx });
          expect(await under.store.read(1, kept[0]!.stream, 0, { tx })).toHaveLength(1);
          await under.store.append(next(kept[0]!, { expected: 1 }), { tx });
        });
        expect(await under.store.read(1, kept[0]!.stream)).toHaveLength(2);
        expect(await under.store.read(1, kept[1]!.stream)).toHaveLength(1);
        const dropped = noted({ idempotency: { fingerprint: 'dropped' } });
        const failed = under.transaction(1, async (tx) => {
          await under.store.append(dropped, { tx });
          throw new Error('changed my mind');
        });
        await expect(failed).rejects.toThrow('changed my mind');
        expect(await under.store.read(1, dropped.stream)).toEqual([]);
        expect(await under.store.remembered(1, dropped.commandId)).toBeUndefined();
        expect(await append(dropped)).toEqual({ version: 1, repeated: false });
      });

      it('reports conflicts and retries inside a transaction without aborting it', async () => {
        const first = await started();
        const remembered = noted({ expected: 'any' });
        await append(remembered);
        const other = noted();
        await under.transaction(1, async (tx) => {
          await expect(under.store.append(next(first, {}), { tx })).rejects.toEqual(new VersionConflict('none', 1));
          expect(await under.store.append(first, { tx })).toEqual({ version: 1, repeated: true });
          expect(await under.store.append(remembered, { tx })).toEqual({ version: 1, repeated: true });
          await under.store.append(other, { tx });
        });
        expect(await under.store.read(1, other.stream)).toHaveLength(1);
      });
    });

    describe('the log', () => {
      it('returns each event of the log once and in the order of its stream', async () => {
        const before = await under.log.head();
        const stream = randomUUID();
        await Promise.all(Array.from({ length: 30 }, () => append(noted({ stream, expected: 'any' }, 'a', 'b'))));
        const events = (await readAll(under.log, before)).filter((event) => event.stream === stream);
        expect(events.map((event) => event.version)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
        const positions = events.map((event) => event.position);
        expect(positions).toEqual([...new Set(positions)].sort((one, other) => one - other));
      });

      it('wakes a waiting reader on an append and on abort', async () => {
        const position = await under.log.head();
        const waiting = under.log.wait(position, AbortSignal.timeout(20_000));
        await started();
        await waiting;
        const stop = new AbortController();
        const idle = under.log.wait((await under.log.head()) + 1_000_000, stop.signal);
        stop.abort();
        await idle;
        await under.log.wait(position + 1_000_000, stop.signal);
      });
    });
  });
}

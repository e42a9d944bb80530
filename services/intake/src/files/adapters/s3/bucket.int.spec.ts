import { afterEach, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readIntakeConfig } from '../../../config.js';
import { openBucket, type Bucket } from './bucket.js';
import { withS3Store } from './store-of-files.fixture.js';

const bucketAt = (url: string, deadlineMs?: number): Bucket =>
  openBucket(readIntakeConfig({ FILES_URL: url }).files!, deadlineMs);

/** The error's message; no part of the error may contain a secret or an object's name. */
async function messageOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => new Error('no error'),
    (caught: Error) => caught,
  );
  expect(error.name).toBe('Unavailable');
  expect(`${error.stack} ${JSON.stringify(error, Object.getOwnPropertyNames(error))}`).not.toMatch(/secret|some-name/);
  return error.message;
}

describe('a bucket', () => {
  withS3Store((store) => {
    const wrong = (part: RegExp, by: string) => bucketAt(store().url.replace(part, by));

    it('stores, returns and removes an object, and removes a missing one without an error', async () => {
      const bucket = bucketAt(store().url);
      const bytes = randomBytes(10_500_000);
      await bucket.put('7/some-name', bytes);
      expect((await bucket.get('7/some-name'))?.equals(bytes)).toBe(true);
      await bucket.put('7/some-name', Buffer.alloc(0));
      expect(await bucket.get('7/some-name')).toEqual(Buffer.alloc(0));
      for (let times = 0; times < 2; times += 1) await bucket.remove('7/some-name');
      expect(await bucket.get('7/some-name')).toBeUndefined();
    });

    it('reports HTTP 403 for a wrong secret and an unknown access key', async () => {
      for (const bucket of [wrong(/:[^:@]+@/, ':another-secret@'), wrong(/\/\/\w+:/, '//another:')]) {
        expect(await messageOf(bucket.put('7/some-name', Buffer.from('x')))).toBe('file store: HTTP 403');
        expect(await messageOf(bucket.get('7/some-name'))).toBe('file store: HTTP 403');
        expect(await messageOf(bucket.remove('7/some-name'))).toBe('file store: HTTP 403');
      }
      expect(store().countObjects('7')).toBe(0);
    });

    it('reports HTTP 404 for a missing bucket instead of a missing object', async () => {
      const bucket = wrong(/\/files$/, '/flies');
      expect(await messageOf(bucket.get('7/some-name'))).toBe('file store: HTTP 404');
      expect(await messageOf(bucket.put('7/some-name', Buffer.from('x')))).toBe('file store: HTTP 404');
    });
  });
});

describe('a faulty store', () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close().closeAllConnections();
  });
  async function serve(answer: RequestListener): Promise<string> {
    const server = createServer(answer).listen(0, '127.0.0.1');
    servers.push(server);
    await once(server, 'listening');
    return `http://key:secret@127.0.0.1:${(server.address() as AddressInfo).port}/files`;
  }

  it('that refuses connections opens the circuit after three failures', async () => {
    const bucket = bucketAt('http://key:secret@127.0.0.1:1/files');
    const words: string[] = [];
    for (let n = 0; n < 4; n += 1) words.push(await messageOf(bucket.get('1/some-name')));
    expect(words[0]).toMatch(/^file store: \w+$/);
    expect(words).toEqual([words[0], words[0], words[0], 'file store: circuit open']);
  });

  it.each([
    ['that never answers', () => undefined],
    ['that never ends its answer', (_, answer) => void answer.writeHead(200).write('half')],
  ] satisfies [string, RequestListener][])('%s fails the call at its timeout', async (_, answer) => {
    const bucket = bucketAt(await serve(answer), 300);
    const from = performance.now();
    expect(await messageOf(bucket.get('1/some-name'))).toBe('file store: TimeoutError');
    expect(performance.now() - from).toBeLessThan(3_000);
  });

  it('that answers 500 is retried once, then reported', async () => {
    let asked = 0;
    const bucket = bucketAt(await serve((_, answer) => void (asked++, answer.writeHead(500).end('secret'))));
    expect(await messageOf(bucket.put('1/some-name', Buffer.from('x')))).toBe('file store: HTTP 500');
    expect(asked).toBe(2);
  });

  it.each([
    ['NoSuchBucket', 'reported'],
    ['NoSuchKey', 'done'],
  ])('that answers 404 with %s: a removal is %s', async (code, outcome) => {
    const bucket = bucketAt(
      await serve((_, answer) => answer.writeHead(404).end(`<Error><Code>${code}</Code></Error>`)),
    );
    if (outcome === 'done') await bucket.remove('1/some-name');
    else expect(await messageOf(bucket.remove('1/some-name'))).toBe('file store: HTTP 404');
  });

  it('that drops a connection or fails once is retried without an error', async () => {
    let asked = 0;
    const bucket = bucketAt(
      await serve((request, answer) => {
        asked += 1;
        if (asked === 1) return void request.socket.destroy();
        answer.writeHead(asked === 3 ? 503 : 200).end('bytes');
      }),
    );
    await bucket.put('1/some-name', Buffer.from('x'));
    expect(String(await bucket.get('1/some-name'))).toBe('bytes');
    expect(asked).toBe(4);
  });

  it('that redirects is not followed, so that the signature does not leave it', async () => {
    let asked = 0;
    const elsewhere = await serve((_, answer) => void (asked++, answer.end()));
    const bucket = bucketAt(await serve((_, answer) => void answer.writeHead(307, { location: elsewhere }).end()));
    expect(await messageOf(bucket.put('1/some-name', Buffer.from('x')))).toBe('file store: HTTP 307');
    expect(asked).toBe(0);
  });
});

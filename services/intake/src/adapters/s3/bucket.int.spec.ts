import { afterEach, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readIntakeConfig } from '../../config.js';
import { openBucket, type Bucket } from './bucket.js';
import { onStore } from './store-of-files.fixture.js';

const bucketAt = (url: string, deadlineMs?: number): Bucket =>
  openBucket(readIntakeConfig({ FILES_URL: url }).files!, deadlineMs);

/** All that an error tells whoever logs it. */
async function wordsOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => new Error('nothing went wrong'),
    (caught: Error) => caught,
  );
  expect(error.name).toBe('Unavailable');
  expect(`${error.stack} ${JSON.stringify(error, Object.getOwnPropertyNames(error))}`).not.toMatch(/secret|some-name/);
  return error.message;
}

describe('a bucket', () => {
  onStore((store) => {
    const wrong = (part: RegExp, by: string) => bucketAt(store().url.replace(part, by));

    it('keeps bytes, gives them back, and lets them go, also when they are gone', async () => {
      const bucket = bucketAt(store().url);
      const bytes = randomBytes(10_500_000);
      await bucket.put('7/some-name', bytes);
      expect((await bucket.get('7/some-name'))?.equals(bytes)).toBe(true);
      await bucket.put('7/some-name', Buffer.alloc(0));
      expect(await bucket.get('7/some-name')).toEqual(Buffer.alloc(0));
      for (let times = 0; times < 2; times += 1) await bucket.remove('7/some-name');
      expect(await bucket.get('7/some-name')).toBeUndefined();
    });

    it('refuses a wrong secret and an unknown key, and says no more than that', async () => {
      for (const bucket of [wrong(/:[^:@]+@/, ':another-secret@'), wrong(/\/\/\w+:/, '//another:')]) {
        expect(await wordsOf(bucket.put('7/some-name', Buffer.from('x')))).toBe('the store of files: HTTP 403');
        expect(await wordsOf(bucket.get('7/some-name'))).toBe('the store of files: HTTP 403');
        expect(await wordsOf(bucket.remove('7/some-name'))).toBe('the store of files: HTTP 403');
      }
      expect(store().held('7')).toBe(0);
    });

    it('does not take a bucket that is not there for one whose objects are gone', async () => {
      const bucket = wrong(/\/files$/, '/flies');
      expect(await wordsOf(bucket.get('7/some-name'))).toBe('the store of files: HTTP 404');
      expect(await wordsOf(bucket.put('7/some-name', Buffer.from('x')))).toBe('the store of files: HTTP 404');
    });
  });
});

describe('a store that is not as it should be', () => {
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

  it('is away: nobody waits for it after three failures', async () => {
    const bucket = bucketAt('http://key:secret@127.0.0.1:1/files');
    const words: string[] = [];
    for (let n = 0; n < 4; n += 1) words.push(await wordsOf(bucket.get('1/some-name')));
    expect(words[0]).toMatch(/^the store of files: \w+$/);
    expect(words).toEqual([words[0], words[0], words[0], 'the store of files: left alone for a moment']);
  });

  it.each([
    ['takes the question and never answers', () => undefined],
    ['begins an answer and never ends it', (_, answer) => void answer.writeHead(200).write('half')],
  ] satisfies [string, RequestListener][])('%s: the caller is let go in time', async (_, answer) => {
    const bucket = bucketAt(await serve(answer), 300);
    const from = performance.now();
    expect(await wordsOf(bucket.get('1/some-name'))).toBe('the store of files: TimeoutError');
    expect(performance.now() - from).toBeLessThan(3_000);
  });

  it('answers 500 to all: asked twice, then told', async () => {
    let asked = 0;
    const bucket = bucketAt(await serve((_, answer) => void (asked++, answer.writeHead(500).end('secret'))));
    expect(await wordsOf(bucket.put('1/some-name', Buffer.from('x')))).toBe('the store of files: HTTP 500');
    expect(asked).toBe(2);
  });

  it.each([
    ['NoSuchBucket', 'told'],
    ['NoSuchKey', 'done'],
  ])('knows no such thing and calls it %s: a removal is %s', async (code, outcome) => {
    const bucket = bucketAt(
      await serve((_, answer) => answer.writeHead(404).end(`<Error><Code>${code}</Code></Error>`)),
    );
    if (outcome === 'done') await bucket.remove('1/some-name');
    else expect(await wordsOf(bucket.remove('1/some-name'))).toBe('the store of files: HTTP 404');
  });

  it('loses a connection or fails once: the second try is not noticed', async () => {
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

  it('sends us elsewhere: we do not go there with our signature', async () => {
    let asked = 0;
    const elsewhere = await serve((_, answer) => void (asked++, answer.end()));
    const bucket = bucketAt(await serve((_, answer) => void answer.writeHead(307, { location: elsewhere }).end()));
    expect(await wordsOf(bucket.put('1/some-name', Buffer.from('x')))).toBe('the store of files: HTTP 307');
    expect(asked).toBe(0);
  });
});

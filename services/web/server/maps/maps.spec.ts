import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { smallMap } from '@otklik/testing';
import fastify from 'fastify';
import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PMTiles } from 'pmtiles';
import { byteRange } from './byte-range.js';
import { MapFolder } from './map-folder.js';
import { mapRoutes } from './map-routes.js';
import { vectorMapScript } from '../resident/district-map-routes.js';

const map = smallMap();
const server = fastify();
let folder: string;
let maps: MapFolder;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maps-'));
  maps = new MapFolder(join(folder, 'maps'));
  await server.register(async (scope) => mapRoutes(scope, maps));
  await putIn(map);
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

async function putIn(content: Buffer, district = 'aldan') {
  const file = join(folder, 'given');
  await writeFile(file, content);
  return maps.put(district, file, () => undefined);
}

const get = (headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET', url = '/maps/aldan.pmtiles') =>
  server.inject({ method, url, headers });

it.each([
  ['bytes=0-126', { from: 0, to: 126 }],
  ['bytes=10-', { from: 10, to: 99 + 100 }],
  ['bytes=-10', { from: 190, to: 199 }],
  ['bytes=-1000', { from: 0, to: 199 }],
  ['bytes=150-100000', { from: 150, to: 199 }],
  ['bytes=200-', 'beyond'],
  ['bytes=-0', 'beyond'],
  ['bytes=9-3', undefined],
  ['bytes=0-1,5-6', undefined],
  ['lines=0-1', undefined],
  ['bytes=-', undefined],
  [undefined, undefined],
] as const)('reads the range %s as RFC 9110 says it', (header, range) => {
  expect(byteRange(header, 200)).toEqual(range);
});

it('sends the piece that is asked for, with where it lies', async () => {
  const { statusCode, headers, rawPayload } = await get({ range: 'bytes=7-20' });
  expect(statusCode).toBe(206);
  expect(headers).toMatchObject({ 'content-range': `bytes 7-20/${map.length}`, 'content-length': '14' });
  expect(rawPayload.equals(map.subarray(7, 21))).toBe(true);
});

it('sends the whole file to one who asks for no piece, and its headers alone to HEAD', async () => {
  const whole = await get();
  expect([whole.statusCode, whole.rawPayload.equals(map)]).toEqual([200, true]);
  expect(whole.headers).toMatchObject({ 'accept-ranges': 'bytes', 'content-type': 'application/vnd.pmtiles' });
  const head = await get({ range: 'bytes=0-9' }, 'HEAD');
  expect([head.statusCode, head.headers['content-length'], head.payload]).toEqual([200, String(map.length), '']);
});

it('refuses a piece beyond its end with its size', async () => {
  const { statusCode, headers } = await get({ range: `bytes=${map.length}-` });
  expect([statusCode, headers['content-range']]).toEqual([416, `bytes */${map.length}`]);
});

it('sends nothing again that the reader holds, and no piece of another file than the one begun', async () => {
  const { etag } = (await get()).headers as { etag: string };
  expect((await get({ 'if-none-match': etag, range: 'bytes=0-9' })).statusCode).toBe(304);
  expect((await get({ 'if-range': etag, range: 'bytes=0-9' })).statusCode).toBe(206);
  await putIn(smallMap({ attribution: 'Another' }));
  const after = await get({ 'if-range': etag, range: 'bytes=0-9' });
  expect([after.statusCode, after.headers.etag === etag]).toEqual([200, false]);
  await putIn(map);
});

it('is read by the library of the browsers, by pieces alone', async () => {
  const asked: string[] = [];
  const source = {
    getKey: () => 'aldan',
    getBytes: async (offset: number, length: number) => {
      const { rawPayload, statusCode } = await get({ range: `bytes=${offset}-${offset + length - 1}` });
      asked.push(String(statusCode));
      return { data: Uint8Array.from(rawPayload).buffer };
    },
  };
  const read = new PMTiles(source);
  expect((await read.getHeader()).maxZoom).toBe(4);
  expect((await read.getZxy(4, 13, 4))!.data.byteLength).toBeGreaterThan(100);
  expect(await read.getZxy(4, 1, 1)).toBeUndefined();
  expect(new Set(asked)).toEqual(new Set(['206']));
});

it('says what the file shows, and that a district has none', async () => {
  const described = async (code: string) => (await get({}, 'GET', `/maps/${code}.json`)).json<unknown>();
  expect(await described('aldan')).toEqual({
    map: {
      bounds: [112.5, 55.8, 135, 66.5],
      minZoom: 4,
      maxZoom: 4,
      layers: ['water', 'landcover', 'transportation', 'place'],
      attribution: '© OpenStreetMap contributors',
    },
  });
  expect(await described('kuol')).toEqual({ map: null });
});

it('gives each district its own file, and nothing outside the folder', async () => {
  const ofKuol = smallMap({ attribution: 'Kuol' });
  await putIn(ofKuol, 'kuol');
  expect((await get({}, 'GET', '/maps/kuol.pmtiles')).rawPayload.equals(ofKuol)).toBe(true);
  expect((await get()).rawPayload.equals(map)).toBe(true);
  await writeFile(join(folder, 'secret.pmtiles'), map);
  for (const code of ['..%2fsecret', '%2e%2e%2fsecret', 'tommot', 'Aldan'])
    expect((await get({}, 'GET', `/maps/${code}.pmtiles`)).statusCode).toBe(404);
  await expect(putIn(map, '../secret')).rejects.toThrow('no code of a district');
});

const changed = (change: (copy: Buffer) => void): Buffer => {
  const copy = Buffer.from(map);
  change(copy);
  return copy;
};

it.each([
  [
    'a picture',
    Buffer.from('\x89PNG and more than a hundred and twenty-seven bytes'.padEnd(300)),
    'no file of PMTiles',
  ],
  ['an empty file', Buffer.alloc(0), 'no file of PMTiles'],
  ['an earlier version', changed((copy) => (copy[7] = 2)), 'of version 2'],
  ['pictures as tiles', changed((copy) => (copy[99] = 2)), 'no vector tiles'],
  ['a packing that browsers lack', changed((copy) => (copy[98] = 4)), 'gzip'],
  ['zooms the wrong way round', changed((copy) => (copy[100] = 9)), 'no zooms'],
  ['no bounds', changed((copy) => copy.fill(0, 102, 118)), 'which part of the earth'],
  ['a copy that broke off', map.subarray(0, map.length - 1), 'broke off'],
  ['metadata that is none', changed((copy) => copy.fill(0, Number(copy.readBigUInt64LE(24)), map.length)), 'metadata'],
])('does not take %s, and shows what was there', async (_, content, why) => {
  await expect(putIn(content)).rejects.toThrow(why);
  expect((await get()).rawPayload.equals(map)).toBe(true);
});

it('shows no file that was put in by hand and is none', async () => {
  await writeFile(join(folder, 'maps/lensk.pmtiles'), 'no map');
  expect((await get({}, 'GET', '/maps/lensk.json')).json()).toEqual({ map: null });
  expect((await get({}, 'GET', '/maps/lensk.pmtiles')).statusCode).toBe(404);
});

it('writes no attribution as HTML, and leaves no copy behind', async () => {
  const put = await putIn(
    smallMap({ attribution: '<a href="https://x.example">&copy; OSM</a><script>1</script>' }),
    'kuol',
  );
  expect(put.attribution).toBe('© OSM1');
  expect((await readFile(join(folder, 'maps/kuol.pmtiles'))).length).toBe(put.size);
});

it('is read again only where the file is another one: each tile asks for it', async () => {
  await putIn(map);
  const path = join(folder, 'maps', 'aldan.pmtiles');
  const layers = async () => {
    const { body } = await get({}, 'GET', '/maps/aldan.json');
    return (JSON.parse(body) as { map: { layers: unknown } | null }).map?.layers;
  };
  // Of a whole second: a date is rounded to milliseconds, a file's time is not.
  const second = (of: number) => utimes(path, of, of);
  await second(1_800_000_000);
  const shown = await layers();
  expect(shown).toBeDefined();
  await writeFile(path, Buffer.alloc(map.length));
  await second(1_800_000_000);
  expect(await layers()).toEqual(shown);
  await second(1_800_000_001);
  expect(await layers()).toBeUndefined();
});

it('is not offered on the public page where its file cannot be read, and the log says why', async () => {
  await mkdir(join(folder, 'maps', 'tomponsky.pmtiles'));
  const warned: unknown[] = [];
  const log = { ...server.log, warn: (said: unknown) => void warned.push(said) };
  await expect(vectorMapScript('tomponsky', { log }, maps)).resolves.toBeUndefined();
  expect(warned).toMatchObject([{ district: 'tomponsky', why: expect.stringContaining('EISDIR') }]);
});

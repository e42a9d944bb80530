import { gzipSync } from 'node:zlib';

/** West, south, east, north of the one tile that the sample has, 4/13/4, in degrees. */
const TILE = [112.5, 55.8, 135, 66.5] as const;
/** Of tile 4/13/4 on the curve by which PMTiles orders tiles. */
const TILE_ID = 286;
const EXTENT = 4096;

export interface SmallMap {
  readonly bounds?: readonly [number, number, number, number];
  readonly attribution?: string;
}

/** A small valid file of PMTiles, version 3: around Aldan, a wood, a river, a road and two places, in the layers of OpenMapTiles. */
export function smallMap({ bounds = TILE, attribution = '© OpenStreetMap contributors' }: SmallMap = {}): Buffer {
  const tile = gzipSync(drawnTile());
  const directory = gzipSync(Buffer.concat([1, TILE_ID, 1, tile.length, 1].map((value) => Buffer.from(varint(value)))));
  const layers = ['water', 'landcover', 'transportation', 'place'].map((id) => ({ id, fields: {} }));
  const metadata = gzipSync(JSON.stringify({ vector_layers: layers, attribution }));
  const head = Buffer.alloc(127);
  head.write('PMTiles', 'latin1');
  head[7] = 3;
  const parts = [directory, metadata, Buffer.alloc(0), tile];
  let offset = head.length;
  for (const [at, part] of parts.entries()) {
    head.writeBigUInt64LE(BigInt(offset), 8 + at * 16);
    head.writeBigUInt64LE(BigInt(part.length), 16 + at * 16);
    offset += part.length;
  }
  for (const at of [72, 80, 88]) head.writeBigUInt64LE(1n, at);
  head.set([1, 2, 2, 1, 4, 4], 96);
  for (const [at, degrees] of bounds.entries()) head.writeInt32LE(Math.round(degrees * 1e7), 102 + at * 4);
  return Buffer.concat([head, ...parts]);
}

function drawnTile(): Buffer {
  const wood = ring([124.4, 59.4], [125.2, 59.5], [125.1, 58.8], [124.3, 58.4]);
  const river = ring([123.5, 58.98], [126.3, 59.0], [130.7, 58.8], [130.7, 58.72], [126.3, 58.93], [123.5, 58.9]);
  const road = line([125.6, 57.6], [125.39, 58.6], [125.48, 58.83], [126.29, 58.96], [126.2, 60.4]);
  return Buffer.concat([
    layer('landcover', [[3, wood, { class: 'wood' }]]),
    layer('water', [[3, river, { class: 'river' }]]),
    layer('transportation', [[2, road, { class: 'trunk' }]]),
    layer('place', [
      [1, point([126.0, 58.2]), { name: 'Большой Нимныр' }],
      [1, point([125.39, 58.6]), { name: 'г. Алдан' }],
    ]),
  ]);
}

type Point = readonly [longitude: number, latitude: number];

/** In the tile's own units. */
function inTile([longitude, latitude]: Point): readonly [number, number] {
  const y = (1 - Math.asinh(Math.tan((latitude * Math.PI) / 180)) / Math.PI) * 8 - 4;
  return [Math.round(((longitude - 112.5) / 22.5) * EXTENT), Math.round(y * EXTENT)];
}

const MOVE = 1;
const LINE = 2;
const CLOSE = 15;

/** Commands of a geometry, each point as its difference from the one before. */
function line(...points: readonly Point[]): number[] {
  let [x, y] = [0, 0];
  const steps = points.map((one) => {
    const [nextX, nextY] = inTile(one);
    const step = [nextX - x, nextY - y].map((by) => (by << 1) ^ (by >> 31));
    [x, y] = [nextX, nextY];
    return step;
  });
  const more = steps.length > 1 ? [((steps.length - 1) << 3) | LINE, ...steps.slice(1).flat()] : [];
  return [(1 << 3) | MOVE, ...steps[0]!, ...more];
}

const point = (at: Point): number[] => line(at);
const ring = (...points: readonly Point[]): number[] => [...line(...points), CLOSE];

type Feature = readonly [type: 1 | 2 | 3, geometry: readonly number[], tags: Readonly<Record<string, string>>];

/** A layer of a vector tile, version 2. */
function layer(name: string, features: readonly Feature[]): Buffer {
  const keys = [...new Set(features.flatMap(([, , tags]) => Object.keys(tags)))];
  const values = [...new Set(features.flatMap(([, , tags]) => Object.values(tags)))];
  const drawn = features.map(([type, geometry, tags]) => {
    const pairs = Object.entries(tags).flatMap(([key, value]) => [keys.indexOf(key), values.indexOf(value)]);
    return bytes(2, [
      ...bytes(2, pairs.flatMap(varint)),
      ...varint(3 << 3),
      type,
      ...bytes(4, geometry.flatMap(varint)),
    ]);
  });
  return Buffer.from(
    bytes(3, [
      ...bytes(1, [...Buffer.from(name)]),
      ...drawn.flat(),
      ...keys.flatMap((key) => bytes(3, [...Buffer.from(key)])),
      ...values.flatMap((value) => bytes(4, bytes(1, [...Buffer.from(value)]))),
      ...[...varint(5 << 3), ...varint(EXTENT)],
      ...[...varint(15 << 3), 2],
    ]),
  );
}

/** A field of protocol buffers with a length. */
function bytes(field: number, content: readonly number[]): number[] {
  return [...varint((field << 3) | 2), ...varint(content.length), ...content];
}

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)];
}

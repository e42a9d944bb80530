import { gunzipSync } from 'node:zlib';

/** Header, root directory and, with most programs, the metadata: what is read of a file before it is shown. */
export const HEADER_BYTES = 127;
export const MAX_MAP_BYTES = 1024 ** 3;
const MAX_METADATA_BYTES = 1024 * 1024;
const MAX_ZOOM = 22;
const NO_COMPRESSION = 1;
const GZIP = 2;
const VECTOR_TILES = 1;
const DEGREE = 10_000_000;

/** Of a map's file, by version 3 of the format PMTiles (github.com/protomaps/PMTiles, spec/v3). */
export interface MapHeader {
  /** West, south, east, north, in degrees. */
  readonly bounds: readonly [number, number, number, number];
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly metadata: { readonly offset: number; readonly length: number; readonly isPacked: boolean };
}

/** What is wrong with a file of a map, for the operator. */
export class WrongMap extends Error {
  override readonly name = 'WrongMap';
}

/** `size` is the whole file's, in bytes. Throws `WrongMap`. */
export function mapHeader(head: Buffer, size: number): MapHeader {
  if (head.length < HEADER_BYTES || head.toString('latin1', 0, 7) !== 'PMTiles')
    throw new WrongMap('it is no file of PMTiles: it does not begin with that word');
  if (head[7] !== 3) throw new WrongMap(`it is of version ${head[7]} of PMTiles; version 3 is read`);
  if (size > MAX_MAP_BYTES) throw new WrongMap('it is larger than 1 GiB: leave out the largest zoom');
  if (head[99] !== VECTOR_TILES) throw new WrongMap('its tiles are no vector tiles (MVT)');
  for (const [at, what] of [
    [97, 'its directory'],
    [98, 'its tiles'],
  ] as const)
    if (head[at] !== NO_COMPRESSION && head[at] !== GZIP)
      throw new WrongMap(`${what} must be packed with gzip or not at all, as browsers unpack`);
  demandWhole(head, size);
  const [offset, length] = [long(head, 24), long(head, 32)];
  if (length > MAX_METADATA_BYTES) throw new WrongMap('its metadata is longer than 1 MiB');
  return { ...extent(head), metadata: { offset, length, isPacked: head[97] === GZIP } };
}

/** Every part lies inside the file: a copy that broke off is none. */
function demandWhole(head: Buffer, size: number): void {
  for (const at of [8, 24, 40, 56])
    if (long(head, at) + long(head, at + 8) > size)
      throw new WrongMap('it is shorter than it says: the copy broke off');
}

function extent(head: Buffer): Pick<MapHeader, 'bounds' | 'minZoom' | 'maxZoom'> {
  const [minZoom, maxZoom] = [head[100]!, head[101]!];
  if (minZoom > maxZoom || maxZoom > MAX_ZOOM) throw new WrongMap(`it has no zooms: from ${minZoom} to ${maxZoom}`);
  const [west, south, east, north] = [102, 106, 110, 114].map((at) => head.readInt32LE(at) / DEGREE) as [
    number,
    number,
    number,
    number,
  ];
  const isOnEarth = west >= -180 && east <= 180 && south >= -90 && north <= 90;
  if (!isOnEarth || west >= east || south >= north)
    throw new WrongMap('it does not say which part of the earth it shows');
  return { bounds: [west, south, east, north], minZoom, maxZoom };
}

/** Numbers of 64 bits are far below 2⁵³ in a file that is small enough; larger ones are refused as beyond its end. */
function long(head: Buffer, at: number): number {
  return Number(head.readBigUInt64LE(at));
}

/** What the map's style needs of it. */
export interface MapMetadata {
  /** Names of its layers. */
  readonly layers: readonly string[];
  /** Whose data it is, as text: shown on the map. */
  readonly attribution: string;
}

/** Throws `WrongMap`. */
export function mapMetadata(bytes: Buffer, { isPacked }: MapHeader['metadata']): MapMetadata {
  const { vector_layers: layers, attribution } = parsed(bytes, isPacked) as {
    vector_layers?: unknown;
    attribution?: unknown;
  };
  if (!Array.isArray(layers) || layers.length === 0) throw new WrongMap('its metadata names no vector_layers');
  return {
    layers: layers.map((layer) => String((layer as { id?: unknown } | null)?.id ?? '')),
    attribution: typeof attribution === 'string' ? textOf(attribution) : '',
  };
}

function parsed(bytes: Buffer, isPacked: boolean): object {
  try {
    const text = isPacked ? gunzipSync(bytes, { maxOutputLength: MAX_METADATA_BYTES }) : bytes;
    const value: unknown = JSON.parse(text.toString('utf8'));
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // Said below.
  }
  throw new WrongMap('its metadata cannot be read');
}

/** The words of a piece of HTML, which programs write there: it is never shown as HTML. */
function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/gu, '')
    .replaceAll('&copy;', '©')
    .replaceAll('&amp;', '&')
    .trim()
    .slice(0, 200);
}

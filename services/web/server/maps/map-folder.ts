import { randomUUID } from 'node:crypto';
import { chmod, copyFile, mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { HEADER_BYTES, mapHeader, mapMetadata, WrongMap, type MapHeader, type MapMetadata } from './map-header.js';

/** A district's code, as an address and a file's name hold it: no path leads out of the folder. */
const CODE = /^[a-z0-9-]{1,64}$/;

/** What a file says of itself. */
interface DescribedMap extends Omit<MapHeader, 'metadata'>, MapMetadata {
  readonly size: number;
  /** Strong: another file has another one (RFC 9110, 8.8.3). */
  readonly tag: string;
}

/** An open file of a map; it stays whole while another takes its place. */
export interface OpenMap extends DescribedMap {
  readonly file: FileHandle;
}

/** The districts' maps: a file `<code>.pmtiles` each. */
export class MapFolder {
  /** By district, of the file that was there last: each tile asks for it. */
  private readonly described = new Map<string, DescribedMap>();

  constructor(private readonly folder: string) {}

  /** Undefined where the district has none. Throws `WrongMap`. Close its `file`. */
  async open(district: string): Promise<OpenMap | undefined> {
    if (!CODE.test(district)) return undefined;
    const file = await openIfThere(this.pathOf(district));
    if (!file) return undefined;
    const map = await openedMap(file, this.described.get(district));
    const { file: _, ...described } = map;
    this.described.set(district, described);
    return map;
  }

  /** Checks a copy of the file, then puts it in the place of the present one. Throws `WrongMap`, and nothing changes. */
  async put(district: string, from: string, check: (map: OpenMap) => void): Promise<Omit<OpenMap, 'file'>> {
    if (!CODE.test(district)) throw new WrongMap(`${district} is no code of a district`);
    await mkdir(this.folder, { recursive: true });
    const copy = join(this.folder, `.${district}.${randomUUID()}`);
    try {
      await copyFile(from, copy);
      // The process that serves it may be of another account than who puts it in.
      await chmod(copy, 0o644);
      const map = await openedMap(await open(copy));
      await map.file.close();
      check(map);
      await rename(copy, this.pathOf(district));
      return map;
    } finally {
      await rm(copy, { force: true });
    }
  }

  async remove(district: string): Promise<void> {
    if (CODE.test(district)) await rm(this.pathOf(district), { force: true });
  }

  private pathOf(district: string): string {
    return join(this.folder, `${district}.pmtiles`);
  }
}

async function openIfThere(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** `known`: what is not read again where it is of this very file. Closes the file where it is no map. */
async function openedMap(file: FileHandle, known?: DescribedMap): Promise<OpenMap> {
  try {
    const { size, mtimeMs, ino } = await file.stat();
    const tag = `"${[size, Math.trunc(mtimeMs), ino].map((part) => part.toString(36)).join('-')}"`;
    if (known?.tag === tag) return { ...known, file };
    const { metadata, ...header } = mapHeader(await bytesOf(file, 0, Math.min(size, HEADER_BYTES)), size);
    const described = mapMetadata(await bytesOf(file, metadata.offset, metadata.length), metadata);
    return { file, size, tag, ...header, ...described };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function bytesOf(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(length), position });
  return buffer.subarray(0, bytesRead);
}

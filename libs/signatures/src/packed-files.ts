import { unzipSync, zipSync, type Zippable } from 'fflate';

export const MIMETYPE = 'mimetype';
const MAX_BYTES = 500_000_000;
const MAX_PARTS = 20_000;
/** No time of its own: of the same parts the same bytes. */
const TIME = new Date(1980, 0, 1);

/** Without compression, so that the bytes depend on no version of a library. */
export function packed(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Uint8Array<ArrayBuffer> {
  const entries: Zippable = {};
  for (const { name, bytes } of files) entries[name] = [bytes, { level: 0, mtime: TIME }];
  return zipSync(entries);
}

export function unpacked(file: Uint8Array): ReadonlyMap<string, Uint8Array> {
  let [total, count] = [0, 0];
  const files = unzipSync(file, {
    filter: ({ size, originalSize, compression }) => {
      total += size;
      count += 1;
      // Parts that overlap would be more than the file; of stored ones both sizes are the same.
      const isPacked = compression !== 0 || size !== originalSize;
      if (isPacked || total > Math.min(MAX_BYTES, file.length) || count > MAX_PARTS)
        throw new RangeError('not of this kind');
      return true;
    },
  });
  return new Map(Object.entries(files));
}

/** One container of several, each with sets of its own: nothing of them is read or changed. */
export function mergeContainers(containers: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const files = new Map<string, Uint8Array>();
  for (const container of containers)
    for (const [name, bytes] of unpacked(container)) {
      if (name !== MIMETYPE && files.has(name)) throw new TypeError(`${name} is in two containers.`);
      files.set(name, bytes);
    }
  return packed([...files].map(([name, bytes]) => ({ name, bytes })));
}

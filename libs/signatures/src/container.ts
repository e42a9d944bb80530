import { unzipSync, zipSync, type Zippable } from 'fflate';
import { hex, sameBytes } from './bytes.js';
import { checkSignature, type CheckedAgainst, type CheckedSignature } from './check-signature.js';
import { manifestIn, manifestOf, type Manifest } from './manifest.js';
import type { OwnKey } from './own-key.js';

/** A file of a container. Names are ASCII: others come out broken where a program unpacks them under another locale. */
export interface Part {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** What is not as it was signed: the name of a part, or `CONTAINER`. */
export interface PartFault {
  readonly part: string;
  readonly fault: 'CHANGED' | 'MISSING' | 'ADDED' | 'UNREADABLE';
}

export interface CheckedContainer {
  readonly faults: readonly PartFault[];
  readonly signature?: CheckedSignature;
  readonly parts: readonly Part[];
}

export const CONTAINER = 'the container itself';
export const SUMS = 'SHA256SUMS';
const MIMETYPE = 'mimetype';
const ASIC = 'application/vnd.etsi.asic-e+zip';
const MANIFEST = 'META-INF/ASiCManifest001.xml';
const SIGNATURE = 'META-INF/signature001.p7s';
const OWN = [MIMETYPE, SUMS, MANIFEST, SIGNATURE];
const NAME = /^[A-Za-z0-9][\w.-]*(?:\/[A-Za-z0-9][\w.-]*)*$/;
const MAX_BYTES = 500_000_000;
const MAX_PARTS = 20_000;
/** No time of its own: of the same parts the same bytes. */
const TIME = new Date(1980, 0, 1);

/** An ASiC-E (ETSI EN 319 162-1): the parts, their sums, a manifest of all, and its signature (CAdES-BES). */
export async function makeContainer(parts: readonly Part[], key: OwnKey, at: Date): Promise<Uint8Array> {
  const wrong = parts.find(({ name }) => !NAME.test(name) || OWN.includes(name) || name.startsWith('META-INF/'));
  if (wrong) throw new TypeError(`${wrong.name} is no name of a part.`);
  if (new Set(parts.map(({ name }) => name)).size < parts.length) throw new TypeError('Two parts have the same name.');
  const sums: Part = { name: SUMS, mediaType: 'text/plain', bytes: await sumsOf(parts) };
  const listed = await Promise.all(
    [...parts, sums].map(async (part) => ({ ...part, sha256: await sha256(part.bytes) })),
  );
  const manifest = manifestOf(listed, SIGNATURE);
  return packed([
    { name: MIMETYPE, bytes: new TextEncoder().encode(ASIC) },
    ...parts,
    sums,
    { name: MANIFEST, bytes: manifest },
    { name: SIGNATURE, bytes: key.sign(manifest, at) },
  ]);
}

/** Reads a container that `makeContainer` made. Never throws, whatever it is given. */
export async function checkContainer(file: Uint8Array, against: CheckedAgainst): Promise<CheckedContainer> {
  try {
    const found = unpacked(file);
    const [manifest, signature] = [found.get(MANIFEST), found.get(SIGNATURE)];
    const missing = [MIMETYPE, MANIFEST, SIGNATURE].filter((name) => !found.has(name));
    if (!manifest || !signature) return { faults: missing.map((part) => ({ part, fault: 'MISSING' })), parts: [] };
    const checked = await checkSignature(manifest, signature, against);
    const faults = [
      ...missing.map((part) => ({ part, fault: 'MISSING' }) as const),
      ...signatureFaults(checked),
      ...(await partFaults(found, manifestIn(manifest))),
    ];
    // What no part holds: names, order, times of the archive.
    const isAsMade = sameBytes(packed([...found].map(([name, bytes]) => ({ name, bytes }))), file);
    if (faults.length === 0 && !isAsMade) faults.push({ part: CONTAINER, fault: 'CHANGED' });
    return { faults, signature: checked, parts: manifestIn(manifest).flatMap((one) => partOf(one, found)) };
  } catch {
    return { faults: [{ part: CONTAINER, fault: 'UNREADABLE' }], parts: [] };
  }
}

function partOf({ name, mediaType }: Manifest[number], found: ReadonlyMap<string, Uint8Array>): readonly Part[] {
  const bytes = found.get(name);
  return bytes ? [{ name, mediaType, bytes }] : [];
}

function signatureFaults({ verdict, fault }: CheckedSignature): PartFault[] {
  if (verdict !== 'BROKEN' && verdict !== 'NOT_CHECKED') return [];
  return [{ part: fault === 'OTHER_BYTES' ? MANIFEST : SIGNATURE, fault: 'CHANGED' }];
}

async function partFaults(found: ReadonlyMap<string, Uint8Array>, manifest: Manifest): Promise<PartFault[]> {
  const faults: PartFault[] = [];
  for (const { name, sha256: expected } of manifest) {
    const bytes = found.get(name);
    if (!bytes) faults.push({ part: name, fault: 'MISSING' });
    else if (!sameBytes(await sha256(bytes), expected)) faults.push({ part: name, fault: 'CHANGED' });
  }
  const known = new Set([MIMETYPE, MANIFEST, SIGNATURE, ...manifest.map(({ name }) => name)]);
  for (const name of found.keys()) if (!known.has(name)) faults.push({ part: name, fault: 'ADDED' });
  const kind = found.get(MIMETYPE);
  if (kind && new TextDecoder().decode(kind) !== ASIC) faults.push({ part: MIMETYPE, fault: 'CHANGED' });
  return faults;
}

async function sumsOf(parts: readonly Part[]): Promise<Uint8Array> {
  const lines = await Promise.all(parts.map(async ({ name, bytes }) => `${hex(await sha256(bytes))}  ${name}\n`));
  return new TextEncoder().encode(lines.join(''));
}

async function sha256(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes)));
}

/** Without compression, so that the bytes depend on no version of a library. */
function packed(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Uint8Array {
  const entries: Zippable = {};
  for (const { name, bytes } of files) entries[name] = [bytes, { level: 0, mtime: TIME }];
  return zipSync(entries);
}

function unpacked(file: Uint8Array): ReadonlyMap<string, Uint8Array> {
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

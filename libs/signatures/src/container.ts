import { hex, sameBytes } from './bytes.js';
import { checkSignature, type CheckedAgainst, type CheckedSignature } from './check-signature.js';
import { manifestIn, manifestOf, type Manifest } from './manifest.js';
import { MIMETYPE, packed, unpacked } from './packed-files.js';
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
const ASIC = 'application/vnd.etsi.asic-e+zip';
/** A JSON list of the sets that a container has, as one of them signed it: so that a set which is left out is missed. */
export const SETS = 'sets.json';
const sumsOfSet = (set: string): string => `SHA256SUMS.${set}`;
const manifestOfSet = (set: string): string => `META-INF/ASiCManifest-${set}.xml`;
const signatureOfSet = (set: string): string => `META-INF/signature-${set}.p7s`;
const MANIFEST = /^META-INF\/ASiCManifest-([a-z]+)\.xml$/;
const SET = /^[a-z]+$/;
const NAME = /^[A-Za-z0-9][\w.-]*(?:\/[A-Za-z0-9][\w.-]*)*$/;

/** Parts that one signer vouches for. */
export interface PartSet {
  /** In small Latin letters: its manifest and its signature bear that name. */
  readonly name: string;
  readonly parts: readonly Part[];
}

/** An ASiC-E (ETSI EN 319 162-1) of one set: its parts, their sums, a manifest of all, and its signature (CAdES-BES). */
export async function makeContainer({ name: set, parts }: PartSet, key: OwnKey, at: Date): Promise<Uint8Array> {
  if (!SET.test(set)) throw new TypeError(`${set} is no name of a set.`);
  const own = [MIMETYPE, sumsOfSet(set)];
  const wrong = parts.find(({ name }) => !NAME.test(name) || own.includes(name) || name.startsWith('META-INF/'));
  if (wrong) throw new TypeError(`${wrong.name} is no name of a part.`);
  if (new Set(parts.map(({ name }) => name)).size < parts.length) throw new TypeError('Two parts have the same name.');
  const sums: Part = { name: sumsOfSet(set), mediaType: 'text/plain', bytes: await sumsOf(parts) };
  const listed = await Promise.all(
    [...parts, sums].map(async (part) => ({ ...part, sha256: await sha256(part.bytes) })),
  );
  const manifest = manifestOf(listed, signatureOfSet(set));
  return packed([
    { name: MIMETYPE, bytes: new TextEncoder().encode(ASIC) },
    ...parts,
    sums,
    { name: manifestOfSet(set), bytes: manifest },
    { name: signatureOfSet(set), bytes: key.sign(manifest, at) },
  ]);
}

/** Reads a container that `makeContainer` made, or `mergeContainers` of several. Never throws, whatever it is given. */
export async function checkContainer(file: Uint8Array, against: CheckedAgainst): Promise<CheckedContainer> {
  try {
    const found = unpacked(file);
    const sets = setsOf(found);
    const checked = await Promise.all(sets.map((set) => checkSet(set, found, against)));
    const faults = [
      ...(found.has(MIMETYPE) ? [] : [{ part: MIMETYPE, fault: 'MISSING' } as const]),
      ...(sets.length > 0 ? [] : [{ part: manifestOfSet('*'), fault: 'MISSING' } as const]),
      ...checked.flatMap((set) => set.faults),
      ...otherSigners(checked),
      ...strangers(found, checked),
    ];
    // What no part holds: names, order, times of the archive.
    const isAsMade = sameBytes(packed([...found].map(([name, bytes]) => ({ name, bytes }))), file);
    if (faults.length === 0 && !isAsMade) faults.push({ part: CONTAINER, fault: 'CHANGED' });
    const [signature] = checked.flatMap((set) => set.signature ?? []);
    const parts = checked.flatMap(({ manifest }) => manifest.flatMap((one) => partOf(one, found)));
    return { faults, ...(signature && { signature }), parts };
  } catch {
    return { faults: [{ part: CONTAINER, fault: 'UNREADABLE' }], parts: [] };
  }
}

interface CheckedSet {
  readonly name: string;
  readonly faults: readonly PartFault[];
  readonly manifest: Manifest;
  readonly signature?: CheckedSignature;
}

type Found = ReadonlyMap<string, Uint8Array>;

/** Those that are there, and those that must be. */
function setsOf(found: Found): readonly string[] {
  const there = [...found.keys()].flatMap((name) => MANIFEST.exec(name)?.[1] ?? []);
  return [...new Set([...there, ...namesIn(found.get(SETS))])];
}

function namesIn(list: Uint8Array | undefined): readonly string[] {
  try {
    const names: unknown = list ? JSON.parse(new TextDecoder().decode(list)) : [];
    return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
  } catch {
    return [];
  }
}

async function checkSet(name: string, found: Found, against: CheckedAgainst): Promise<CheckedSet> {
  const needed = [manifestOfSet(name), signatureOfSet(name)] as const;
  const [manifest, signature] = needed.map((part) => found.get(part));
  const missing = needed.filter((part) => !found.has(part)).map((part) => ({ part, fault: 'MISSING' }) as const);
  if (!manifest || !signature) return { name, faults: missing, manifest: [] };
  const checked = await checkSignature(manifest, signature, against);
  const listed = manifestIn(manifest);
  const faults = [...signatureFaults(name, checked), ...(await partFaults(found, listed))];
  return { name, faults, manifest: listed, signature: checked };
}

/** All sets are signed by one certificate: another’s set in their place is no part of this file. */
function otherSigners(checked: readonly CheckedSet[]): readonly PartFault[] {
  const [first, ...rest] = checked.flatMap(({ name, signature }) =>
    signature?.certificate ? { name, signature } : [],
  );
  return rest
    .filter(({ signature }) => signature.certificate!.thumbprint !== first!.signature.certificate!.thumbprint)
    .map(({ name }) => ({ part: signatureOfSet(name), fault: 'CHANGED' }));
}

function strangers(found: Found, checked: readonly CheckedSet[]): readonly PartFault[] {
  const listed = checked.flatMap(({ manifest }) => manifest.map(({ name }) => name));
  const own = checked.flatMap(({ name }) => [manifestOfSet(name), signatureOfSet(name)]);
  const known = new Set([MIMETYPE, ...own, ...listed]);
  const added = [...found.keys()].filter((name) => !known.has(name));
  const kind = found.get(MIMETYPE);
  return [
    ...added.map((part) => ({ part, fault: 'ADDED' }) as const),
    ...(kind && new TextDecoder().decode(kind) !== ASIC ? [{ part: MIMETYPE, fault: 'CHANGED' } as const] : []),
  ];
}

function partOf({ name, mediaType }: Manifest[number], found: Found): readonly Part[] {
  const bytes = found.get(name);
  return bytes ? [{ name, mediaType, bytes }] : [];
}

function signatureFaults(set: string, { verdict, fault }: CheckedSignature): readonly PartFault[] {
  if (verdict !== 'BROKEN' && verdict !== 'NOT_CHECKED') return [];
  return [{ part: fault === 'OTHER_BYTES' ? manifestOfSet(set) : signatureOfSet(set), fault: 'CHANGED' }];
}

async function partFaults(found: Found, manifest: Manifest): Promise<readonly PartFault[]> {
  const faults: PartFault[] = [];
  for (const { name, sha256: expected } of manifest) {
    const bytes = found.get(name);
    if (!bytes) faults.push({ part: name, fault: 'MISSING' });
    else if (!sameBytes(await sha256(bytes), expected)) faults.push({ part: name, fault: 'CHANGED' });
  }
  return faults;
}

async function sumsOf(parts: readonly Part[]): Promise<Uint8Array> {
  const lines = await Promise.all(parts.map(async ({ name, bytes }) => `${hex(await sha256(bytes))}  ${name}\n`));
  return new TextEncoder().encode(lines.join(''));
}

async function sha256(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes)));
}

import { createHash } from 'node:crypto';
import { renderPdf } from '@otklik/documents';
import { LETTER_KEY, makeContainer, ownKey, type Part } from '@otklik/signatures';
import type { District } from '@otklik/tenancy';
import type { Vault } from '@otklik/vault';
import { allHeads, keyOfChains, readAnchors } from '../anchors/anchor-heads.js';
import type { Composition } from '../composition.js';
import { readable } from '../readable-events.js';
import { caseReport, type OpenedEvent } from './case-report.js';
import { placedParts, ownersParts, type FoundCase, type OwnersPart } from './read-case.js';
import { readme } from './readme.js';

const JSON_TYPE = 'application/json';
const LINES = 'application/x-ndjson';

/** The evidence file of a case (ASiC-E), signed by the district's own key of this year. */
export async function caseContainer(
  composition: Composition,
  district: District,
  found: FoundCase,
  at: string,
): Promise<Uint8Array> {
  const { vault } = composition.services.get('intake')!.resources;
  const owners = await ownersParts(composition, district, found);
  const opened = await openedEvents(vault, district, owners);
  const parts: Part[] = [
    text('README.txt', 'text/plain', readme(found.number, district.name, at)),
    { name: 'case.pdf', mediaType: 'application/pdf', bytes: await renderPdf(caseReport(district, found, opened, at)) },
    ...owners.map(({ service, rows }) => text(`events/${service}.ndjson`, LINES, lines(rows))),
    text('events/opened.ndjson', LINES, lines(opened)),
    text('proof/notices.ndjson', LINES, lines(opened.filter(({ data }) => 'way' in data))),
    text('proof/placed.ndjson', LINES, lines(await placed(composition, vault, district, found))),
    text('chain/blocks.json', JSON_TYPE, json(owners.map(({ service, blocks }) => ({ service, blocks })))),
    text('chain/heads.json', JSON_TYPE, json(await heads(composition, district, at))),
  ];
  const key = ownKey(composition.secrets.forPurpose(LETTER_KEY), district.code, Number(at.slice(0, 4)));
  const certificate: Part = { name: 'certificate.der', mediaType: 'application/pkix-cert', bytes: key.certificate };
  return makeContainer([...parts, certificate], key, new Date(at));
}

async function openedEvents(
  vault: Vault,
  district: District,
  owners: readonly OwnersPart[],
): Promise<readonly OpenedEvent[]> {
  const events = owners.flatMap(({ service, rows }) => rows.map(({ record: _, ...row }) => ({ service, ...row })));
  const clear = await readable(vault, district.id, events);
  return clear.map((line) => JSON.parse(line) as OpenedEvent);
}

/** Of each comment and message: where it is, since when, its words as they stood, and their hash. */
async function placed(composition: Composition, vault: Vault, district: District, found: FoundCase) {
  const parts = await placedParts(composition, district, found);
  const clear = await readable(vault, district.id, parts);
  return clear.map((line) => {
    const part = JSON.parse(line) as { readonly text: string | null };
    return { ...part, sha256: part.text === null ? null : createHash('sha256').update(part.text).digest('hex') };
  });
}

async function heads(composition: Composition, { id, code }: District, at: string) {
  const own = (one: { readonly district: number }): boolean => one.district === id;
  const { inForce } = await readAnchors(composition);
  return {
    district: id,
    code,
    at,
    publicKey: keyOfChains(composition).publicKey,
    heads: (await allHeads(composition)).filter(own),
    anchors: inForce.filter(own),
  };
}

function text(name: string, mediaType: string, content: string): Part {
  return { name, mediaType, bytes: Buffer.from(content) };
}

const json = (value: unknown): string => `${JSON.stringify(value, undefined, 1)}\n`;
const lines = (values: readonly unknown[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join('');

import { CHAIN_KEY, chainKey, headsOf, proofOfStreams } from '@otklik/event-store';
import { ownKeyAt, LETTER_KEY, makeContainer, type Part } from '@otklik/signatures';
import type { District } from '@otklik/tenancy';
import { readableEvents } from '@otklik/vault';
import type { ServiceDefinition, ServiceResources } from '../service.js';
import { closedFields } from './contact-fields.js';
import type { EvidencePass } from './evidence-pass.js';

/** What a service has of a case beside its events. */
export abstract class CaseEvidence {
  abstract partsOf(pass: EvidencePass, district: District): Promise<readonly Part[]>;
}

/** A service as far as its part is made. */
export interface EvidenceSource {
  readonly definition: Pick<ServiceDefinition, 'name' | 'publish'>;
  readonly resources: Pick<ServiceResources, 'worker' | 'secret' | 'vault'>;
  readonly evidence?: CaseEvidence | undefined;
}

/** The part of a service in the evidence file of a case: a container of its own, signed by the district's key. */
export async function evidenceOf(
  { definition: { name, publish }, resources, evidence }: EvidenceSource,
  pass: EvidencePass,
  district: District,
): Promise<Uint8Array> {
  // A service without a log has no events of its own.
  const events = publish ? await eventParts(name, resources, pass, district) : [];
  const parts = [...events, ...((await evidence?.partsOf(pass, district)) ?? [])];
  const key = ownKeyAt(resources.secret(LETTER_KEY), district.code, pass.at);
  return makeContainer({ name, parts }, key, new Date(pass.at));
}

async function eventParts(
  service: string,
  { worker, secret, vault }: EvidenceSource['resources'],
  pass: EvidencePass,
  { id: district, code }: District,
): Promise<readonly Part[]> {
  const { appeal, streams, at } = pass;
  const { rows, blocks } = await proofOfStreams(worker, { service, district, streams });
  const heads = (await headsOf(worker, service)).filter((head) => head.district === district);
  const { publicKey } = chainKey(secret(CHAIN_KEY));
  const events = rows.map(({ record: _, ...row }) => row);
  return [
    evidenceText(`events/${service}.ndjson`, `${rows.map((row) => `${JSON.stringify(row)}\n`).join('')}`),
    evidenceText(
      `opened/${service}.ndjson`,
      (await readableEvents(vault, district, events, closedFields(pass))).map((line) => `${line}\n`).join(''),
    ),
    evidenceText(`chain/${service}.json`, json({ service, district, code, appeal, at, publicKey, heads, blocks })),
  ];
}

const TYPES: Readonly<Record<string, string>> = {
  ndjson: 'application/x-ndjson',
  json: 'application/json',
  txt: 'text/plain',
};

export function evidenceText(name: string, content: string): Part {
  return { name, mediaType: TYPES[name.split('.').at(-1)!]!, bytes: Buffer.from(content) };
}

const json = (value: unknown): string => `${JSON.stringify(value, undefined, 1)}\n`;

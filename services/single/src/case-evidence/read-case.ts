import { proofOfStreams, type StreamsProof } from '@otklik/event-store';
import type { District } from '@otklik/tenancy';
import { chaining } from '../anchors/anchor-heads.js';
import type { Composition } from '../composition.js';

/** A case as it is found by its number. */
export interface FoundCase {
  readonly appeal: string;
  readonly number: string;
  readonly streams: readonly string[];
}

/** What a service has on record of it. */
export interface OwnersPart extends StreamsProof {
  readonly service: string;
}

/** A part of an answer in a network, as it was placed there. */
export interface PlacedPart {
  readonly notice: string;
  readonly way: string;
  readonly part: number;
  readonly parts: number;
  readonly state: string;
  readonly claimedAt: string;
  /** Sealed. */
  readonly text: string;
  readonly outcome: unknown;
}

type Services = Pick<Composition, 'services'>;

/** By the number of the appeal or of its receipt, or by its id; undefined: there is none. */
export async function findCase(
  { services }: Services,
  { id: district }: District,
  number: string,
): Promise<FoundCase | undefined> {
  const { worker } = services.get('search')!.resources;
  const { rows } = await worker.query<FoundCase>(
    `select r.id as appeal, coalesce(r.number, r.receipt, r.id::text) as number,
        coalesce((select array_agg(s.stream::text) from search.register_stream s
          where s.district = r.district and s.appeal = r.id), '{}') as streams
      from search.register r where r.district = $1 and $2 in (r.number, r.receipt, r.id::text)`,
    [district, number],
  );
  const [found] = rows;
  return found && { ...found, streams: [...new Set([found.appeal, ...found.streams])] };
}

export async function ownersParts(
  composition: Services,
  { id: district }: District,
  { streams }: FoundCase,
): Promise<readonly OwnersPart[]> {
  const parts: OwnersPart[] = [];
  for (const { definition, resources } of chaining(composition)) {
    const { name: service } = definition;
    // A service without a log has chains of evidence alone.
    if (!definition.publish) continue;
    const proof = await proofOfStreams(resources.worker, { service, district, streams });
    if (proof.rows.length > 0) parts.push({ service, ...proof });
  }
  return parts;
}

export async function placedParts(
  { services }: Services,
  { id: district }: District,
  { streams }: FoundCase,
): Promise<readonly PlacedPart[]> {
  const { worker } = services.get('notifications')!.resources;
  const { rows } = await worker.query<PlacedPart>(
    `select notice, way, part, parts, state, to_char(claimed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "claimedAt",
        text, outcome
      from notifications.network_part where district = $1 and notice = any($2::uuid[]) order by notice, way, part`,
    [district, streams],
  );
  return rows;
}

import type { Transaction } from '@otklik/tenancy';
import type pg from 'pg';
import type { ChainHead, ChainKey } from './chain-key.js';

/** A signed head of a chain, kept outside the database: it survives when the newest blocks there are removed. */
export interface Anchor extends ChainHead {
  /** ISO 8601 UTC: when it was anchored. */
  readonly at: string;
  /** Base64. */
  readonly signature: string;
  /**
   * The database was restored, and this is the newest block of which an anchor still holds (0: none): anchors of later blocks
   * that were made before this one are set aside.
   */
  readonly restored?: true;
}

/** The newest block of each chain of a service. */
export async function headsOf(pool: pg.Pool, service: string): Promise<readonly ChainHead[]> {
  const { rows } = await pool.query<{ district: number; chain: string; number: string; hash: Buffer }>(
    `select distinct on (district, chain) district, chain, number, hash from ${service}.chain_block
      order by district, chain, number desc`,
  );
  return rows.map(({ number, hash, ...head }) => ({
    ...head,
    service,
    number: Number(number),
    hash: hash.toString('hex'),
  }));
}

export function anchorOf(key: ChainKey, head: ChainHead, at: string, restored = false): Anchor {
  const signature = key.sign(head, statementOf(at, restored)).toString('base64');
  return { ...head, at, signature, ...(restored && { restored }) };
}

/** Whether this installation made it. */
export function isGenuine(key: ChainKey, { signature, at, restored, ...head }: Anchor): boolean {
  return key.verify(head, Buffer.from(signature, 'base64'), statementOf(at, restored === true));
}

function statementOf(at: string, restored: boolean): string {
  return `${restored ? 'restored' : 'anchor'} ${at}`;
}

const BATCH = 500;

/** The anchors whose block is gone or another. */
export async function contradicted(
  client: Pick<Transaction, 'query'>,
  service: string,
  anchors: readonly Anchor[],
): Promise<readonly Anchor[]> {
  const found: Anchor[] = [];
  const named = anchors.filter(({ number }) => number > 0);
  for (let first = 0; first < named.length; first += BATCH) {
    const batch = named.slice(first, first + BATCH);
    const { rows } = await client.query<{ place: number; hash: Buffer | null }>(
      `select a.place::int as place, b.hash
        from unnest($1::int[], $2::text[], $3::bigint[]) with ordinality a(district, chain, number, place)
        left join ${service}.chain_block b on b.district = a.district and b.chain = a.chain and b.number = a.number`,
      [batch.map(({ district }) => district), batch.map(({ chain }) => chain), batch.map(({ number }) => number)],
    );
    for (const { place, hash } of rows) {
      const anchor = batch[place - 1]!;
      if (hash?.toString('hex') !== anchor.hash) found.push(anchor);
    }
  }
  return found;
}

/** For each chain that is behind its anchors, after a restore: the block from which it goes on. */
export function restoredAnchors(
  key: ChainKey,
  anchors: readonly Anchor[],
  no: readonly Anchor[],
  at: string,
): readonly Anchor[] {
  const broken = new Set(no);
  const chains = new Map(
    no.map(({ service, chain, district }) => [`${service}/${chain}/${district}`, { service, chain, district }]),
  );
  return [...chains.values()].map((chain) => {
    const held = anchors.filter((anchor) => isSameChain(chain, anchor) && !broken.has(anchor));
    const { number, hash } = held.toSorted((one, other) => other.number - one.number)[0] ?? { number: 0, hash: '' };
    return anchorOf(key, { ...chain, number, hash }, at, true);
  });
}

/** Those that still hold: without what a restore has set back. `superseded`: how many it was. */
export function anchorsInForce(anchors: readonly Anchor[]): { inForce: readonly Anchor[]; superseded: number } {
  const restores = anchors.filter(({ restored }) => restored === true);
  const isSetBack = (anchor: Anchor): boolean =>
    restores.some((one) => isSameChain(one, anchor) && anchor.at < one.at && anchor.number > one.number);
  const inForce = anchors.filter((anchor) => !isSetBack(anchor));
  return { inForce, superseded: anchors.length - inForce.length };
}

type ChainName = Pick<ChainHead, 'service' | 'chain' | 'district'>;

function isSameChain(one: ChainName, other: ChainName): boolean {
  return one.service === other.service && one.chain === other.chain && one.district === other.district;
}

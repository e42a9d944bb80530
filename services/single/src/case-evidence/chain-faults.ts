import { blockHash, chainKeyOf, decodeRows, type ProvedRow, type ProvingBlock } from '@otklik/event-store';
import type { Part } from '@otklik/signatures';
import { createHash } from 'node:crypto';

export interface ChainFault {
  readonly part: string;
  readonly what: 'NOT_CHAINED' | 'BLOCK_CHANGED' | 'NOT_SIGNED' | 'UNREADABLE';
}

interface Heads {
  readonly district: number;
  readonly publicKey: string;
}

/** Events that are not as their block has them, and blocks that the installation did not sign, among the parts of an evidence file. */
export function chainFaults(parts: readonly Part[]): readonly ChainFault[] {
  const textOf = (name: string): string | undefined => {
    const part = parts.find((one) => one.name === name);
    return part && Buffer.from(part.bytes).toString('utf8');
  };
  const [heads, chains] = [textOf('chain/heads.json'), textOf('chain/blocks.json')];
  if (heads === undefined || chains === undefined) return [];
  try {
    const ofServices = JSON.parse(chains) as readonly { service: string; blocks: readonly ProvingBlock[] }[];
    return ofServices.flatMap(({ service, blocks }) => [
      ...blockFaults(service, blocks, JSON.parse(heads) as Heads),
      ...rowFaults(`events/${service}.ndjson`, textOf(`events/${service}.ndjson`) ?? '', blocks),
    ]);
  } catch {
    return [{ part: 'chain/blocks.json', what: 'UNREADABLE' }];
  }
}

function blockFaults(service: string, blocks: readonly ProvingBlock[], { district, publicKey }: Heads): ChainFault[] {
  const part = 'chain/blocks.json';
  const key = chainKeyOf(publicKey);
  return blocks.flatMap((block): ChainFault[] => {
    const { format, number, through, at } = block;
    const head = { service, chain: 'event', district, number: Number(number) };
    const previous = Buffer.from(block.previous, 'hex');
    const rows = Buffer.from(block.rows, 'base64');
    const hash = blockHash({ ...head, format, through: BigInt(through), at, previous, rows }).toString('hex');
    if (hash !== block.hash) return [{ part, what: 'BLOCK_CHANGED' }];
    return key({ ...head, hash }, Buffer.from(block.signature, 'base64')) ? [] : [{ part, what: 'NOT_SIGNED' }];
  });
}

function rowFaults(part: string, text: string, blocks: readonly ProvingBlock[]): ChainFault[] {
  const hashes = new Map(
    blocks.flatMap(({ format, rows }) =>
      decodeRows(Buffer.from(rows, 'base64')).map(
        ({ position, hash }) => [String(position), { format, hash }] as const,
      ),
    ),
  );
  const rows = text.split('\n').filter((line) => line !== '');
  return rows.flatMap((line): ChainFault[] => {
    const { position, record, block } = JSON.parse(line) as ProvedRow;
    if (block === null) return [];
    const held = hashes.get(position);
    const hash = createHash('sha256').update(Buffer.from(record, 'base64')).digest();
    // Blocks of format 1 hash another form of the row.
    return held && (held.format === 1 || hash.equals(held.hash)) ? [] : [{ part, what: 'NOT_CHAINED' }];
  });
}

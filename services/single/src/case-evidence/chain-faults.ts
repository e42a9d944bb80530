import { blockHash, chainKeyOf, decodeRows, type ProvedRow, type ProvingBlock } from '@otklik/event-store';
import type { Part } from '@otklik/signatures';
import { createHash } from 'node:crypto';

export interface ChainFault {
  readonly part: string;
  readonly what: 'NOT_CHAINED' | 'BLOCK_CHANGED' | 'NOT_SIGNED' | 'UNREADABLE' | 'OTHER_CASE';
}

/** What was compared with hash chains, and what could not be. */
export interface CheckedChains {
  readonly faults: readonly ChainFault[];
  /** Services whose events were compared with their chain, and how many. */
  readonly chained: readonly string[];
  readonly events: number;
  /** Events younger than the last block of their chain: only the signature vouches for them. */
  readonly young: number;
  /** Parts with events for which the file has no chain. */
  readonly without: readonly string[];
}

interface Chain {
  readonly service: string;
  readonly district: number;
  readonly appeal: string;
  readonly at: string;
  readonly publicKey: string;
  readonly blocks: readonly ProvingBlock[];
}

const CHAIN = /^chain\/([a-z]+)\.json$/;
const ANCHORS = 'chain/anchors.json';
const EVENTS = /^events\/([a-z]+)\.ndjson$/;
const CASE = 'case.json';

/** Events that are not as their block has them, blocks that the installation did not sign, and parts of another case. */
export function checkChains(parts: readonly Part[]): CheckedChains {
  const chains = parts.filter(({ name }) => CHAIN.test(name) && name !== ANCHORS);
  const events = parts.filter(({ name }) => EVENTS.test(name));
  const checked = chains.map((part) => checkChain(part, parts));
  const chained = chains.map(({ name }) => CHAIN.exec(name)![1]!);
  return {
    faults: checked.flatMap(({ faults }) => faults),
    chained,
    events: sum(checked.map((one) => one.events)),
    young: sum(checked.map((one) => one.young)),
    without: events.map(({ name }) => name).filter((name) => !chained.includes(EVENTS.exec(name)![1]!)),
  };
}

type Checked = Pick<CheckedChains, 'faults' | 'events' | 'young'>;

function checkChain(part: Part, parts: readonly Part[]): Checked {
  try {
    const chain = JSON.parse(textOf(part)) as Chain;
    const of = `events/${chain.service}.ndjson`;
    const held = parts.find(({ name }) => name === of);
    const rows = textOf(held)
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as ProvedRow);
    const { blocks } = chain;
    return {
      faults: [...strangeCase(part, chain, parts), ...blockFaults(part.name, chain), ...rowFaults(of, rows, blocks)],
      events: rows.length,
      young: rows.filter(({ block }) => block === null).length,
    };
  } catch {
    return { faults: [{ part: part.name, what: 'UNREADABLE' }], events: 0, young: 0 };
  }
}

/** All parts are of one case and of one moment, as the register's part names them. */
function strangeCase({ name }: Part, { appeal, at }: Chain, parts: readonly Part[]): readonly ChainFault[] {
  const named = parts.find((one) => one.name === CASE);
  if (!named) return [];
  const of = JSON.parse(textOf(named)) as Pick<Chain, 'appeal' | 'at'>;
  return of.appeal === appeal && of.at === at ? [] : [{ part: name, what: 'OTHER_CASE' }];
}

function blockFaults(part: string, { service, district, publicKey, blocks }: Chain): readonly ChainFault[] {
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

function rowFaults(part: string, rows: readonly ProvedRow[], blocks: readonly ProvingBlock[]): readonly ChainFault[] {
  const hashes = new Map(
    blocks.flatMap(({ format, rows: held }) =>
      decodeRows(Buffer.from(held, 'base64')).map(
        ({ position, hash }) => [String(position), { format, hash }] as const,
      ),
    ),
  );
  return rows.flatMap(({ position, record, block }): ChainFault[] => {
    const held = hashes.get(position);
    // One that says of itself that it is too young for a block, while a block has it, is no such row.
    if (block === null) return held ? [{ part, what: 'NOT_CHAINED' }] : [];
    const hash = createHash('sha256').update(Buffer.from(record, 'base64')).digest();
    // Blocks of format 1 hash another form of the row.
    return held && (held.format === 1 || hash.equals(held.hash)) ? [] : [{ part, what: 'NOT_CHAINED' }];
  });
}

const textOf = (part: Part | undefined): string => Buffer.from(part?.bytes ?? []).toString('utf8');
const sum = (counts: readonly number[]): number => counts.reduce((one, other) => one + other, 0);

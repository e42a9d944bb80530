import { refuse } from '@otklik/kernel';
import { NETWORKS, ownAddress, type Channel, type NetworkDefinition, type Ref } from '@otklik/networks';
import type { SourceWays } from '../../notice/domain/notice-ways.js';
import type { NetworkSource } from '../store/network-sources.js';

/** An account of a district, ready to speak. */
export interface OpenAccount {
  readonly channel: Channel;
  readonly definition: NetworkDefinition;
  readonly settings: Readonly<Record<string, string>>;
}

/** Accounts of the districts in networks. */
export abstract class NetworkChannels {
  /** Undefined where the account was removed or switched off. */
  abstract open(district: number, account: string): OpenAccount | undefined;
}

/** The ways of a network to the author of a message; undefined for a network that is not known any more. */
export function sourceWays({
  network,
  sourceKind,
  blockedAt,
}: Pick<NetworkSource, 'network' | 'sourceKind' | 'blockedAt'>): SourceWays | undefined {
  const definition = definitionOf(network);
  if (!definition) return undefined;
  const { send, canInitiate } = definition.capabilities;
  const writes =
    send.directMessages && (sourceKind === 'DIRECT' || canInitiate || definition.dialogueWith !== undefined);
  // Where no program may answer, a person does.
  return { thread: sourceKind === 'COMMENT', direct: writes && blockedAt === null };
}

/** Where a notice goes that answers the message `ref`; undefined where its author cannot be written to. */
export function targetOf(
  { way, network }: { readonly way: 'THREAD' | 'DIRECT'; readonly network: string },
  ref: Ref,
  author: string | undefined,
): Ref | undefined {
  if (way === 'THREAD' || ref.kind === 'DIRECT') return ref;
  const thread = author === undefined ? undefined : definitionOf(network)?.dialogueWith?.(author);
  return thread === undefined ? undefined : { account: ref.account, kind: 'DIRECT', thread };
}

/** Refuses a link that does not lead to the network's own site. */
export function demandOwnSite(network: string, link: string): void {
  const site = definitionOf(network)?.site ?? [];
  if (!ownAddress(link, site)) refuse('LINK_LEADS_ELSEWHERE', { site: site.join(', ') });
}

function definitionOf(network: string): NetworkDefinition | undefined {
  return Object.entries(NETWORKS).find(([name]) => name === network)?.[1];
}

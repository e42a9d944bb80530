import {
  anchorOf,
  anchorsInForce,
  CHAIN_KEY,
  chainKey,
  contradicted,
  headsOf,
  isGenuine,
  restoredAnchors,
  type Anchor,
  type ChainHead,
  type ChainKey,
} from '@otklik/event-store';
import { chainedTables } from '@otklik/host';
import { join, resolve } from 'node:path';
import type { ComposedService, Composition } from '../composition.js';
import { AnchorFolder, type BrokenLine } from './anchor-folder.js';

type Surroundings = Pick<Composition, 'config' | 'dataDir' | 'secrets' | 'services'>;

export function anchorFolder({ config, dataDir }: Pick<Surroundings, 'config' | 'dataDir'>): AnchorFolder {
  return new AnchorFolder(config.anchors === undefined ? join(dataDir, 'anchors') : resolve(config.anchors));
}

export function keyOfChains({ secrets }: Pick<Surroundings, 'secrets'>): ChainKey {
  return chainKey(secrets.forPurpose(CHAIN_KEY));
}

/** The services that have chains. */
export function chaining({ services }: Pick<Surroundings, 'services'>): readonly ComposedService[] {
  return [...services.values()].filter(({ definition }) => chainedTables(definition).length > 0);
}

/** The newest block of every chain of the installation. */
export async function allHeads(composition: Pick<Surroundings, 'services'>): Promise<readonly ChainHead[]> {
  const heads: ChainHead[] = [];
  for (const { definition, resources } of chaining(composition))
    heads.push(...(await headsOf(resources.worker, definition.name)));
  return heads;
}

/** Writes the heads that were not anchored yet, as far as `known` tells: chain → hash. Answers how many. */
export async function anchorHeads(composition: Surroundings, known: Map<string, string>, at: string): Promise<number> {
  const key = keyOfChains(composition);
  const heads = await allHeads(composition);
  const fresh = heads.filter((head) => known.get(nameOf(head)) !== head.hash);
  await anchorFolder(composition).add(fresh.map((head) => anchorOf(key, head, at)));
  for (const head of fresh) known.set(nameOf(head), head.hash);
  return fresh.length;
}

function nameOf({ service, chain, district }: ChainHead): string {
  return `${service}/${chain}/${district}`;
}

export interface ReadAnchors {
  /** Those with which the chains are compared. */
  readonly inForce: readonly Anchor[];
  /** How many a restore has set aside. */
  readonly superseded: number;
  /** Lines that are no anchors of this installation. */
  readonly broken: readonly BrokenLine[];
  readonly forged: readonly Anchor[];
}

export async function readAnchors(composition: Surroundings): Promise<ReadAnchors> {
  const key = keyOfChains(composition);
  const { anchors, broken } = await anchorFolder(composition).read();
  const forged = anchors.filter((anchor) => !isGenuine(key, anchor));
  const genuine = forged.length === 0 ? anchors : anchors.filter((anchor) => isGenuine(key, anchor));
  return { ...anchorsInForce(genuine), broken, forged };
}

/** Says in the folder that the database was restored: from where each chain goes on. Answers how many chains it concerns. */
export async function anchorRestored(composition: Surroundings, at: string): Promise<number> {
  const { inForce } = await readAnchors(composition);
  const restored: Anchor[] = [];
  for (const { definition, resources } of chaining(composition)) {
    const own = inForce.filter(({ service }) => service === definition.name);
    const broken = await contradicted(resources.worker, definition.name, own);
    restored.push(...restoredAnchors(keyOfChains(composition), own, broken, at));
  }
  await anchorFolder(composition).add(restored);
  return restored.length;
}

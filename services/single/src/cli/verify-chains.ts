import { verifyChain, type ChainDifference, type ChainedTable } from '@otklik/event-store';
import { chainedTables } from '@otklik/host';
import { setTimeout as sleep } from 'node:timers/promises';
import { endOfSimulation } from '../demo/end-of-simulation.js';
import { keyOfChains, readAnchors, type ReadAnchors } from '../anchors/anchor-heads.js';
import type { ComposedService, Composition } from '../composition.js';
import type { Report } from './command.js';

/** The writer of a chain follows within a second or two, at rest within five. */
const MAX_CHECKS = 10;
const RETRY_DELAY_MS = 1_000;

/** The hash chains of every log and table of evidence, against the rows and the anchors. Answers how many differences. */
export async function verifyChains(composition: Composition, report: Report, signal: AbortSignal): Promise<number> {
  const anchors = await readAnchors(composition);
  const simulatedUntil = await endOfSimulation(composition.dataDir);
  let differences = anchorFaults(anchors, report);
  for (const service of composition.services.values()) {
    for (const chained of chainedTables(service.definition)) {
      signal.throwIfAborted();
      differences += await verifyOne(composition, service, chained, { anchors, report, simulatedUntil });
    }
  }
  return differences;
}

/** Content of the folder of anchors that was not written by this installation. */
function anchorFaults({ broken, forged, superseded }: ReadAnchors, report: Report): number {
  for (const { file, line } of broken) report.warn(`  NO_ANCHOR ${file}, line ${line}`);
  for (const { service, chain, district, number, at } of forged)
    report.warn(`  FORGED_ANCHOR ${service} ${chain}, district ${district}, block ${number}, of ${at}`);
  if (superseded > 0) report.print(`${superseded} anchor(s) are of blocks that a restore has taken back.`);
  return broken.length + forged.length;
}

interface Surroundings {
  readonly anchors: ReadAnchors;
  readonly report: Report;
  readonly simulatedUntil: number | undefined;
}

async function verifyOne(
  composition: Composition,
  { definition, resources }: ComposedService,
  chained: ChainedTable,
  { anchors, report, simulatedUntil }: Surroundings,
): Promise<number> {
  const { name } = definition;
  const isOwn = (anchor: { readonly service: string; readonly chain: string }) =>
    anchor.service === name && anchor.chain === chained.name;
  const verify = () =>
    verifyChain(resources.worker, {
      service: name,
      chained,
      key: keyOfChains(composition),
      anchors: anchors.inForce.filter(isOwn),
      simulatedUntil,
      onProgress: (checked, total) => report.progress(checked, total, `rows of the chain of ${chained.table}`),
    });
  let found = await verify();
  for (let check = 1; found.unchained > 0 && check < MAX_CHECKS; check += 1) {
    await sleep(RETRY_DELAY_MS);
    found = await verify();
  }
  const { rows, blocks, removed, unchained, differences } = found;
  const faults = differences.length + (unchained > 0 ? 1 : 0);
  const verdict = faults === 0 ? 'whole' : `${faults} DIFFERENCE(S)`;
  const gone = removed === 0 ? '' : `, ${removed} of them removed by their term`;
  report.print(
    `${name.padEnd(14)} chain of ${chained.table}: ${rows} rows in ${blocks} blocks${gone}, ${found.anchors} anchors: ${verdict}`,
  );
  for (const difference of differences) report.warn(`  ${describe(name, difference)}`);
  if (unchained > 0) report.warn(`  NOT_CHAINED ${unchained} row(s) of ${chained.table}: does the service run?`);
  return faults;
}

function describe(service: string, { kind, chain, district, block, position, subject }: ChainDifference): string {
  const at = position === undefined ? '' : `position ${position}, `;
  const place = block === undefined ? `${at}${subjectName(chain)} ${subject}` : `block ${block}`;
  return `${kind} ${service} ${chain}, district ${district}, ${place}`;
}

function subjectName(chain: string): string {
  return chain === 'event' ? 'stream' : 'of';
}

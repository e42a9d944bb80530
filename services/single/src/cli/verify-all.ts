import { verifyLog, type LogDifference } from '@otklik/event-store';
import { OtherVersionAnswers, type Progress } from '@otklik/read-models';
import type { IndexVerified } from '@otklik/search/module';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ComposedService, Composition } from '../composition.js';
import { sealedFieldsOf } from '../sealed-fields.js';
import { caughtUp } from './caught-up.js';
import type { Report } from './command.js';
import { intakeOf, readModelsOf, searchOf } from './operations.js';
import { ownerLogs } from './owner-logs.js';
import { verifyChains } from './verify-chains.js';
import { verdict, verifyHistories } from './verify-histories.js';

const MAX_INDEX_CHECKS = 4;
const INDEX_RETRY_DELAY_MS = 3_000;

/** Answers how many differences there are. */
export async function verifyAll(composition: Composition, report: Report, signal: AbortSignal): Promise<number> {
  let differences = 0;
  const logs = await ownerLogs(composition);
  const isCaughtUp = await caughtUp(composition, report, signal);
  for (const service of composition.services.values()) {
    signal.throwIfAborted();
    if (service.definition.publish) differences += await verifyOne(service, report);
  }
  differences += await verifyChains(composition, report, signal);
  differences += await verifySeries(composition, report);
  differences += await verifyFollowUpCodes(composition, report);
  differences += await verifyHistories(composition, logs, isCaughtUp, report, signal);
  differences += await verifyReadModels(composition, report, signal);
  return differences + (await verifySearchIndexes(composition, report, signal));
}

async function verifyOne({ definition, resources }: ComposedService, report: Report): Promise<number> {
  const { name } = definition;
  const found = await verifyLog(resources.worker, name, {
    vault: resources.vault,
    sealedFields: sealedFieldsOf(name),
    onProgress: (checked, total) => report.progress(checked, total, `events of ${name}`),
  });
  const { events, streams, sealed, erased, differences } = found;
  const seals = `${sealed} sealed texts, ${erased} of erased persons`;
  report.print(
    `${name.padEnd(14)} log: ${events} events in ${streams} streams, ${seals}${verdict(differences.length)}`,
  );
  for (const difference of differences) report.warn(`  ${describe(difference)}`);
  return differences.length;
}

function describe({ kind, district, stream, version, field }: LogDifference): string {
  return `${kind} district ${district}, stream ${stream}, version ${version}${field === undefined ? '' : `, ${field}`}`;
}

async function verifySeries(composition: Composition, report: Report): Promise<number> {
  const intake = intakeOf(composition);
  const faults = await intake.verifyNumbers();
  report.print(`${'intake'.padEnd(14)} registration numbers${verdict(faults.length)}`);
  for (const { district, journal, year, fault } of faults)
    report.warn(`  district ${district}, ${journal} ${year}: ${fault}`);
  return faults.length;
}

async function verifyFollowUpCodes(composition: Composition, report: Report): Promise<number> {
  const { codes, notSealed, replaced } = await intakeOf(composition).verifyCodes();
  const open = notSealed === 0 ? '' : `, ${notSealed} of them without a seal of this installation`;
  report.print(`${'intake'.padEnd(14)} follow-up codes: ${codes} hashes${open}${verdict(replaced.length)}`);
  for (const { district, appeal } of replaced) report.warn(`  CODE_REPLACED district ${district}, appeal ${appeal}`);
  return replaced.length;
}

async function verifyReadModels(composition: Composition, report: Report, signal: AbortSignal): Promise<number> {
  const readModels = readModelsOf(composition);
  let all = 0;
  for (const name of readModels.names) {
    signal.throwIfAborted();
    const verified = await readModels
      .verify(name, (done, total) => report.progress(done, total, `events of ${name}`))
      .catch(otherVersion);
    if (verified instanceof OtherVersionAnswers) {
      report.warn(verified.message);
      all += 1;
      continue;
    }
    const { rows, differences } = verified;
    report.print(`${'search'.padEnd(14)} ${name}: ${rows} rows against a fresh replay${verdict(differences.length)}`);
    for (const { table, kind, key, columns } of differences)
      report.warn(`  ${kind} ${table} ${JSON.stringify(key)} ${columns.join(', ')}`);
    all += differences.length;
  }
  return all;
}

function otherVersion(error: unknown): OtherVersionAnswers {
  if (error instanceof OtherVersionAnswers) return error;
  throw error;
}

async function verifySearchIndexes(composition: Composition, report: Report, signal: AbortSignal): Promise<number> {
  signal.throwIfAborted();
  const search = searchOf(composition);
  const progress: Progress = (done, total) => report.progress(done, total, 'appeals of the index');
  const own = await verifyIndex('index', () => search.verifyIndex(progress), report, signal);
  return (
    own + (await verifyIndex('index of the search server', () => search.verifyServerIndex(progress), report, signal))
  );
}

/** An index lags behind the register: only what differs in each of several checks is a difference. */
async function verifyIndex(
  name: string,
  verify: () => Promise<IndexVerified | undefined>,
  report: Report,
  signal: AbortSignal,
): Promise<number> {
  const first = await verify();
  if (!first) return 0;
  let { documents, differences } = first;
  for (let check = 1; differences.length > 0 && check < MAX_INDEX_CHECKS && !signal.aborted; check += 1) {
    await sleep(INDEX_RETRY_DELAY_MS);
    const before = new Set(differences.map(({ appeal }) => appeal));
    const now = (await verify()) ?? first;
    documents = now.documents;
    differences = now.differences.filter(({ appeal }) => before.has(appeal));
  }
  report.print(
    `${'search'.padEnd(14)} ${name}: ${documents} appeals against the register${verdict(differences.length)}`,
  );
  for (const { kind, district, appeal } of differences)
    report.warn(`  ${kind} ${name} district ${district}, appeal ${appeal}`);
  return differences.length;
}

import {
  discardEvent,
  listBlockedKeys,
  retryBlockedKey,
  serviceOf,
  type BlockedKeyId,
  type BlockedKey,
} from '@otklik/messaging';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import type { Composition } from '../composition.js';
import { optional, required, type Arguments, type OperatorCommand, type Report } from './command.js';
import { intakeOf } from './operations.js';

export const resolveBlockedKeys: OperatorCommand['execute'] = async (composition, args, report) => {
  if (args['act'] === 'list') return list(composition, optional(args, 'state'), report);
  if (args['act'] === 'retry') return retry(composition, args, report);
  const key = (await blockedKeys(composition)).find(matching(args));
  if (!key) throw new PlainError('No such key is blocked: npm run otklik -- blocked list');
  const event = await discardEvent(workerOf(composition, key), key, required(args, 'reason'), 'operator');
  report.print(`Event ${event ?? '(none)'} was discarded; the key resumes.`);
  return 0;
};

async function list(composition: Composition, state: string | undefined, report: Report): Promise<number> {
  const keys = (await blockedKeys(composition)).filter((key) => state === undefined || key.state === state);
  for (const { consumer, district, appeal, state: at, reason, attempts, events, since } of keys)
    report.print(
      `${at}  ${consumer}  district ${district}  ${appeal}  ${events} event(s), ${attempts} attempts since ${since}: ${reason}`,
    );
  const aside = state === 'WAITING' ? [] : await intakeOf(composition).setAside();
  for (const { district, account, count, since } of aside)
    report.print(
      `DEAD_LETTERED  intake.networks  district ${district}  account ${account}  ${count} message(s) since ${since}: cannot be read`,
    );
  if (keys.length + aside.length === 0) report.print('No key is blocked.');
  return aside.length > 0 || keys.some((key) => key.state === 'DEAD_LETTERED') ? 1 : 0;
}

async function retry(composition: Composition, args: Arguments, report: Report): Promise<number> {
  const keys = (await blockedKeys(composition)).filter(matching(args));
  for (const key of keys) await retryBlockedKey(workerOf(composition, key), key);
  const again = optional(args, 'consumer') === undefined ? await intakeOf(composition).readAgain() : 0;
  if (again > 0) report.print(`${again} message(s) of networks are read again`);
  report.print(`${keys.length} key(s) are retried within two seconds; then: npm run otklik -- blocked list`);
  return 0;
}

function matching(args: Arguments): (key: BlockedKeyId) => boolean {
  const [consumer, appeal] = [optional(args, 'consumer'), optional(args, 'appeal')];
  return (key) =>
    (consumer === undefined || key.consumer === consumer) && (appeal === undefined || key.appeal === appeal);
}

/** Blocked keys of all services, the oldest first within each service. */
export async function blockedKeys({ services }: Composition): Promise<readonly BlockedKey[]> {
  const lists = [...services.values()].map(({ resources, definition }) =>
    listBlockedKeys(resources.worker, definition.name),
  );
  return (await Promise.all(lists)).flat();
}

function workerOf({ services }: Composition, { consumer }: BlockedKeyId) {
  const service = [...services.values()].find(({ definition }) => definition.name === serviceOf(consumer));
  if (!service) throw new PlainError(`There is no consumer ${consumer} here.`);
  return service.resources.worker;
}

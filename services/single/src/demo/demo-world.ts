import { uuidv5 } from '@otklik/kernel';
import type { Directory } from '@otklik/tenancy';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TokenIssuer } from '../token-issuer.js';
import type { Ask } from './ask.js';
import type { DemoAppeal } from './demo-appeal.js';
import { nextStep, type Step, type AppealProgress } from './next-step.js';

export interface DemoWorldOptions {
  readonly ask: Ask;
  readonly tokens: TokenIssuer;
  readonly directory: Directory;
  readonly appeals: readonly DemoAppeal[];
  readonly progress: (done: number, total: number) => void;
}

/** Namespace of the appeals' keys. */
const DEMO = '6f1d6f5e-0d5c-5b0e-9a50-7f3f6c1f2c11';
const POLL_INTERVAL_MS = 100;
const APPEAL_TIMEOUT_MS = 30_000;

const SUBMIT = `mutation ($input: SubmitAppealInput!) { submitAppeal(input: $input) {
  __typename ... on Receipt { id token consistencyToken } ... on Refusal { code message } } }`;
const READ = `query ($district: String!, $id: UUID!, $consistentWith: String) {
  appeal(district: $district, id: $id, consistentWith: $consistentWith) {
  row { id regime state version rating questions { id state version response { id state version } } } } }`;

interface Receipt {
  readonly __typename: 'Receipt';
  readonly id: string;
  readonly token: string;
  readonly consistencyToken: string;
}

interface Refused {
  readonly __typename: 'Refusal';
  readonly code: string;
}

/**
 * Makes the appeals through GraphQL, each step by the right role, as far as its `until` says. Idempotent: run again after an
 * interruption, it goes on.
 */
export async function makeDemoWorld(options: DemoWorldOptions): Promise<void> {
  const ids = new Map<string, string>();
  for (const [index, appeal] of options.appeals.entries()) {
    const receipt = await submit(options, appeal);
    ids.set(appeal.name, receipt.id);
    await advance(options, appeal, receipt, appeal.of === undefined ? undefined : ids.get(appeal.of));
    options.progress(index + 1, options.appeals.length);
  }
}

async function submit({ ask, tokens }: DemoWorldOptions, appeal: DemoAppeal): Promise<Receipt> {
  const { name, district, text, from, contact, settlement } = appeal;
  const key = uuidv5(DEMO, name);
  const place = settlement === undefined ? undefined : { settlement };
  const input = { district, key, text, name: from, contact, place };
  const token = appeal.identified ? (await tokens.issue(`resident.${name}`, { identified: true })).token : undefined;
  const { submitAppeal } = await ask<{ submitAppeal: Receipt | Refused }>(SUBMIT, { input }, token);
  if (submitAppeal.__typename === 'Refusal') throw new Error(`${name}: ${submitAppeal.code}`);
  return submitAppeal;
}

async function advance(
  options: DemoWorldOptions,
  appeal: DemoAppeal,
  receipt: Receipt,
  of: string | undefined,
): Promise<void> {
  const { ask, tokens, directory } = options;
  const { district } = appeal;
  const executor = directory.official(`${district}.executor`)?.id ?? '';
  const reader = (await tokens.issue(`${district}.controller`)).token;
  const end = Date.now() + APPEAL_TIMEOUT_MS;
  for (let consistentWith: string | null = receipt.consistencyToken; ;) {
    const variables = { district, id: receipt.id, consistentWith };
    const read: { appeal: { row: AppealProgress } | null } = await ask(READ, variables, reader);
    const step = read.appeal ? nextStep(appeal, read.appeal.row, { executor, of }) : 'wait';
    if (step === 'done') return;
    if (step !== 'wait') consistentWith = await perform(options, appeal, receipt, step);
    if (Date.now() > end) throw new Error(`${appeal.name} does not get to ${appeal.until}.`);
    if (step === 'wait') await sleep(POLL_INTERVAL_MS);
  }
}

/** A consumer was faster, or the service lags behind the register. */
const RETRYABLE = ['VERSION_CONFLICT', 'NOT_THE_EXECUTOR'];

/** Answers the consistency token; null when the step is to be retried. */
async function perform(
  { ask, tokens }: DemoWorldOptions,
  { district }: DemoAppeal,
  receipt: Receipt,
  step: Step,
): Promise<string | null> {
  const { mutation, by, target } = step;
  const type = `${inputOf(mutation)}Input`;
  const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) {
    __typename ... on Change { consistencyToken } ... on Refusal { code } } }`;
  const key = uuidv5(receipt.id, `${mutation} ${target?.version ?? ''}`);
  const official = target && { district, id: target.id, expectedVersion: target.version };
  const token = by === 'resident' ? receipt.token : (await tokens.issue(`${district}.${by}`)).token;
  type Answer = Record<string, { readonly __typename: 'Change'; readonly consistencyToken: string } | Refused>;
  const answer = (await ask<Answer>(document, { input: { ...official, ...step.input, key } }, token))[mutation]!;
  if (answer.__typename === 'Change') return answer.consistencyToken;
  if (!RETRYABLE.includes(answer.code)) throw new Error(`${mutation}: ${answer.code}`);
  await sleep(POLL_INTERVAL_MS);
  return null;
}

const inputs: Readonly<Record<string, string>> = {
  withdrawAppeal: 'ResidentAct',
  takeUpMessage: 'AppealAct',
  registerAppeal: 'AppealAct',
  markAsSpam: 'AppealReason',
  approveResponse: 'ResponseAct',
  signResponse: 'ResponseAct',
  sendBackResponse: 'ResponseReason',
};

function inputOf(mutation: string): string {
  return inputs[mutation] ?? `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}`;
}

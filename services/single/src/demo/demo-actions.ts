import { uuidv5 } from '@otklik/kernel';
import type { Directory } from '@otklik/tenancy';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TokenIssuer } from '../token-issuer.js';
import type { Ask } from './ask.js';
import type { DemoAppeal } from './demo-appeal.js';
import { demoInputs, type DemoMutation } from './demo-inputs.js';
import { nextStep, type AppealProgress, type Step } from './next-step.js';

export interface DemoActionsOptions {
  readonly ask: Ask;
  readonly tokens: TokenIssuer;
  readonly directory: Directory;
  /** Stores the appeal's photo and answers the file's id. */
  readonly upload?: (district: string, photo: string) => Promise<string>;
}

export interface DemoReceipt {
  readonly id: string;
  readonly number: string;
  readonly followUpCode: string;
  readonly consistencyToken: string;
}

/** Templates of answers, the same in each of the districts (deploy/districts/demo/templates.yaml). */
export interface DemoTemplates {
  readonly districts: readonly string[];
  readonly templates: readonly {
    readonly title: string;
    readonly text: string;
    readonly topic?: string;
    readonly outcome?: string;
    readonly forMessages?: boolean;
  }[];
}

/** Namespace of the appeals' keys. */
const DEMO = '6f1d6f5e-0d5c-5b0e-9a50-7f3f6c1f2c11';
const POLL_INTERVAL_MS = 50;
const STEP_TIMEOUT_MS = 60_000;

const receiptFields = `__typename ... on Receipt { id number followUpCode consistencyToken } ... on Refusal { code message }`;
const READ = `query ($district: String!, $id: UUID!, $consistentWith: String) {
  appeal(district: $district, id: $id, consistentWith: $consistentWith) {
    row { id regime state version rating
      questions { id state version topic { code } department { code } response { id state version } } }
    responses { publication { stage } }
    notices { id way state version } } }`;

interface Refused {
  readonly __typename: 'Refusal';
  readonly code: string;
}

type Changed = { readonly __typename: 'Change'; readonly consistencyToken: string } | Refused;

interface ReadCard {
  readonly row: AppealProgress;
  readonly responses: readonly { readonly publication: { readonly stage: string } | null }[];
  readonly notices: readonly {
    readonly id: string;
    readonly way: string;
    readonly state: string;
    readonly version: number;
  }[];
}

/** The version of the demonstration districts' consent texts. */
const CONSENT = '2026-09-01';

/** A consumer was faster, or a service lags behind the register. */
const RETRYABLE = ['VERSION_CONFLICT', 'NOT_THE_EXECUTOR', 'EXECUTOR_NOT_IN_DEPARTMENT'];

/** The acts of residents and officials, through GraphQL, each with a key that derives from the appeal: repeating one changes nothing. */
export class DemoActions {
  private readonly sent = new Map<string, DemoReceipt>();

  constructor(private readonly options: DemoActionsOptions) {}

  async submit(appeal: DemoAppeal): Promise<DemoReceipt> {
    const { name, district, text, from, contact, settlement, place: words, channel, photo } = appeal;
    const place = settlement === undefined ? undefined : { settlement, text: words };
    const files = photo && this.options.upload ? [await this.options.upload(district, photo)] : undefined;
    const input = { district, key: uuidv5(DEMO, name), text, name: from, contact, place, files };
    const receipt = channel
      ? await this.send(
          'enterAppeal',
          { ...input, channel, address: appeal.address },
          await this.token(`${district}.registrar`),
        )
      : await this.send(
          'submitAppeal',
          { ...input, consent: CONSENT },
          appeal.identified ? await this.identified(name) : undefined,
        );
    this.sent.set(name, receipt);
    return receipt;
  }

  /** Waits until the appeal's next step is an act of a person. */
  async next(appeal: DemoAppeal, consistentWith: string | null): Promise<Step | 'done'> {
    const { district } = appeal;
    const { id } = this.receipt(appeal.name);
    const reader = await this.token(`${district}.controller`);
    const end = Date.now() + STEP_TIMEOUT_MS;
    const executor = (department: string | undefined) => this.executor(district, department);
    const of = appeal.of === undefined ? undefined : this.sent.get(appeal.of)?.id;
    for (;;) {
      const read = await this.options.ask<{ appeal: ReadCard | null }>(READ, { district, id, consistentWith }, reader);
      const step = read.appeal ? nextStep(appeal, progressOf(read.appeal), { executor, of }) : 'wait';
      if (step !== 'wait') return step;
      if (Date.now() > end) throw new Error(`${appeal.name} does not get to ${appeal.until}.`);
      await sleep(POLL_INTERVAL_MS);
    }
  }

  /** Returns the consistency token; null when the step is to be decided again. */
  async perform(appeal: DemoAppeal, { mutation, by, target, input }: Step): Promise<string | null> {
    const { district } = appeal;
    const { id } = this.receipt(appeal.name);
    const official = target && { district, id: target.id, expectedVersion: target.version };
    const key = uuidv5(id, `${mutation} ${target?.version ?? ''}`);
    const token = by === 'resident' ? await this.opened(appeal) : await this.token(`${district}.${by}`);
    return this.outcome(appeal.name, mutation, await this.change(mutation, { ...official, ...input, key }, token));
  }

  private async outcome(name: string, mutation: DemoMutation, answer: Changed): Promise<string | null> {
    if (answer.__typename === 'Change') return answer.consistencyToken;
    if (!RETRYABLE.includes(answer.code)) throw new Error(`${name}, ${mutation}: ${answer.code}`);
    await sleep(POLL_INTERVAL_MS);
    return null;
  }

  async saveTemplates({ districts, templates }: DemoTemplates): Promise<void> {
    for (const district of districts) {
      const token = await this.token(`${district}.admin`);
      for (const template of templates) {
        const input = { ...template, district, key: uuidv5(DEMO, `template ${district} ${template.title}`) };
        const document = `mutation ($input: SaveAnswerTemplateInput!) {
          saveAnswerTemplate(input: $input) { __typename ... on Refusal { code message } } }`;
        const { saveAnswerTemplate: saved } = await this.options.ask<{
          saveAnswerTemplate: { readonly __typename: string } | Refused;
        }>(document, { input }, token);
        if ('code' in saved) throw new Error(`${district}, template «${template.title}»: ${saved.code}`);
      }
    }
  }

  /** What goes with a rating: the resident asks for the answer to be considered again. */
  async requestReopening(appeal: DemoAppeal, reason: string): Promise<void> {
    const key = uuidv5(this.receipt(appeal.name).id, 'requestReopening');
    const answer = await this.change('requestReopening', { key, reason }, await this.opened(appeal));
    if (answer.__typename === 'Refusal') throw new Error(`${appeal.name}, requestReopening: ${answer.code}`);
  }

  private receipt(name: string): DemoReceipt {
    const receipt = this.sent.get(name);
    if (!receipt) throw new Error(`${name} was not submitted.`);
    return receipt;
  }

  private async send(mutation: DemoMutation, input: object, token: string | undefined): Promise<DemoReceipt> {
    const document = `mutation ($input: ${demoInputs[mutation]}!) { ${mutation}(input: $input) { ${receiptFields} } }`;
    type Sent = Record<string, (DemoReceipt & { readonly __typename: 'Receipt' }) | Refused>;
    const answer = (await this.options.ask<Sent>(document, { input }, token))[mutation]!;
    if (answer.__typename === 'Refusal') throw new Error(`${mutation}: ${answer.code}`);
    return answer;
  }

  private async change(mutation: DemoMutation, input: object, token: string): Promise<Changed> {
    const document = `mutation ($input: ${demoInputs[mutation]}!) { ${mutation}(input: $input) {
      __typename ... on Change { consistencyToken } ... on Refusal { code } } }`;
    return (await this.options.ask<Record<string, Changed>>(document, { input }, token))[mutation]!;
  }

  /** A resident's token lives for a quarter of an hour; the appeals for months. */
  private async opened({ name, district }: DemoAppeal): Promise<string> {
    const { number, followUpCode: code } = this.receipt(name);
    const document = `mutation ($district: String!, $number: String!, $code: String!) {
      openAppeal(district: $district, number: $number, code: $code) { ... on OpenedAppeal { token } } }`;
    const { openAppeal } = await this.options.ask<{ openAppeal: { token: string } }>(document, {
      district,
      number,
      code,
    });
    return openAppeal.token;
  }

  private async token(login: string): Promise<string> {
    return (await this.options.tokens.issue(login)).token;
  }

  private async identified(name: string): Promise<string> {
    return (await this.options.tokens.issue(`resident.${name}`, { identified: true })).token;
  }

  /** Of the department's own, where the demonstration has one. */
  private executor(district: string, department: string | undefined): { login: string; id: string } {
    const { directory } = this.options;
    const own: Readonly<Record<string, string>> = { zhilye: 'executor.housing', dorogi: 'executor.roads' };
    const login = own[department ?? ''] ?? 'executor';
    return { login, id: directory.official(`${district}.${login}`)?.id ?? '' };
  }
}

function progressOf({ row, responses, notices }: ReadCard): AppealProgress {
  const waiting = (by: string) => notices.filter(({ way, state }) => way === by && state === 'PENDING');
  return {
    ...row,
    publication: responses[0]?.publication?.stage ?? null,
    calls: waiting('ORAL'),
    letters: waiting('PAPER'),
  };
}

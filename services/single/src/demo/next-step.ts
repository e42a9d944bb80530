import type { DemoAppeal } from './demo-appeal.js';
import type { DemoMutation } from './demo-inputs.js';

/** What the next step of an appeal depends on, from the register. */
export interface AppealProgress {
  readonly id: string;
  readonly regime: string;
  readonly state: string;
  readonly version: number;
  readonly rating: number | null;
  readonly questions: readonly {
    readonly id: string;
    readonly state: string;
    readonly version: number;
    readonly topic?: { readonly code: string } | null;
    readonly department?: { readonly code: string } | null;
    readonly response: { readonly id: string; readonly state: string; readonly version: number } | null;
  }[];
  /** How far the publication of the answer has come; null before it is prepared. */
  readonly publication?: string | null;
  /** The calls that are to be made. */
  readonly calls?: readonly { readonly id: string; readonly version: number }[];
  /** The letters on paper that are to be sent. */
  readonly letters?: readonly { readonly id: string; readonly version: number }[];
}

/** A mutation; its input also has district, key and, for officials, the expected version. */
export interface Step {
  readonly mutation: DemoMutation;
  /** Last part of an official's login; `resident`: the holder of the follow-up code. */
  readonly by: string;
  readonly target?: { readonly id: string; readonly version: number };
  readonly input?: Readonly<Record<string, unknown>>;
}

export interface StepFacts {
  /** Login's last part of the executor for a question of this department. */
  readonly executor: (department: string | undefined) => { readonly login: string; readonly id: string };
  /** Id of the appeal that this one duplicates. */
  readonly of?: string | undefined;
}

/** `done` at the goal, `wait` while a consumer has to act first. Depends on the current state only, so a run can resume. */
export function nextStep(appeal: DemoAppeal, row: AppealProgress, facts: StepFacts): Step | 'done' | 'wait' {
  if (row.state === appeal.until && row.state !== 'ANSWERED') return 'done';
  switch (row.state) {
    case 'RECEIVED':
      return onReceived(appeal, row, facts.of);
    case 'TAKEN_UP':
      return { mutation: 'registerAppeal', by: 'registrar', target: row };
    case 'REGISTERED':
      return onRegistered(appeal, row, facts);
    case 'ANSWERED':
      return onAnswered(appeal, row);
    default:
      return 'done';
  }
}

function onReceived(appeal: DemoAppeal, row: AppealProgress, of: string | undefined): Step {
  const { reason } = appeal;
  const by = { by: 'moderator', target: row };
  if (appeal.until === 'SPAM') return { mutation: 'markAsSpam', ...by, input: { kind: 'OTHER', reason } };
  if (appeal.until === 'DUPLICATE') return { mutation: 'markAsDuplicate', ...by, input: { of } };
  if (appeal.until === 'WITHDRAWN') return { mutation: 'withdrawAppeal', by: 'resident' };
  if (row.regime === 'SOCIAL_MESSAGE') return { mutation: 'takeUpMessage', ...by };
  return { mutation: 'registerAppeal', by: 'registrar', target: row };
}

function onRegistered(appeal: DemoAppeal, row: AppealProgress, facts: StepFacts): Step | 'done' | 'wait' {
  const [question] = row.questions;
  if (!question) return 'wait';
  if (question.state === appeal.until) return 'done';
  const executor = facts.executor(question.department?.code);
  if (appeal.forwardTo) return onForwarded(appeal, row);
  switch (question.state) {
    case 'OPEN':
      return { mutation: 'routeQuestion', by: 'coordinator', target: question, input: UNROUTED };
    case 'ROUTED':
      return { mutation: 'assignExecutor', by: 'coordinator', target: question, input: { executor: executor.id } };
    case 'IN_WORK':
      if (appeal.until === 'RETURNED') return { ...returned(appeal), by: executor.login, target: question };
      return question.response ? onResponse(appeal, row, question.response, executor.login) : 'wait';
    default:
      return 'wait';
  }
}

/** The notice and the letters to the bodies are the proof. What has its end already needs nothing more. */
function onForwarded(forwarded: DemoAppeal, row: AppealProgress): Step | 'wait' {
  const { forwardTo, reason } = forwarded;
  const question = row.questions[0]!;
  if (question.state === 'FORWARDING') return onSigned(forwarded, row.calls?.[0], row.letters?.[0]);
  const input = { to: [forwardTo], reason, keepControl: true };
  return { mutation: 'forwardQuestion', by: 'coordinator', target: question, input };
}

function returned({ reason }: DemoAppeal): Pick<Step, 'mutation' | 'input'> {
  return { mutation: 'returnQuestion', input: { reason } };
}

function onResponse(
  appeal: DemoAppeal,
  { calls = [], letters = [] }: AppealProgress,
  response: NonNullable<AppealProgress['questions'][number]['response']>,
  executor: string,
): Step | 'done' | 'wait' {
  if (response.state === appeal.until) return 'done';
  const target = response;
  const { answer: text, outcome = 'EXPLAINED', promisedUntil, reason } = appeal;
  switch (response.state) {
    case 'OPEN':
      return { mutation: 'draftResponse', by: executor, target, input: { text, outcome, promisedUntil } };
    case 'DRAFTED':
      return appeal.until === 'SENT_BACK'
        ? { mutation: 'sendBackResponse', by: 'approver', target, input: { reason } }
        : { mutation: 'approveResponse', by: 'approver', target };
    case 'APPROVED':
      return { mutation: 'signResponse', by: 'signatory', target };
    case 'SIGNED':
      return onSigned(appeal, calls[0], letters[0]);
    default:
      return 'wait';
  }
}

type Waiting = NonNullable<AppealProgress['calls']>[number] | undefined;

function onSigned({ address }: DemoAppeal, call: Waiting, letter: Waiting): Step | 'wait' {
  const means = address ? 'LETTER' : 'HANDED_OVER';
  if (letter) return { mutation: 'recordPosting', by: 'registrar', target: letter, input: { means } };
  if (!call) return 'wait';
  return { mutation: 'recordOralNotice', by: 'registrar', target: call, input: { outcome: 'AGREES', said: SAID } };
}

/** Where the coordinator sends a question that no rule of the district fits. */
const UNROUTED = { topic: 'drugoe', department: 'obrashcheniya' };
const SAID = 'Ответ прочитан по телефону, заявитель согласен с устным ответом.';

function onAnswered(appeal: DemoAppeal, row: AppealProgress): Step | 'done' {
  const { until, rating, comment } = appeal;
  if (until !== 'RATED' || row.rating !== null) return onRated(appeal, row);
  return { mutation: 'rateAppeal', by: 'resident', input: { score: rating, comment } };
}

/** Prepared by one official, released by another. */
function onRated({ published, answer: text }: DemoAppeal, row: AppealProgress): Step | 'done' {
  const response = row.questions[0]?.response;
  if (!published || response?.state !== 'DISPATCHED') return 'done';
  if (row.publication === 'PROPOSED') return { mutation: 'publishAnswer', by: 'head', target: response };
  if (row.publication) return 'done';
  const input = { ...published, text, ground: 'CIRCLE' };
  return { mutation: 'proposePublication', by: 'coordinator', target: response, input };
}

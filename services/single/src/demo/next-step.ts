import type { DemoAppeal } from './demo-appeal.js';

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
    readonly response: { readonly id: string; readonly state: string; readonly version: number } | null;
  }[];
}

/** A mutation; its input also has district, key and, for officials, the expected version. */
export interface Step {
  readonly mutation: string;
  /** Last part of an official's login; `resident`: the holder of the follow-up code. */
  readonly by: string;
  readonly target?: { readonly id: string; readonly version: number };
  readonly input?: Readonly<Record<string, unknown>>;
}

/** `done` at the goal, `wait` while a consumer has to act first. Depends on the current state only, so a run can resume. */
export function nextStep(
  appeal: DemoAppeal,
  row: AppealProgress,
  facts: { readonly executor: string; readonly of?: string | undefined },
): Step | 'done' | 'wait' {
  if (row.state === appeal.until) return 'done';
  switch (row.state) {
    case 'RECEIVED':
      return onReceived(appeal, row, facts.of);
    case 'TAKEN_UP':
      return { mutation: 'registerAppeal', by: 'registrar', target: row };
    case 'REGISTERED':
      return onRegistered(appeal, row, facts.executor);
    case 'ANSWERED':
      return onAnswered(appeal, row);
    default:
      return 'done';
  }
}

function onReceived(appeal: DemoAppeal, row: AppealProgress, of: string | undefined): Step {
  const { reason } = appeal;
  const by = { by: 'moderator', target: row };
  if (appeal.until === 'SPAM') return { mutation: 'markAsSpam', ...by, input: { reason } };
  if (appeal.until === 'DUPLICATE') return { mutation: 'markAsDuplicate', ...by, input: { of } };
  if (appeal.until === 'WITHDRAWN') return { mutation: 'withdrawAppeal', by: 'resident' };
  if (row.regime === 'SOCIAL_MESSAGE') return { mutation: 'takeUpMessage', ...by };
  return { mutation: 'registerAppeal', by: 'registrar', target: row };
}

function onRegistered(appeal: DemoAppeal, row: AppealProgress, executor: string): Step | 'done' | 'wait' {
  const [question] = row.questions;
  if (!question) return 'wait';
  if (question.state === appeal.until) {
    return 'done';
  }
  if (question.state === 'ROUTED')
    return { mutation: 'assignExecutor', by: 'coordinator', target: question, input: { executor } };
  if (question.state !== 'IN_WORK' || !question.response) return 'wait';
  return onResponse(appeal, question.response);
}

function onResponse(
  appeal: DemoAppeal,
  response: NonNullable<AppealProgress['questions'][number]['response']>,
): Step | 'done' | 'wait' {
  if (response.state === appeal.until) return 'done';
  const target = response;
  switch (response.state) {
    case 'OPEN':
      return {
        mutation: 'draftResponse',
        by: 'executor',
        target,
        input: { text: appeal.answer, outcome: 'EXPLAINED' },
      };
    case 'DRAFTED':
      return appeal.until === 'SENT_BACK'
        ? { mutation: 'sendBackResponse', by: 'approver', target, input: { reason: appeal.reason } }
        : { mutation: 'approveResponse', by: 'approver', target };
    case 'APPROVED':
      return { mutation: 'signResponse', by: 'signatory', target };
    default:
      return 'wait';
  }
}

function onAnswered({ until, rating, comment }: DemoAppeal, row: AppealProgress): Step | 'done' {
  if (until !== 'RATED' || row.rating !== null) return 'done';
  return { mutation: 'rateAppeal', by: 'resident', input: { score: rating, comment } };
}

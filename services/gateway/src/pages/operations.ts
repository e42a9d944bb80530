import type { ErrorCode } from '@otklik/contracts/error-codes';
import type { Receipt, ResidentAppeal } from '@otklik/contracts/generated/graphql';
import type { OperationContext } from '@otklik/host/graphql';
import type { Execute } from '../graphql/execute.js';

/** The operation failed or was refused; the message is for the reader, in the language of the request. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    override readonly message: string,
    readonly code: ErrorCode | 'REFUSED',
    /** Path of the invalid input field. */
    readonly path?: string,
  ) {
    super(message);
  }
}

const submit = `mutation ($input: SubmitAppealInput!) {
  submitAppeal(input: $input) {
    ... on Receipt { number followUpCode receivedAt token consistencyToken }
    ... on Refusal { message }
  }
}`;
const open = `mutation ($district: String!, $number: String!, $code: String!) {
  openAppeal(district: $district, number: $number, code: $code) {
    ... on OpenedAppeal { token }
    ... on Refusal { message }
  }
}`;
const follow = `query ($consistentWith: String) {
  residentAppeal(consistentWith: $consistentWith) {
    receipt number registeredOn state regime receivedAt text supplements { text at } dueOn departments
    answers { text outcome signedBy signedAt } rating allowedActions steps { title at } stale
  }
}`;
const rate = `mutation ($input: RateAppealInput!) {
  rateAppeal(input: $input) { ... on Change { consistencyToken } ... on Refusal { message } }
}`;

export interface Submission {
  readonly district: string;
  readonly key: string;
  readonly text: string;
  readonly name?: string | undefined;
  readonly contact?: string | undefined;
  readonly place?: { readonly text: string } | undefined;
  readonly files: readonly string[];
}

export type SubmittedReceipt = Pick<Receipt, 'number' | 'followUpCode' | 'receivedAt' | 'token' | 'consistencyToken'>;

/** The GraphQL operations of the pages, run in process with the reader's rights and limits. Throw `Refused`. */
export class PageOperations {
  constructor(private readonly execute: Execute) {}

  submit(context: OperationContext, input: Submission): Promise<SubmittedReceipt> {
    return this.run(context, submit, { input }, 'submitAppeal');
  }

  open(
    context: OperationContext,
    opening: { district: string; number: string; code: string },
  ): Promise<{ token: string }> {
    return this.run(context, open, opening, 'openAppeal');
  }

  follow(context: OperationContext, consistentWith: string | undefined): Promise<ResidentAppeal | null> {
    return this.run(context, follow, { consistentWith }, 'residentAppeal');
  }

  rate(
    context: OperationContext,
    input: { key: string; score: number; comment: string },
  ): Promise<{ consistencyToken: string }> {
    return this.run(context, rate, { input }, 'rateAppeal');
  }

  private async run<Answer>(
    context: OperationContext,
    query: string,
    variables: Readonly<Record<string, unknown>>,
    field: string,
  ): Promise<Answer> {
    const { body } = await this.execute({ query, variables }, context);
    const [error] = body.errors ?? [];
    if (error) {
      const { code, path } = error.extensions ?? {};
      throw new Refused(error.message, code as ErrorCode, path as string | undefined);
    }
    const answer = (body.data as Record<string, unknown>)[field];
    const { message } = (answer ?? {}) as { readonly message?: string };
    if (message !== undefined) throw new Refused(message, 'REFUSED');
    return answer as Answer;
  }
}

import { useCallback, useRef, useState } from 'react';
import type { TypedDocumentString } from '../generated/graphql.js';
import { connectionLost, connectionWorks } from './connection.js';
import { failureOf, signIn, type Failure } from './failure.js';
import { client, operation } from './graphql-client.js';

const RETRY_DELAY_MS = 3_000;

export interface Refused {
  readonly code: string;
  readonly message: string;
  readonly current?: number | null;
}

/** A command's end: what it changed, the rule that said no, or why it could not be asked. */
export type Outcome<Change> =
  | { readonly kind: 'done'; readonly change: Change }
  | { readonly kind: 'refused'; readonly refusal: Refused }
  | { readonly kind: 'failed'; readonly failure: Failure };

type Answer = { readonly __typename?: string };
/** The members of a mutation's union that are not `Refusal`. */
export type ChangeOf<Result> = Exclude<NonNullable<Result[keyof Result]>, { __typename: 'Refusal' }>;

/** Idempotency key of one act. Made before the first try: a retry after a lost answer repeats nothing. */
export function newKey(): string {
  if (globalThis.isSecureContext) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export interface SendOptions {
  /** No connection: the act waits and is sent with the same key when it is back. */
  readonly onWaiting?: () => void;
  readonly signal?: AbortSignal;
}

/** Sends a mutation with one root field; without a connection it is repeated until an answer comes. */
export async function sendCommand<Result extends object, Variables extends object>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  { onWaiting, signal }: SendOptions = {},
): Promise<Outcome<ChangeOf<Result>>> {
  for (;;) {
    const answer = await ask(document, variables);
    if (answer.kind !== 'failed') return answer;
    if (answer.failure.code === 'UNAUTHENTICATED') signIn();
    if (answer.failure.code !== 'NETWORK' || signal?.aborted) return answer;
    connectionLost();
    onWaiting?.();
    await new Promise((resolve) => setTimeout(resolve, RETRY_DELAY_MS));
  }
}

async function ask<Result extends object, Variables extends object>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
): Promise<Outcome<ChangeOf<Result>>> {
  const { data, error } = await client.mutation(operation(document), variables).toPromise();
  if (!data) return { kind: 'failed', failure: error ? failureOf(error) : { code: 'NETWORK', message: '' } };
  connectionWorks();
  return outcomeOf<Result>(data as Result);
}

function outcomeOf<Result extends object>(data: Result): Outcome<ChangeOf<Result>> {
  const [answer] = Object.values(data) as Answer[];
  if (answer?.__typename === 'Refusal') return { kind: 'refused', refusal: answer as unknown as Refused };
  return { kind: 'done', change: answer as ChangeOf<Result> };
}

export type CommandState = 'idle' | 'sending' | 'waiting';

/** A command of a button: its state, and the words of what went wrong, to be shown at that button. */
export function useCommand<Result extends object, Variables extends object>(
  document: TypedDocumentString<Result, Variables>,
) {
  const [state, setState] = useState<CommandState>('idle');
  const [problem, setProblem] = useState<Refused | Failure>();
  const running = useRef(false);
  const send = useCallback(
    async (variables: Variables): Promise<ChangeOf<Result> | undefined> => {
      if (running.current) return undefined;
      running.current = true;
      setState('sending');
      setProblem(undefined);
      const outcome = await sendCommand(document, variables, { onWaiting: () => setState('waiting') });
      running.current = false;
      setState('idle');
      if (outcome.kind === 'done') return outcome.change;
      setProblem(outcome.kind === 'refused' ? outcome.refusal : outcome.failure);
      return undefined;
    },
    [document],
  );
  return { send, state, problem, forget: () => setProblem(undefined) };
}

/** One item's end of a mutation of many; `problem` is a refusal's or an error's message. */
export interface BulkItemResult {
  readonly id: string;
  readonly problem?: string;
}

interface BulkAnswer {
  readonly id: string;
  readonly result: { readonly __typename?: string; readonly message?: string };
}

const MAX_BULK_ITEMS = 100;

/** Sends a mutation of many in parts of a hundred; without a connection it is repeated with the same keys. */
export async function sendBulk<Result extends object>(
  document: TypedDocumentString<Result, object>,
  { district, items }: { readonly district: string; readonly items: readonly { readonly id: string }[] },
  options: SendOptions,
): Promise<readonly BulkItemResult[]> {
  const results: BulkItemResult[] = [];
  for (let at = 0; at < items.length; at += MAX_BULK_ITEMS) {
    const part = items.slice(at, at + MAX_BULK_ITEMS);
    const outcome = await sendCommand(document, { input: { district, items: part } }, options);
    if (outcome.kind === 'done') results.push(...(outcome.change as unknown as readonly BulkAnswer[]).map(bulkItem));
    else if (outcome.kind === 'failed' && outcome.failure.code !== 'NETWORK')
      results.push(...part.map(({ id }) => ({ id, problem: outcome.failure.message })));
  }
  return results;
}

function bulkItem({ id, result }: BulkAnswer): BulkItemResult {
  return result.__typename === 'Refusal' ? { id, problem: result.message ?? '' } : { id };
}

import { useCallback, useRef, useState } from 'react';
import type { TypedDocumentString } from '../generated/graphql.js';
import { send as sendAttempt, useOutbox } from './acts.js';
import type { Failure } from './failure.js';
import { endOf, type ActEnd, type Outbox } from './outbox.js';

/** The members of a mutation's union that are not `Refusal`. */
export type ChangeOf<Result> = Exclude<NonNullable<Result[keyof Result]>, { __typename: 'Refusal' }>;

/** A command's end: what it changed, or the rule or error that said no. */
export type Outcome<Change> =
  { readonly kind: 'done'; readonly change: Change } | { readonly kind: 'failed'; readonly problem: Failure };

interface Keyed {
  readonly input: { readonly key: string };
}

/** Acts of a button, whose end is shown at the button and in no list. */
const BUTTONS = 'buttons';

/**
 * Sends mutations with one root field, each once: it goes through the outbox, so without a connection, or when the tab is
 * killed, it waits and is repeated with the same key. `onWaiting`: there is no connection now.
 */
export function useSend() {
  const outbox = useOutbox();
  return useCallback(
    async <Result extends object, Variables extends Keyed>(
      document: TypedDocumentString<Result, Variables>,
      variables: Variables,
      onWaiting?: () => void,
    ): Promise<Outcome<ChangeOf<Result>>> => {
      const { key } = variables.input;
      const label = globalThis.document.title;
      const ended = outbox.put({
        ...{ key, list: BUTTONS, item: key, label, done: '' },
        ...{ document: document.toString(), variables: Object.fromEntries(Object.entries(variables)) },
      });
      const stop = onWaiting && whenOffline(outbox, key, onWaiting);
      const end = await ended;
      stop?.();
      return outcomeOf<ChangeOf<Result>>(end);
    },
    [outbox],
  );
}

function whenOffline(outbox: Outbox, key: string, run: () => void): () => void {
  return outbox.subscribe(() => {
    const state = outbox.acts.find((act) => act.key === key)?.state;
    if (state?.is === 'WAITING' && state.offline) run();
  });
}

function outcomeOf<Change>(end: ActEnd): Outcome<Change> {
  if (end.is === 'DONE') return { kind: 'done', change: end.data as Change };
  if (end.is === 'CANCELLED') return { kind: 'failed', problem: { code: 'CANCELLED', message: '' } };
  const { is: _is, at: _at, ...problem } = end;
  return { kind: 'failed', problem };
}

/**
 * Sends a mutation once, at once, and keeps it nowhere in the browser: it carries a secret. Without a connection it fails,
 * and the form, which still holds its key, may send it again.
 */
export function useSendUnkept() {
  return useCallback(
    async <Result extends object, Variables extends Keyed>(
      document: TypedDocumentString<Result, Variables>,
      variables: Variables,
    ): Promise<Outcome<ChangeOf<Result>>> => {
      const reply = await sendAttempt(document.toString(), Object.fromEntries(Object.entries(variables)));
      if (reply.is === 'NO_CONNECTION') return { kind: 'failed', problem: { code: 'NETWORK', message: '' } };
      return outcomeOf<ChangeOf<Result>>(endOf(reply, Date.now()));
    },
    [],
  );
}

export type CommandState = 'idle' | 'sending' | 'waiting';

/** A command of a button: its state, and the words of what went wrong, to be shown at that button. */
export function useCommand<Result extends object, Variables extends Keyed>(
  document: TypedDocumentString<Result, Variables>,
) {
  return useCommandBy(useSend(), document);
}

/** The same of a command that carries a secret. */
export function useUnkeptCommand<Result extends object, Variables extends Keyed>(
  document: TypedDocumentString<Result, Variables>,
) {
  return useCommandBy(useSendUnkept(), document);
}

function useCommandBy<Result extends object, Variables extends Keyed>(
  sendOne: ReturnType<typeof useSend>,
  document: TypedDocumentString<Result, Variables>,
) {
  const [state, setState] = useState<CommandState>('idle');
  const [problem, setProblem] = useState<Failure>();
  const running = useRef(false);
  const send = useCallback(
    async (variables: Variables): Promise<ChangeOf<Result> | undefined> => {
      if (running.current) return undefined;
      running.current = true;
      setState('sending');
      setProblem(undefined);
      const outcome = await sendOne(document, variables, () => setState('waiting'));
      running.current = false;
      setState('idle');
      if (outcome.kind === 'done') return outcome.change;
      setProblem(outcome.problem);
      return undefined;
    },
    [document, sendOne],
  );
  return { send, state, problem, forget: () => setProblem(undefined) };
}

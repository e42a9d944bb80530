import { useCallback, useRef, useState } from 'react';
import type { TypedDocumentString } from '../generated/graphql.js';
import { send as sendAttempt, useOutbox } from './use-outbox.js';
import type { Failure } from './failure.js';
import { endOf, type CommandEnd, type Outbox } from './outbox.js';

/** The members of a mutation's union that are not `Refusal`. */
export type ChangeOf<Result> = Exclude<NonNullable<Result[keyof Result]>, { __typename: 'Refusal' }>;

/** A command's end: what it changed, or the rule or error that said no. */
export type Outcome<Change> =
  { readonly kind: 'done'; readonly change: Change } | { readonly kind: 'failed'; readonly problem: Failure };

interface Keyed {
  readonly input: { readonly key: string };
}

/** Commands of a button, whose end is shown at the button and in no list. */
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
        key,
        list: BUTTONS,
        item: key,
        label,
        done: '',
        document: document.toString(),
        variables: Object.fromEntries(Object.entries(variables)),
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
    const state = outbox.commands.find((one) => one.key === key)?.state;
    if (state?.is === 'WAITING' && state.offline) run();
  });
}

function outcomeOf<Change>(end: CommandEnd): Outcome<Change> {
  if (end.is === 'DONE') return { kind: 'done', change: end.data as Change };
  if (end.is === 'CANCELLED') return { kind: 'failed', problem: { code: 'CANCELLED', message: '' } };
  const { is: _is, at: _at, ...problem } = end;
  return { kind: 'failed', problem };
}

/**
 * Sends a mutation once, at once, and keeps it nowhere in the browser: it carries a secret. Without a connection it fails,
 * and the form, which still holds its key, may send it again.
 */
async function sendUnkept<Result extends object, Variables extends Keyed>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
): Promise<Outcome<ChangeOf<Result>>> {
  const reply = await sendAttempt(document.toString(), Object.fromEntries(Object.entries(variables)));
  if (reply.is === 'NO_CONNECTION') return { kind: 'failed', problem: { code: 'NETWORK', message: '' } };
  return outcomeOf<ChangeOf<Result>>(endOf(reply, Date.now()));
}

export type SendingState = 'idle' | 'sending' | 'waiting';

/**
 * Sends commands, one at a time on each `subject`, and keeps their states and the words of what went wrong last, to be shown at
 * the button.
 */
export function useSender() {
  return useSenderBy(useSend());
}

function useSenderBy(sendOne: ReturnType<typeof useSend>) {
  const [states, setStates] = useState<Readonly<Record<string, SendingState>>>({});
  const [problem, setProblem] = useState<Failure>();
  const running = useRef(new Set<string>());
  const send = useCallback(
    async <Result extends object, Variables extends Keyed>(
      document: TypedDocumentString<Result, Variables>,
      variables: Variables,
      subject = '',
    ): Promise<ChangeOf<Result> | undefined> => {
      if (running.current.has(subject)) return undefined;
      const become = (state: SendingState): void => setStates((all) => ({ ...all, [subject]: state }));
      running.current.add(subject);
      become('sending');
      setProblem(undefined);
      const outcome = await sendOne(document, variables, () => become('waiting'));
      running.current.delete(subject);
      become('idle');
      if (outcome.kind === 'done') return outcome.change;
      setProblem(outcome.problem);
      return undefined;
    },
    [sendOne],
  );
  const stateOf = (subject = ''): SendingState => states[subject] ?? 'idle';
  return { send, stateOf, problem, forget: () => setProblem(undefined) };
}

/** A command of a button. */
export function useCommand<Result extends object, Variables extends Keyed>(
  document: TypedDocumentString<Result, Variables>,
) {
  return useCommandBy(useSender(), document);
}

/** The same of a command that carries a secret. */
export function useUnkeptCommand<Result extends object, Variables extends Keyed>(
  document: TypedDocumentString<Result, Variables>,
) {
  return useCommandBy(useSenderBy(sendUnkept), document);
}

function useCommandBy<Result extends object, Variables extends Keyed>(
  { send, stateOf, problem, forget }: ReturnType<typeof useSender>,
  document: TypedDocumentString<Result, Variables>,
) {
  const sendIt = useCallback((variables: Variables) => send(document, variables), [document, send]);
  return { send: sendIt, state: stateOf(), problem, forget };
}

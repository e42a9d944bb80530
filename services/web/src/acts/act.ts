import type { ReactNode } from 'react';
import type { ChangeOf, Outcome, useSend } from '../frame/command.js';
import type { Failure } from '../frame/failure.js';
import type { Action } from '../generated/enumerations.js';
import type { TypedDocumentString } from '../generated/graphql.js';

/** What an act changes: the version that it expects, and what the server permits. */
export interface Subject {
  readonly id: string;
  readonly version: number;
  readonly allowedActions: readonly Action[];
}

/** What the input of every mutation begins with. */
export interface Target {
  readonly district: string;
  readonly id: string;
  /** The idempotency key. */
  readonly key: string;
  readonly expectedVersion: number;
}

/** What a mutation's root field answers. */
export interface Changed {
  readonly consistencyToken: string;
}

/** The dialog of an act. */
export interface FormProps<Filled> {
  readonly open: boolean;
  readonly onClose: () => void;
  /** Answers whether the act was done. */
  readonly onSend: (filled: Filled) => Promise<boolean>;
  /** What the server answered to the last attempt, of those codes that the form itself shows. */
  readonly asked: Failure | undefined;
}

/** One of several that an act may be done with: a letter, another question. */
export interface Item {
  readonly id: string;
}

interface Declared<Scope, Input extends Target, Filled, One extends Item> {
  /** The value of `allowedActions` that offers it. */
  readonly allowed: Action;
  readonly document: TypedDocumentString<object, { input: Input }>;
  /** What it changes; absent: there is nothing to be changed. */
  readonly of: (scope: Scope) => Subject | null | undefined;
  /** Where what the server permits makes no sense on the screen. */
  readonly when?: (scope: Scope) => boolean;
  /** It is offered once with each of them. */
  readonly each?: (scope: Scope) => readonly One[];
  /** The word of its button, of its line in the palette and of its key in the list of keys. */
  readonly words: (scope: Scope, one: One) => string;
  /** A physical key, `KeyR`. */
  readonly shortcut?: string;
  /** `main`: the next step, the one filled button of the screen. */
  readonly look?: 'main';
  /** What is asked before it is sent. */
  readonly form?: (props: FormProps<Filled>, scope: Scope, one: One) => ReactNode;
  /** Refusals that are questions: the form shows them. */
  readonly asks?: readonly string[];
  /** The fields of the input beside its target. */
  readonly input?: (filled: Filled, scope: Scope, one: One) => Omit<Input, keyof Target>;
}

type Send = ReturnType<typeof useSend>;

/** An act on what stands in `Scope`, done with `Filled` and one of the items. Screens offer it; they know nothing of its mutation. */
export interface Act<Scope, Filled = never, One extends Item = never> {
  readonly allowed: Action;
  readonly shortcut?: string;
  readonly look?: 'main';
  readonly asks: readonly string[];
  readonly hasForm: boolean;
  of(scope: Scope): Subject | null | undefined;
  /** With which it is offered now: none, it is not offered; `undefined` in place of an item where it needs none. */
  offers(scope: Scope): readonly (One | undefined)[];
  words(scope: Scope, one: One | undefined): string;
  form(props: FormProps<Filled>, scope: Scope, one: One | undefined): ReactNode;
  send(by: Send, target: Target, to: Sent<Scope, Filled, One>, onWaiting: () => void): Promise<Outcome<Changed>>;
}

export interface Sent<Scope, Filled, One> {
  readonly scope: Scope;
  readonly filled: Filled;
  readonly one?: One | undefined;
}

/** An act, said once: its button, its key, its line in the palette, its dialog and its mutation. */
export function defineAct<Scope, Input extends Target, Filled = undefined, One extends Item = Item>(
  declared: Declared<Scope, Input, Filled, One>,
): Act<Scope, Filled, One> {
  const { allowed, document, of, when, each, words, shortcut, look, form, asks = [], input } = declared;
  const isOffered = (scope: Scope): boolean =>
    of(scope)?.allowedActions.includes(allowed) === true && when?.(scope) !== false;
  return {
    ...{ allowed, of, asks, hasForm: form !== undefined },
    ...(shortcut === undefined ? {} : { shortcut }),
    ...(look === undefined ? {} : { look }),
    offers: (scope) => (isOffered(scope) ? (each?.(scope) ?? [undefined]) : []),
    words: (scope, one) => words(scope, one as One),
    form: (props, scope, one) => form?.(props, scope, one as One),
    send: async (by, target, { filled, scope, one }, onWaiting) => {
      const fields = input?.(filled, scope, one as One) ?? {};
      const sent = await by(document, { input: { ...target, ...fields } as Input }, onWaiting);
      return sent as Outcome<ChangeOf<object> & Changed>;
    },
  };
}

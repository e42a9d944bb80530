import type { ReactNode } from 'react';
import type { Failure } from '../frame/failure.js';
import type { Action } from '../generated/enumerations.js';
import { titlesOfAction } from '../generated/titles.js';
import type { TypedDocumentString } from '../generated/graphql.js';
import { language } from '../words/words.js';

/** What an act changes: the version that it expects, and what the server permits. */
export interface Subject {
  readonly id: string;
  readonly version: number;
  /** Absent where the screen itself knows what may be done. */
  readonly allowedActions?: readonly Action[];
}

/** Of an act on the scope itself. */
export function itself(subject: Subject): Subject {
  return subject;
}

/** What the input of every mutation begins with. */
export interface Target {
  readonly district: string;
  readonly id: string;
  /** The idempotency key. */
  readonly key: string;
  readonly expectedVersion: number;
}

/** The input of a mutation of many. */
export interface Many<One = unknown> {
  readonly district: string;
  readonly items: (Omit<Target, 'district'> & One)[];
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
  /** The refusal of the last attempt, where the form answers it. */
  readonly problem?: Failure | undefined;
}

/** One of several that an act may be done with: a letter, another question. */
export interface Item {
  readonly id: string;
}

/** The fields of a mutation's input beside its target. */
export type Fields<Input extends Target> = Omit<Input, keyof Target>;

/** Beside the next step, or a group of the menu. */
export type CardPlace = 'daily' | 'question' | 'term' | 'card';

interface NextStep<Scope> {
  readonly when: (scope: Scope) => boolean;
  readonly words?: () => string;
}

/** What takes an act back while nothing has left: another act on the same thing, recorded like every act. */
export interface Inverse {
  readonly act: { readonly document: TypedDocumentString<object, { input: Target }> };
  /** Of its input, beside the target. */
  readonly fields: object;
  /** What the same form did to other things. */
  readonly also?: readonly (Omit<Inverse, 'also'> & Pick<Subject, 'id' | 'version'>)[];
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
  /** The word of its button, of its line in the palette and of its key in the list of keys. Absent: the title of the action. */
  readonly words?: (scope: Scope, one: One) => string;
  /** A physical key, `KeyR`. */
  readonly shortcut?: string;
  /** `main`: the next step, the one filled button of the screen. */
  readonly look?: 'main';
  /** Where it is on the card while it is not the next step; absent: in the menu, with what is done with the question. */
  readonly place?: CardPlace;
  /** When it is the next step on the card, and what its button says then. */
  readonly next?: NextStep<Scope>;
  /** Said under its line of the menu: what the law or the rules say of it. */
  readonly note?: (scope: Scope) => string | undefined;
  /** What is asked before it is sent. */
  readonly form?: (props: FormProps<Filled>, scope: Scope, one: One) => ReactNode;
  /** Codes of refusals that the form answers: they are questions to the official. */
  readonly answers?: readonly string[];
  /** The result, as shown beside the queue afterwards. */
  readonly done?: (filled: Filled, scope: Scope) => string;
  /** By what it can be taken back for some seconds; undefined: it cannot. `scope`: as it was before. */
  readonly undo?: (scope: Scope, one: One, filled: Filled) => Inverse | undefined;
  /** The mutation of many at once: each has its target and the same fields. */
  readonly many?: TypedDocumentString<object, { input: Many<Fields<Input>> }>;
  /** The fields of the input beside its target, where they are not what was filled in. */
  readonly input?: (filled: Filled, scope: Scope, one: One) => Fields<Input>;
}

/** An act on a `Scope`, done with `Filled` and one of the items. Screens offer it without knowing its mutation. */
export interface Act<Scope, Filled = never, One extends Item = Item> {
  readonly allowed: Action;
  readonly shortcut?: string;
  readonly look?: 'main';
  readonly place?: CardPlace;
  readonly next?: NextStep<Scope>;
  note(scope: Scope): string | undefined;
  readonly answers: readonly string[];
  readonly hasForm: boolean;
  readonly document: TypedDocumentString<object, { input: Target }>;
  readonly many: TypedDocumentString<object, { input: Many }> | undefined;
  of(scope: Scope): Subject | null | undefined;
  /** With which it is offered now: none, it is not offered; `undefined` in place of an item where it needs none. */
  offers(scope: Scope): readonly (One | undefined)[];
  words(scope: Scope, one?: One): string;
  readonly done: (filled: Filled, scope: Scope) => string;
  undo(scope: Scope, one?: One, filled?: Filled): Inverse | undefined;
  form(props: FormProps<Filled>, scope: Scope, one: One | undefined): ReactNode;
  inputOf(target: Target, sent: Sent<Scope, Filled, One>): Target;
}

/** An act that is done with nothing beside its target. */
export type Nothing = Record<never, never>;

/** An act whose dialog asks what it is done with. */
export type FormAct<Scope, Filled = never, One extends Item = Item> = Act<Scope, Filled, One> & {
  readonly hasForm: true;
};

/** What an act is done with. */
export interface Sent<Scope, Filled, One> {
  readonly scope: Scope;
  readonly filled: Filled;
  readonly one?: One | undefined;
}

/** An act, said once: its button, its key, its dialog, its mutation, and what is said of it afterwards. */
export function defineAct<Scope, Input extends Target, Filled = Fields<Input>, One extends Item = Item>(
  declared: Declared<Scope, Input, Filled, One> & Required<Pick<Declared<Scope, Input, Filled, One>, 'form'>>,
): FormAct<Scope, Filled, One>;
export function defineAct<Scope, Input extends Target, Filled = Fields<Input>, One extends Item = Item>(
  declared: Declared<Scope, Input, Filled, One>,
): Act<Scope, Filled, One>;
export function defineAct<Scope, Input extends Target, Filled, One extends Item>(
  declared: Declared<Scope, Input, Filled, One>,
): Act<Scope, Filled, One> {
  const { allowed, document, many, of, when, each, done, form, undo, answers = [], input } = declared;
  const words = declared.words ?? (() => actionTitle(allowed));
  const isOffered = (scope: Scope): boolean =>
    of(scope)?.allowedActions?.includes(allowed) === true && when?.(scope) !== false;
  return {
    ...declared,
    answers,
    hasForm: form !== undefined,
    note: (scope) => declared.note?.(scope),
    document: document as Act<Scope>['document'],
    many: many as Act<Scope>['many'],
    offers: (scope) => (isOffered(scope) ? (each?.(scope) ?? [undefined]) : []),
    words: (scope, one) => words(scope, one as One),
    done: (filled, scope) => done?.(filled, scope) ?? words(scope, undefined as never),
    undo: (scope, one, filled) => undo?.(scope, one as One, filled as Filled),
    form: (props, scope, one) => form?.(props, scope, one as One),
    inputOf: (target, { filled, scope, one }) => ({
      ...target,
      ...(input ? input(filled, scope, one as One) : (filled as Fields<Input>)),
    }),
  };
}

/** The title that `Action` has, as a word of a button. */
export function actionTitle(action: Action): string {
  const title = titlesOfAction[action][language];
  return `${title.slice(0, 1).toUpperCase()}${title.slice(1)}`;
}

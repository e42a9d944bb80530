import type { Actor, District, Role } from '@otklik/tenancy';

export type Language = 'ru' | 'en';

/** Context of a GraphQL operation, made by the gateway for each request or socket message. */
export interface RequestContext {
  readonly actor: Actor;
  readonly language: Language;
  /** Appears in logs and in masked errors. */
  readonly requestId: string;
  readonly traceparent?: string;
  /** When the token expires, ms since 1970; subscriptions end then. */
  readonly expiresAt?: number;
}

/** What becomes known of an operation while it runs, for its log line. */
export interface ObservedOperation {
  district?: number;
  role?: string;
  /** Code of the refusal that a mutation answered. */
  refusal?: string;
}

/** Context of a root field's resolver: its access rule has been applied. */
export interface PermittedContext extends RequestContext {
  /** The role that permitted the operation; goes into the event's actor. */
  readonly role: Role;
  /** The access rule: the roles that may ask for the field. */
  readonly rule: readonly Role[];
  readonly observed?: ObservedOperation;
  /**
   * The sender's unit of limits by address (`networkOf`), of an operation for anyone; absent for the process's own. For what counts once
   * for all behind it: it is kept as a keyed hash at most, and never logged.
   */
  readonly network?: string;
  /** From the field's `district` argument or its input; absent for fields without one. */
  readonly district?: District;
  /** From a `districts` argument: all of them, each permitted. */
  readonly districts?: readonly District[];
}

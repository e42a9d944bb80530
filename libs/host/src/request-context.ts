import type { Actor, District, Role } from '@otklik/tenancy';

export type Language = 'ru' | 'en';

/** What surrounds a GraphQL operation. Made by the gateway for each request or socket message. */
export interface RequestContext {
  readonly actor: Actor;
  readonly language: Language;
  /** Of the request; in logs and in masked errors. */
  readonly requestId: string;
  readonly traceparent?: string;
  /** When the token runs out, ms since 1970; live fields end then. */
  readonly expiresAt?: number;
}

/** What a root field's resolver gets: its access rule has been applied. */
export interface PermittedContext extends RequestContext {
  /** The role that permitted the operation; goes into the event's actor. */
  readonly role: Role;
  /** The access rule: the roles that may ask for the field. */
  readonly rule: readonly Role[];
  /** Of the field's `district` argument or its input's; absent for fields without one. */
  readonly district?: District;
  /** Of a `districts` argument: all of them, each permitted. */
  readonly districts?: readonly District[];
}

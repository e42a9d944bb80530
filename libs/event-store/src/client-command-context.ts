import type { Actor, Departments, District } from '@otklik/tenancy';
import type { CommandContext } from './command-handler.js';

/** The context of a command that a client sent: the access rule of its operation has been applied. */
export interface ClientCommandContext extends CommandContext {
  readonly fingerprint: string;
  /** The client; the envelope's `actor` is what of it is recorded. */
  readonly sender: Actor;
  /** The district that the operation names, or the one of the resident's token. */
  readonly inDistrict: District;
  /** Codes of the departments in which the sender's roles, or those of whom he substitutes, permit the operation. */
  readonly mayActIn: Departments;
}

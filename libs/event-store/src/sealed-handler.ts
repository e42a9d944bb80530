import type { Transaction } from '@otklik/tenancy';
import { sealOrRefuse, type Vault } from '@otklik/vault';
import { CommandHandler, type DomainEvent, type HandlerDependencies, type Sealing } from './command-handler.js';
import { commandSets, type CommandSet } from './command-set.js';

export interface SealedAggregate<State, Command, Event extends DomainEvent>
  extends Omit<HandlerDependencies<State, Command, Event>, 'sealing'>, Pick<Sealing<State, Event>, 'personOf'> {
  readonly vault: Vault;
  /** The refusal of a command that would write about an erased person. */
  readonly refusal: string;
}

/** `commandSets` of an aggregate whose personal fields are sealed under its person's key. */
export function sealedCommandSets<State, Command, Event extends DomainEvent>({
  vault,
  personOf,
  refusal,
  ...dependencies
}: SealedAggregate<State, Command, Event>): (tx: Transaction) => CommandSet<State, Command> {
  return commandSets({ ...dependencies, sealing: { personOf, seal: sealOrRefuse(vault, refusal) } });
}

/** The command handler of an aggregate whose personal fields are sealed under its person's key. */
export function sealedCommandHandler<State, Command, Event extends DomainEvent>({
  vault,
  personOf,
  refusal,
  ...dependencies
}: SealedAggregate<State, Command, Event>): CommandHandler<State, Command, Event> {
  return new CommandHandler({ ...dependencies, sealing: { personOf, seal: sealOrRefuse(vault, refusal) } });
}

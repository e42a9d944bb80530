import type { ClientCommandContext } from '@otklik/event-store';
import type { Clock } from '@otklik/kernel';
import { mayActIn, type District } from '@otklik/tenancy';
import type { Secrets } from '@otklik/vault';
import { commandContext } from '../command-context.js';
import { BadInput, NotFound } from '../input.js';
import type { PermittedContext } from '../request-context.js';

/** Fields common to the inputs of mutations. */
export interface CommandInput {
  /** Id of the stream that changes; a resident's command concerns the appeal of the token. */
  readonly id?: string;
  readonly key?: string;
  readonly expectedVersion?: number;
}

/** What the envelope of a command is made with. */
export type Envelope = Parameters<typeof commandContext>[4];

const MAX_VERSION = 2_147_483_647;

export function envelopeOf(clock: Clock, secrets: Secrets): Envelope {
  return { now: () => clock.now(), secret: (purpose) => secrets.of(purpose) };
}

/** The context of the command `operation`. `path`: of the input, for its faults. Throws `BadInput`, `NotFound`. */
export function clientContext(
  envelope: Envelope,
  operation: string,
  input: CommandInput,
  permitted: PermittedContext,
  path = 'input',
): ClientCommandContext {
  const { actor, rule } = permitted;
  const inDistrict = districtOf(permitted);
  demandVersion(input.expectedVersion, `${path}.expectedVersion`);
  return {
    ...commandContext(permitted, operation, input.key ?? '', input, envelope, streamOf(input, permitted)),
    sender: actor,
    inDistrict,
    mayActIn: mayActIn(actor, inDistrict, rule),
  };
}

/** Empty where the operation creates the stream. */
export function streamOf({ id }: CommandInput, { actor }: PermittedContext): string {
  return id ?? (actor.kind === 'resident' ? actor.appeal : '');
}

function districtOf({ district }: PermittedContext): District {
  if (!district) throw new NotFound();
  return district;
}

function demandVersion(expected: number | undefined, path: string): void {
  if (expected === undefined || expected >= 1) return;
  throw new BadInput('NUMBER_OUT_OF_RANGE', path, { min: 1, max: MAX_VERSION });
}

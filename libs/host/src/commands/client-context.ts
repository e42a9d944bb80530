import type { ClientCommandContext } from '@otklik/event-store';
import { Refusal, type Clock } from '@otklik/kernel';
import { capacities, mayActIn, type Actor, type Capacity, type District } from '@otklik/tenancy';
import type { Secrets } from '@otklik/vault';
import { commandContext } from '../command-context.js';
import { BadInput, Forbidden, NotFound } from '../input.js';
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

/**
 * The contexts of the command `operation`, one for each capacity in which the sender may send it: the sender's own, then on
 * behalf of each official whom he substitutes. Throws `NotFound`.
 */
export function clientContexts(
  envelope: Envelope,
  operation: string,
  input: CommandInput,
  permitted: PermittedContext,
): readonly ClientCommandContext[] {
  const inDistrict = districtOf(permitted);
  return capacitiesOf(permitted, inDistrict).map(({ sender, ...capacity }) => ({
    ...commandContext(permitted, operation, input.key ?? '', input, envelope, streamOf(input, permitted), capacity),
    sender,
    inDistrict,
    mayActIn: mayActIn(sender, inDistrict, permitted.rule),
  }));
}

type SenderCapacity = Omit<Capacity, 'sender'> & { readonly sender: Actor };

function capacitiesOf({ actor, rule, role }: PermittedContext, { id }: District): readonly SenderCapacity[] {
  return actor.kind === 'official' ? capacities(actor, rule, id) : [{ sender: actor, role }];
}

/** What is refused to one official may be permitted to whom he substitutes. */
const ofRights: ReadonlySet<string> = new Set([
  'FORBIDDEN',
  'NOT_THE_EXECUTOR',
  'NOT_THE_SIGNATORY',
  'NOT_THE_NAMED_SIGNATORY',
  'NOT_A_CO_EXECUTOR',
  'NOT_YOUR_PART',
]);

function lacksRight(error: unknown): boolean {
  return error instanceof Forbidden || (error instanceof Refusal && ofRights.has(error.code));
}

/** Runs the command in the first capacity that has the right to it; the last one's refusal is the answer. */
export async function inFirstCapacity<Result>(
  [context, ...others]: readonly ClientCommandContext[],
  run: (context: ClientCommandContext) => Promise<Result>,
): Promise<Result> {
  try {
    return await run(context!);
  } catch (error) {
    if (others.length === 0 || !lacksRight(error)) throw error;
    return inFirstCapacity(others, run);
  }
}

/** Empty where the operation creates the stream. */
export function streamOf({ id }: CommandInput, { actor }: PermittedContext): string {
  return id ?? (actor.kind === 'resident' ? actor.appeal : '');
}

function districtOf({ district }: PermittedContext): District {
  if (!district) throw new NotFound();
  return district;
}

/** Throws `BadInput`. */
export function demandVersion(expected: number | null | undefined, path: string): void {
  if (expected === undefined || expected === null || expected >= 1) return;
  throw new BadInput('NUMBER_OUT_OF_RANGE', path, { min: 1, max: MAX_VERSION });
}

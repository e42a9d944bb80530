import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { ClientCommandContext } from '@otklik/event-store';
import { Clock } from '@otklik/kernel';
import { mayActIn, type District } from '@otklik/tenancy';
import { Secrets } from '@otklik/vault';
import { catchError, map, of, type Observable } from 'rxjs';
import { refusalAnswer, toMutationResult } from '../answer.js';
import { commandContext } from '../command-context.js';
import { BadInput, NotFound } from '../input.js';
import type { PermittedContext } from '../request-context.js';
import { ServiceIdentity } from '../service/service-identity.js';

/** Fields common to the inputs of mutations. */
interface CommandInput {
  /** Id of the stream that changes; a resident's command concerns the appeal of the token. */
  readonly id?: string;
  readonly key?: string;
  readonly expectedVersion?: number;
}

const MAX_VERSION = 2_147_483_647;

const contexts = new WeakMap<PermittedContext, ClientCommandContext>();

/** Throws outside a `@Command()`. */
export function clientCommandOf(permitted: PermittedContext): ClientCommandContext {
  const context = contexts.get(permitted);
  if (!context) throw new TypeError('A command context exists only within a @Command()');
  return context;
}

/** Wraps a mutation: makes its command context, and turns its outcome or refusal into the answer. */
@Injectable()
export class CommandInterceptor implements NestInterceptor {
  private readonly envelope: Parameters<typeof commandContext>[4];

  constructor(
    private readonly service: ServiceIdentity,
    clock: Clock,
    secrets: Secrets,
  ) {
    this.envelope = { now: () => clock.now(), secret: (purpose) => secrets.of(purpose) };
  }

  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const [, args, permitted] = execution.getArgs<[unknown, { readonly input?: CommandInput }, PermittedContext]>();
    const input = args.input ?? {};
    const stream = streamOf(input, permitted);
    contexts.set(permitted, this.contextOf(execution.getHandler().name, input, stream, permitted));
    return next.handle().pipe(
      map((handled: unknown) => toMutationResult(this.service.name, stream, handled)),
      catchError((error: unknown) => of(refusalAnswer(error, permitted.language))),
    );
  }

  private contextOf(
    operation: string,
    input: CommandInput,
    stream: string,
    permitted: PermittedContext,
  ): ClientCommandContext {
    const { actor, rule } = permitted;
    const inDistrict = districtOf(permitted);
    demandVersion(input.expectedVersion);
    return {
      ...commandContext(permitted, operation, input.key ?? '', input, this.envelope, stream),
      sender: actor,
      inDistrict,
      mayActIn: mayActIn(actor, inDistrict, rule),
    };
  }
}

/** Empty where the operation creates the stream. */
function streamOf({ id }: CommandInput, { actor }: PermittedContext): string {
  return id ?? (actor.kind === 'resident' ? actor.appeal : '');
}

function districtOf({ district }: PermittedContext): District {
  if (!district) throw new NotFound();
  return district;
}

function demandVersion(expected: number | undefined): void {
  if (expected === undefined || expected >= 1) return;
  throw new BadInput('NUMBER_OUT_OF_RANGE', 'input.expectedVersion', { min: 1, max: MAX_VERSION });
}

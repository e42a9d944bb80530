import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { ClientCommandContext } from '@otklik/event-store';
import { Clock } from '@otklik/kernel';
import { Secrets } from '@otklik/vault';
import { catchError, from, lastValueFrom, map, of, type Observable } from 'rxjs';
import { refusalAnswer, toMutationResult } from '../answer.js';
import type { PermittedContext } from '../request-context.js';
import { ServiceIdentity } from '../service/service-identity.js';
import {
  clientContexts,
  envelopeOf,
  inFirstCapacity,
  streamOf,
  type CommandInput,
  type Envelope,
} from './client-context.js';

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
  private readonly envelope: Envelope;

  constructor(
    private readonly service: ServiceIdentity,
    clock: Clock,
    secrets: Secrets,
  ) {
    this.envelope = envelopeOf(clock, secrets);
  }

  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const [, args, permitted] = execution.getArgs<[unknown, { readonly input?: CommandInput }, PermittedContext]>();
    const input = args.input ?? {};
    const capacities = clientContexts(this.envelope, execution.getHandler().name, input, permitted);
    const handling = inFirstCapacity(capacities, (context) => {
      contexts.set(permitted, context);
      return lastValueFrom(next.handle());
    });
    return from(handling).pipe(
      map((handled: unknown) => toMutationResult(this.service.name, streamOf(input, permitted), handled)),
      catchError((error: unknown) => {
        const refusal = refusalAnswer(error, permitted.language);
        if (permitted.observed) permitted.observed.refusal = refusal.code;
        return of(refusal);
      }),
    );
  }
}

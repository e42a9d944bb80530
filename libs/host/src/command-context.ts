import type { CommandContext } from '@otklik/event-store';
import { compact, uuidv5 } from '@otklik/kernel';
import { eventActor, type Actor, type Capacity } from '@otklik/tenancy';
import { keyedHash } from './keyed-hash.js';
import type { PermittedContext } from './request-context.js';
import type { ServiceResources } from './service.js';

const NAMESPACE = 'b6a1f7c2-5a0e-4f43-9a55-0d1f4f6a9d10';

/**
 * The scope of idempotency is district + actor + operation + key, so the same key of another actor is another command.
 * All senders without an account are one actor: their keys are random UUIDs and cannot collide.
 */
export function commandIdOf(context: PermittedContext, operation: string, key: string): string {
  return uuidv5(NAMESPACE, JSON.stringify([districtId(context), subject(context.actor), operation, key.toLowerCase()]));
}

/**
 * The context of a client's command. `appeal`: the appeal it concerns, which becomes the correlation id of every event;
 * in intake it is the stream id, too. `input` is hashed under a key for the fingerprint, and not stored.
 */
export function commandContext(
  context: PermittedContext,
  operation: string,
  key: string,
  input: unknown,
  resources: Pick<ServiceResources, 'now' | 'secret'>,
  appeal: string,
  capacity: Pick<Capacity, 'role' | 'onBehalfOf'> = context,
): CommandContext & { readonly fingerprint: string } {
  return compact({
    district: districtId(context),
    actor: eventActor(context.actor, capacity.role, capacity.onBehalfOf),
    commandId: commandIdOf(context, operation, key),
    correlationId: appeal,
    at: resources.now(),
    fingerprint: keyedHash(resources.secret('fingerprint'), canonicalJson(input)),
    traceparent: context.traceparent,
  });
}

/** The district of the request: from its argument, or from the resident's token. */
export function districtId(context: PermittedContext): number {
  const id = context.actor.kind === 'resident' ? context.actor.district : context.district?.id;
  if (id === undefined) throw new TypeError('This operation names no district');
  return id;
}

function subject(actor: Actor): string {
  switch (actor.kind) {
    case 'official':
    case 'system':
      return `${actor.kind}:${actor.id}`;
    case 'resident':
      return `resident:${actor.appeal}`;
    case 'anyone':
      return actor.identified === undefined ? 'anyone' : `identified:${actor.identified.subject}`;
  }
}

/** Equal content gives equal text: keys are sorted, null and absent fields are left out. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(
          Object.entries(inner)
            .filter(([, held]) => held !== null && held !== undefined)
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : inner,
  );
}

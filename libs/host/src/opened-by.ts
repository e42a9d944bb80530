import { compact } from '@otklik/kernel';
import { capacities, type Capacity, type OfficialRole, type OpenedBy } from '@otklik/tenancy';
import { Unauthenticated } from './input.js';
import type { PermittedContext } from './request-context.js';

/**
 * The accessing official: as himself where his own rights suffice, else on behalf of the absent official whose rights
 * do. Undefined where none suffice. Throws `Unauthenticated`.
 */
export function openedBy(
  { actor, rule }: Pick<PermittedContext, 'actor' | 'rule'>,
  district: number,
  suffices: (sender: Capacity['sender']) => boolean = () => true,
): OpenedBy | undefined {
  if (actor.kind !== 'official') throw new Unauthenticated();
  const found = capacities(actor, rule, district).find(({ sender }) => suffices(sender));
  if (!found) return undefined;
  const { role, onBehalfOf } = found;
  return compact({ official: actor.id, role: role as OfficialRole, onBehalfOf });
}

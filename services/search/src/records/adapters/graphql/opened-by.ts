import { Unauthenticated, type PermittedContext } from '@otklik/host';
import { compact } from '@otklik/kernel';
import { capacities, type Capacity, type OfficialRole } from '@otklik/tenancy';
import type { Opening } from '../../application/openings.js';

type OpenedBy = Pick<Opening, 'official' | 'role' | 'onBehalfOf'>;

/**
 * The accessing official, as recorded: as himself where his own rights suffice, else on behalf of the absent official
 * whose rights do. Undefined where none suffice.
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

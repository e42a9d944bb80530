import { Unauthenticated, type PermittedContext } from '@otklik/host';
import { capacities, type Capacity, type OfficialRole } from '@otklik/tenancy';
import type { Opening } from '../../application/openings.js';

type OpenedBy = Pick<Opening, 'official' | 'role' | 'onBehalfOf'>;

/**
 * Who opens, as the record tells it: as himself where his own rights suffice, else in the stead of the absent one whose do.
 * Undefined where nobody's do.
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
  return { official: actor.id, role: role as OfficialRole, ...(onBehalfOf === undefined ? {} : { onBehalfOf }) };
}

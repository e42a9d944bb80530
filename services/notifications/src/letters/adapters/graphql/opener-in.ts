import { Forbidden, type PermittedContext } from '@otklik/host';
import { compact, covers } from '@otklik/kernel';
import { capacities, departmentsOf } from '@otklik/tenancy';
import type { OpenerIn } from '../../store/letter-openings.js';

/** As himself where his own rights suffice, else on behalf of the absent official whose rights do. Throws `Forbidden`. */
export function openerIn({ actor, district, rule }: Pick<PermittedContext, 'actor' | 'district' | 'rule'>): OpenerIn {
  return (department) => {
    if (actor.kind !== 'official' || !district) throw new Forbidden();
    const held = capacities(actor, rule, district.id).find(({ sender }) =>
      covers(departmentsOf(sender.assignments, district, rule), department),
    );
    if (!held) throw new Forbidden();
    return compact({ official: actor.id, role: held.role, onBehalfOf: held.onBehalfOf });
  };
}

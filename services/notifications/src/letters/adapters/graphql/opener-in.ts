import { Forbidden, openedBy, type PermittedContext } from '@otklik/host';
import { covers } from '@otklik/kernel';
import { applicantOpeners, departmentsOf } from '@otklik/tenancy';
import type { OpenerIn } from '../../store/letter-openings.js';

/** Throws `Forbidden`. */
export function openerIn({ actor, district, rule }: Pick<PermittedContext, 'actor' | 'district' | 'rule'>): OpenerIn {
  return (department) => {
    if (actor.kind !== 'official' || !district) throw new Forbidden();
    const by = openedBy({ actor, rule }, district.id, ({ assignments }) =>
      covers(departmentsOf(assignments, district, rule), department),
    );
    if (!by) throw new Forbidden();
    return by;
  };
}

/** The same, of a draft with the applicant's name and address: in a role alone to which `applicant` opens them. Throws `Forbidden`. */
export function applicantOpenerIn({ rule, ...asked }: Pick<PermittedContext, 'actor' | 'district' | 'rule'>): OpenerIn {
  return openerIn({ ...asked, rule: applicantOpeners(rule) });
}

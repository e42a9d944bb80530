import { chainedPosition } from '@otklik/event-store';
import { roleNames, rowSecurity, type Migration } from '@otklik/tenancy';

const { app, worker } = roleNames('search');

/**
 * What of many cases was printed with names under one opening (`contact_opening`, kind PRINT): evidence, in a hash chain of its own, as
 * rows of before hold what they were hashed with.
 */
export const printedCases: Migration = {
  name: '0912_printed_cases',
  sql: `
    create table search.printed_cases (
      district int not null,
      opening uuid not null,
      at timestamptz not null,
      printed text not null,
      appeals uuid[] not null,
      primary key (district, opening));
    ${rowSecurity('search', 'printed_cases')}
    grant select, insert on search.printed_cases to ${app};
    grant select, delete on search.printed_cases to ${worker};
    ${chainedPosition('search.printed_cases', [app])}`,
};

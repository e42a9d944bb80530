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

/** Which letters were printed under such an opening: in a chain of its own for the same reason. */
export const printedLetters: Migration = {
  name: '0914_printed_letters',
  sql: `
    create table search.printed_letters (
      district int not null,
      opening uuid not null,
      at timestamptz not null,
      notices uuid[] not null,
      appeals uuid[] not null,
      numbers text[] not null,
      primary key (district, opening));
    ${rowSecurity('search', 'printed_letters')}
    grant select, insert on search.printed_letters to ${app};
    grant select, delete on search.printed_letters to ${worker};
    ${chainedPosition('search.printed_letters', [app])}`,
};

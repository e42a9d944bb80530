import { chainedPosition } from '@otklik/event-store';
import { roleNames, rowSecurity, type Migration } from '@otklik/tenancy';

const { app, worker } = roleNames('search');

/**
 * `report_result`: what the server answered to a report that was handed in, as an official wrote it down: appeals that it refused, all others
 * it took. A later one of the same report takes its place. It is evidence, in a hash chain of its own.
 */
export const reportResults: Migration = {
  name: '0940_report_results',
  sql: `
    create table search.report_result (
      district int not null,
      id uuid not null,
      report uuid not null,
      at timestamptz not null,
      official uuid not null,
      on_behalf_of uuid,
      refused text not null,
      primary key (district, id));
    ${rowSecurity('search', 'report_result')}
    grant select, insert on search.report_result to ${app};
    grant select, delete on search.report_result to ${worker};
    ${chainedPosition('search.report_result', [app])}
    create index report_result_by_report on search.report_result (district, report, position);`,
};

import { chainedPosition } from '@otklik/event-store';
import { roleNames, rowSecurity, type Migration } from '@otklik/tenancy';

const { app, worker } = roleNames('search');

/**
 * `report_made`: what a report said of each question when it was made, and nothing of a person; its id is that of the opening. `report_filed`:
 * the sums of its file. Both are evidence, in hash chains of their own.
 */
export const reportsMade: Migration = {
  name: '0913_reports_made',
  sql: `
    create table search.report_made (
      district int not null,
      id uuid not null,
      at timestamptz not null,
      report text not null,
      period text not null,
      mapping text not null,
      official uuid,
      on_behalf_of uuid,
      appeals int not null,
      questions int not null,
      refused int not null,
      said text not null,
      primary key (district, id));
    create index report_made_by_period on search.report_made (district, report, period, at);
    create table search.report_filed (
      district int not null,
      report uuid not null,
      at timestamptz not null,
      sha256 text[] not null,
      bytes bigint not null,
      left_out uuid[] not null,
      primary key (district, report));
    ${['report_made', 'report_filed']
      .map(
        (table) => `${rowSecurity('search', table)}
    grant select, insert on search.${table} to ${app};
    grant select, delete on search.${table} to ${worker};
    ${chainedPosition(`search.${table}`, [app])}`,
      )
      .join('\n')}`,
};

import { roleNames, rowSecurity, type Migration } from '@otklik/tenancy';

const { app, worker } = roleNames('intake');

/**
 * `reception`: each booking of a reception in person as its stream has it; name, telephone, matter and what was said are sealed, and null once
 * they were deleted. `reception_slot`: one time is one visitor's. `code_hash`: of the visitor's code, never the code.
 */
export const receptionMigration: Migration = {
  name: '0440_receptions',
  sql: `
    create table intake.reception (
      district int not null,
      id uuid not null,
      version int not null,
      status text not null,
      hours text not null,
      official text not null,
      post text not null,
      place text not null,
      held_on text not null,
      begins text,
      minutes int not null,
      way text not null,
      channel text not null,
      out_of_turn boolean not null,
      person uuid not null,
      name text,
      phone text,
      matter text,
      said text,
      code_hash bytea not null,
      booked_at timestamptz not null,
      reminded_at timestamptz,
      outcome text,
      received_by text,
      appeal uuid,
      earlier text,
      primary key (district, id));
    create unique index reception_slot on intake.reception (district, hours, held_on, begins)
      where begins is not null and status <> 'CANCELLED';
    create unique index reception_code on intake.reception (district, code_hash);
    create unique index reception_appeal on intake.reception (district, appeal) where appeal is not null;
    create index reception_day on intake.reception (district, held_on);
    create index reception_named on intake.reception (district, held_on) where name is not null;
    grant select, insert, update on intake.reception to ${app};
    grant select on intake.reception to ${worker};
    ${rowSecurity('intake', 'reception')}`,
};

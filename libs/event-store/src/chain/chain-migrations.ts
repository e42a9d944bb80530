import { roleNames, rowSecurity, type Migration } from '@otklik/tenancy';

/**
 * The blocks of a service's hash chains. `rows`: position, subject and hash of each row; `through`: every row of any district
 * up to this position is in a block; `format`: how its rows are hashed. No role may change or delete a block. `chain_removal`: rows of the
 * blocks up to this number went by their term of storage, those from before `before`; the blocks stay in their place.
 */
export function chainMigrations(service: string): Migration[] {
  const { worker } = roleNames(service);
  return [
    {
      name: '0900_chain',
      sql: `
create table ${service}.chain_block (
  district int not null,
  chain text collate "C" not null,
  number bigint not null,
  through bigint not null,
  at timestamptz not null,
  previous bytea not null,
  hash bytea not null,
  signature bytea not null,
  rows bytea not null,
  primary key (district, chain, number)
);
alter table ${service}.chain_block alter column rows set storage external;
create index chain_block_by_position on ${service}.chain_block (chain, through, district);
${rowSecurity(service, 'chain_block')}
grant select, insert on ${service}.chain_block to ${worker};`,
    },
    {
      name: '0901_chain_format',
      sql: `alter table ${service}.chain_block add column format smallint not null default 1`,
    },
    {
      name: '0902_chain_removal',
      sql: `
create table ${service}.chain_removal (
  district int not null,
  chain text collate "C" not null,
  number bigint not null,
  before timestamptz not null,
  at timestamptz not null,
  rows int not null,
  signature bytea not null,
  primary key (district, chain, number)
);
${rowSecurity(service, 'chain_removal')}
grant select, insert on ${service}.chain_removal to ${worker};`,
    },
  ];
}

/**
 * The position that a table of evidence needs to be chained. Existing rows get theirs in the order in which they are stored.
 * `writers`: the roles that insert into it.
 */
export function chainedPosition(table: string, writers: readonly string[]): string {
  const [, name] = table.split('.');
  return `
create sequence ${table}_position as bigint cache 1;
grant usage on sequence ${table}_position to ${writers.join(', ')};
alter table ${table} add column position bigint not null default nextval('${table}_position');
create unique index ${name}_by_position on ${table} (position);`;
}

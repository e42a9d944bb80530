-- Keycloak's own database, for psql as a role that may create both: `psql --set password=… --file database.sql`. Repeatable.
select 'create role keycloak login' where not exists (select from pg_roles where rolname = 'keycloak') \gexec
alter role keycloak password :'password';
-- The owner may only give a database to a role that it is a member of.
grant keycloak to current_user;
select 'create database keycloak owner keycloak' where not exists (select from pg_database where datname = 'keycloak') \gexec

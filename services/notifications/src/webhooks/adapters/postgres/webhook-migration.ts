import { roleNames, rowSecurity, type Migration } from '@otklik/tenancy';

const { app, worker } = roleNames('notifications');

/**
 * `webhook`: an external server, and its health; `sealed`: its secrets. `webhook_act`: acts of administrators.
 * `webhook_fact`: the message of a fact, in districts that have a webhook; `seq`: its order. `webhook_delivery`: a fact
 * on its way to a webhook; `claimed_until`: an attempt is under way.
 */
const webhooks: Migration = {
  name: '0250_webhooks',
  sql: `
    create table notifications.webhook (
      district int not null, id uuid not null, version int not null,
      url text not null, types text[] not null, description text not null,
      sealed text not null, secret_set_at timestamptz not null, former_until timestamptz,
      added_at timestamptz not null default clock_timestamp(),
      removed_at timestamptz,
      paused text check (paused in ('ADMINISTRATOR', 'GONE', 'DEAD')), paused_at timestamptz,
      failures int not null default 0, failing_since timestamptz, last_failure text,
      rest_until timestamptz not null default clock_timestamp(),
      sent_at timestamptz,
      primary key (district, id));
    create table notifications.webhook_act (
      district int not null, command uuid not null, fingerprint text not null,
      webhook uuid not null, act text not null, at timestamptz not null, by uuid not null, url text not null,
      replayed int,
      primary key (district, command));
    create table notifications.webhook_fact (
      district int not null, id uuid not null, seq bigint generated always as identity,
      appeal uuid not null, type text not null, at timestamptz not null, body text not null,
      kept_at timestamptz not null default clock_timestamp(),
      primary key (district, id));
    create index webhook_fact_by_time on notifications.webhook_fact (district, at);
    create table notifications.webhook_delivery (
      district int not null, webhook uuid not null, fact uuid not null, seq bigint not null, appeal uuid not null,
      state text not null default 'WAITING' check (state in ('WAITING', 'SENT', 'FAILED')),
      attempts int not null default 0,
      next_at timestamptz not null default clock_timestamp(), claimed_until timestamptz,
      tried_at timestamptz, outcome text,
      primary key (district, webhook, fact));
    create index webhook_delivery_waiting on notifications.webhook_delivery (district, webhook, seq)
      where state = 'WAITING';
    create index webhook_delivery_of_appeal on notifications.webhook_delivery (district, webhook, appeal, seq)
      where state = 'WAITING';
    create index webhook_delivery_newest on notifications.webhook_delivery (district, webhook, seq desc);
    grant select, insert, update on notifications.webhook to ${app};
    grant select, insert on notifications.webhook_act to ${app};
    grant select, insert, delete on notifications.webhook_fact to ${app};
    grant select, insert, update, delete on notifications.webhook_delivery to ${app};
    grant select on notifications.webhook, notifications.webhook_act, notifications.webhook_fact,
      notifications.webhook_delivery to ${worker};
    ${rowSecurity('notifications', 'webhook')}
    ${rowSecurity('notifications', 'webhook_act')}
    ${rowSecurity('notifications', 'webhook_fact')}
    ${rowSecurity('notifications', 'webhook_delivery')}`,
};

/** Of the fact, so that its attempts are in the trace of what led to it. */
const webhookTraces: Migration = {
  name: '0255_webhook_traces',
  sql: 'alter table notifications.webhook_fact add column traceparent text',
};

export const webhookMigrations: readonly Migration[] = [webhooks, webhookTraces];

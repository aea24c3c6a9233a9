-- Where alerts are sent to. The secret is made from the installation's, the id and the round.
create table webhooks (
  workspace_id uuid not null,
  id uuid not null,
  url text not null,
  active boolean not null,
  secret_round integer not null,
  rotated_at timestamptz,
  created_by uuid,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
select distribute('webhooks');

-- One row per event and webhook: what was sent, or waits to be.
create table webhook_deliveries (
  workspace_id uuid not null,
  id uuid not null,
  webhook_id uuid not null,
  event_id uuid not null,
  type text not null,
  body text not null,
  -- waiting | sent | failed
  state text not null,
  attempts smallint not null,
  status integer,
  error text,
  at timestamptz not null,
  -- while it waits: not before then; a sender puts it off while it is at it
  next_try_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, webhook_id, event_id),
  foreign key (workspace_id, webhook_id) references webhooks (workspace_id, id) on delete cascade
);
select distribute('webhook_deliveries');
create index webhook_deliveries_waiting on webhook_deliveries (workspace_id, next_try_at) where state = 'waiting';
create index webhook_deliveries_newest on webhook_deliveries (workspace_id, webhook_id, id desc);

-- The ground everything stands on: one installation, its workspaces, the events and what waits for them.

-- Spreads a table over the nodes of a Citus cluster by workspace; does nothing on plain PostgreSQL.
create function distribute(table_name text) returns void language plpgsql as $$
begin
  if exists (select from pg_extension where extname = 'citus') then
    execute format('select create_distributed_table(%L, ''workspace_id'')', table_name);
  end if;
end $$;

-- Copies a small global table to every node of a Citus cluster; does nothing on plain PostgreSQL.
create function replicate(table_name text) returns void language plpgsql as $$
begin
  if exists (select from pg_extension where extname = 'citus') then
    execute format('select create_reference_table(%L)', table_name);
  end if;
end $$;

create extension if not exists btree_gin;

-- One row: what every process of this installation must agree on.
create table installation (
  id smallint primary key check (id = 1),
  -- Signs claim codes, survey links and file tickets.
  secret text not null,
  created_at timestamptz not null
);
select replicate('installation');

-- Every fact the system stated: timeline, audit source, webhook source.
create table events (
  workspace_id uuid not null,
  id uuid not null,
  type text not null,
  case_id uuid,
  data jsonb not null,
  -- { kind: member | customer | key | system, id?, name? }
  actor jsonb not null,
  at timestamptz not null,
  primary key (workspace_id, id)
);
select distribute('events');
create index events_of_case on events (workspace_id, case_id, id) where case_id is not null;

-- Events that reactions do not know of yet. The relay takes rows out as it turns them into jobs.
create table outbox (
  workspace_id uuid not null,
  event_id uuid not null,
  primary key (workspace_id, event_id)
);
select distribute('outbox');

-- Human numbers: one row per workspace and sequence.
create table counters (
  workspace_id uuid not null,
  name text not null,
  value bigint not null,
  primary key (workspace_id, name)
);
select distribute('counters');

-- Replies to creates that carried an Idempotency-Key, kept for a day.
create table idempotency_keys (
  workspace_id uuid not null,
  -- sha256 of caller and key
  key text not null,
  endpoint text not null,
  request_hash text not null,
  -- null while the first request is still being worked on
  reply jsonb,
  status smallint,
  created_at timestamptz not null,
  primary key (workspace_id, key)
);
select distribute('idempotency_keys');

-- Bytes kept outside the database: evidence and sheets.
create table files (
  workspace_id uuid not null,
  id uuid not null,
  -- image | video | log | sheet
  kind text not null,
  name text not null,
  mime text not null,
  size bigint not null,
  sha256 text not null,
  width integer,
  height integer,
  -- where the store keeps it
  storage_key text not null,
  created_at timestamptz not null,
  -- set when something refers to it; files never attached are removed after a day
  attached_at timestamptz,
  primary key (workspace_id, id)
);
select distribute('files');
create index files_unattached on files (workspace_id, created_at) where attached_at is null;

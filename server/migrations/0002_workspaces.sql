-- Who we work for, and who works here.

create table workspaces (
  id uuid primary key,
  slug text not null unique,
  name text not null,
  -- mini_program | store | im | wallet | other
  business text not null,
  time_zone text not null,
  locale text not null,
  -- the workspace this one is the sample of; null for real ones
  sample_of uuid,
  promise_minutes integer not null,
  reply_goal double precision not null,
  contact_retention_days integer not null,
  greeting text not null,
  created_at timestamptz not null
);
select replicate('workspaces');

-- better-auth's tables. An account may be a member of several workspaces.
create table accounts (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
select replicate('accounts');

create table sessions (
  id text primary key,
  account_id text not null references accounts (id) on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index sessions_of_account on sessions (account_id);
select replicate('sessions');

-- How an account signs in: a password hash, or an identity provider.
create table credentials (
  id text primary key,
  account_id text not null references accounts (id) on delete cascade,
  provider_id text not null,
  provider_account_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index credentials_of_account on credentials (account_id);
select replicate('credentials');

create table verifications (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index verifications_by_identifier on verifications (identifier);
select replicate('verifications');

create table two_factors (
  id text primary key,
  account_id text not null references accounts (id) on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  -- wrong codes in a row; too many lock the second step for a while
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);
create index two_factors_of_account on two_factors (account_id);
select replicate('two_factors');

-- Tries to sign in, counted by address and path (better-auth) and by account (ours), so that brute
-- force is slowed across processes.
create table sign_in_attempts (
  id text primary key,
  key text not null unique,
  count integer not null,
  last_request bigint not null
);
select replicate('sign_in_attempts');

create table members (
  workspace_id uuid not null,
  id uuid not null,
  account_id text not null,
  name text not null,
  email text not null,
  role text not null,
  active boolean not null,
  joined_at timestamptz not null,
  last_seen_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, account_id)
);
select distribute('members');

-- Which workspaces an account may open; a global look-up for sign-in.
create table memberships (
  account_id text not null,
  workspace_id uuid not null,
  primary key (account_id, workspace_id)
);
select replicate('memberships');

create table invitations (
  workspace_id uuid not null,
  id uuid not null,
  role text not null,
  email text,
  -- sha256 of the secret part of the link
  secret_hash text not null,
  invited_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, invited_by) references members (workspace_id, id)
);
select distribute('invitations');

create table teams (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, name)
);
select distribute('teams');

create table team_members (
  workspace_id uuid not null,
  team_id uuid not null,
  member_id uuid not null,
  primary key (workspace_id, team_id, member_id),
  foreign key (workspace_id, team_id) references teams (workspace_id, id),
  foreign key (workspace_id, member_id) references members (workspace_id, id)
);
select distribute('team_members');

-- When the workspace works; one row each.
create table calendars (
  workspace_id uuid primary key,
  -- contract Calendar: week, chineseHolidays, exceptions
  hours jsonb not null,
  changed_at timestamptz not null
);
select distribute('calendars');

create table api_keys (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  start text not null,
  secret_hash text not null,
  scopes text[] not null,
  created_by uuid not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (workspace_id, id)
);
select distribute('api_keys');

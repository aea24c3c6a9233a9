-- What it adds up to. All of it can be rebuilt from cases.

-- What each case has contributed to the rollups, so that a change is added as a difference.
create table case_facts (
  workspace_id uuid not null,
  case_id uuid not null,
  -- day of opening in the workspace's time zone
  day date not null,
  channel_id uuid not null,
  -- '' for not read yet
  kind text not null,
  -- 00000000-… for none
  category_id uuid not null,
  -- running | kept | broken | void
  promise text not null,
  -- open and nobody has answered yet
  unanswered boolean not null,
  -- bucket of the time to first reply and to closing; null when not there yet
  reply_bucket smallint,
  resolution_bucket smallint,
  score smallint,
  primary key (workspace_id, case_id)
);
select distribute('case_facts');

-- Cases opened per day, channel and kind, and how they stand.
create table daily_cases (
  workspace_id uuid not null,
  day date not null,
  channel_id uuid not null,
  kind text not null,
  cases integer not null,
  kept integer not null,
  broken integer not null,
  unanswered integer not null,
  primary key (workspace_id, day, channel_id, kind)
);
select distribute('daily_cases');

-- The same per category.
create table daily_categories (
  workspace_id uuid not null,
  day date not null,
  channel_id uuid not null,
  category_id uuid not null,
  cases integer not null,
  primary key (workspace_id, day, channel_id, category_id)
);
select distribute('daily_categories');

-- Histogram of durations; bucket b holds [1.1^b, 1.1^(b+1)) seconds.
create table daily_durations (
  workspace_id uuid not null,
  day date not null,
  -- 00000000-… for all channels together, so that a year of everything reads one row a bucket
  channel_id uuid not null,
  -- reply | resolution
  measure text not null,
  bucket smallint not null,
  cases integer not null,
  -- with the count in it, a year is read from the index alone
  primary key (workspace_id, channel_id, day, measure, bucket) include (cases)
);
select distribute('daily_durations');

create table daily_scores (
  workspace_id uuid not null,
  day date not null,
  channel_id uuid not null,
  score smallint not null,
  cases integer not null,
  primary key (workspace_id, day, channel_id, score)
);
select distribute('daily_scores');

-- When the rollups of a workspace were last brought up to date.
create table rollup_states (
  workspace_id uuid primary key,
  as_of timestamptz not null
);
select distribute('rollup_states');

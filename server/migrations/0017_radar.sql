-- Spikes: what is counted, what is usual, and the alerts. Counts can be rebuilt from cases.

-- What each case has contributed, so that a change is added as a difference.
create table radar_cases (
  workspace_id uuid not null,
  case_id uuid not null,
  at timestamptz not null,
  customer_id uuid not null,
  channel_id uuid not null,
  -- '' where nothing is known
  version text not null,
  platform text not null,
  region text not null,
  -- every series it counts in: all | topic:… | category:… | problem:…
  watched text[] not null,
  -- of the order it speaks of, in cents
  amount bigint,
  primary key (workspace_id, case_id)
);
select distribute('radar_cases');
create index radar_cases_newest on radar_cases (workspace_id, at);

create table radar_counts (
  workspace_id uuid not null,
  -- five_minutes | hour | day; a case counts in each, and the finer ones go after a while
  grain text not null,
  watched text not null,
  at timestamptz not null,
  channel_id uuid not null,
  version text not null,
  platform text not null,
  region text not null,
  cases integer not null,
  primary key (workspace_id, grain, watched, at, channel_id, version, platform, region)
);
select distribute('radar_counts');
create index radar_counts_newest on radar_counts (workspace_id, grain, at);

create table radar_states (
  workspace_id uuid primary key,
  -- finer counts before these are gone
  five_minutes_from timestamptz not null,
  hours_from timestamptz not null,
  looked_at timestamptz
);
select distribute('radar_states');

-- What is usual of a series, worked out anew each day that it is active.
create table radar_baselines (
  workspace_id uuid not null,
  watched text not null,
  made_at timestamptz not null,
  -- cases to expect in each of the 168 hours of a week
  rates double precision[] not null,
  hour_spread double precision not null,
  day_spread double precision not null,
  -- { cases, slices: { "channel=…": cases } } of the last weeks
  shares jsonb not null,
  primary key (workspace_id, watched)
);
select distribute('radar_baselines');

create table alerts (
  workspace_id uuid not null,
  id uuid not null,
  watched text not null,
  -- raised | acknowledged | snoozed | dismissed | over
  state text not null,
  began_at timestamptz not null,
  raised_at timestamptz not null,
  -- when it was last far above what is usual
  seen_at timestamptz not null,
  ended_at timestamptz,
  snoozed_until timestamptz,
  decided_by uuid,
  decided_at timestamptz,
  problem_id uuid,
  -- what was found: figures, cause, new words
  found jsonb not null,
  primary key (workspace_id, id)
);
select distribute('alerts');
create index alerts_newest on alerts (workspace_id, raised_at desc, id desc);
create index alerts_live on alerts (workspace_id, seen_at) where ended_at is null;

-- People said that such a height is no problem; it wears off.
create table radar_lifts (
  workspace_id uuid not null,
  watched text not null,
  alert_id uuid not null,
  -- by how much the usual counts as more
  times double precision not null,
  member_id uuid,
  at timestamptz not null,
  primary key (workspace_id, watched)
);
select distribute('radar_lifts');

create table radar_settings (
  workspace_id uuid primary key,
  active boolean not null,
  least_customers smallint not null
);
select distribute('radar_settings');

-- Members who get alerts by mail, and what went to whom.
create table alert_recipients (
  workspace_id uuid not null,
  member_id uuid not null,
  primary key (workspace_id, member_id)
);
select distribute('alert_recipients');
create table alert_mails (
  workspace_id uuid not null,
  alert_id uuid not null,
  member_id uuid not null,
  at timestamptz not null,
  primary key (workspace_id, alert_id, member_id)
);
select distribute('alert_mails');

-- Cases that another part of the house holds together, such as an alert: the list can be narrowed to them.
create table gathered_cases (
  workspace_id uuid not null,
  gathering_id uuid not null,
  case_id uuid not null,
  primary key (workspace_id, gathering_id, case_id)
);
select distribute('gathered_cases');
create index gathered_cases_of_case on gathered_cases (workspace_id, case_id);

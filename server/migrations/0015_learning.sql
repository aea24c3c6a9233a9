-- What people say of readings, and the models that learned from it.

create table judgements (
  workspace_id uuid not null,
  id uuid not null,
  feedback_id uuid not null,
  -- kind, topics, sentiment, urgency or risks
  part text not null,
  -- what the model said, and what the person says
  said text[] not null,
  said_right boolean not null,
  labels text[] not null,
  model text not null,
  -- the model had said that it is too unsure
  abstained boolean not null,
  by jsonb not null,
  at timestamptz not null,
  -- taken back, or replaced by a later one
  undone_at timestamptz,
  primary key (workspace_id, id)
);
create unique index judgements_standing on judgements (workspace_id, feedback_id, part) where undone_at is null;
create index judgements_by_time on judgements (workspace_id, at) where undone_at is null;
select distribute('judgements');

-- Versions of a workspace's own model; 0 is the one that was shipped, and has no row.
create table own_models (
  workspace_id uuid not null,
  version int not null,
  made_at timestamptz not null,
  -- judgements made until then went into it
  learned_until timestamptz not null,
  -- the shipped model it stands on
  shipped text not null,
  lessons int not null,
  promoted boolean not null,
  -- texts people had judged, and of each part how many it and the version before read right, unseen
  replay jsonb not null,
  -- what it says of each of those texts without having learned from it
  sayings jsonb not null,
  weights bytea not null,
  primary key (workspace_id, version)
);
select distribute('own_models');

create table model_states (
  workspace_id uuid not null,
  version int not null,
  -- lessons from then on are learned at once, beside what the version holds
  lessons_from timestamptz not null,
  -- a person chose the version: nights make no other until they are let
  held boolean not null,
  changed_at timestamptz not null,
  changed_by jsonb not null,
  primary key (workspace_id)
);
select distribute('model_states');

-- How many texts a day were read, and of how many the model was too unsure.
create table reading_days (
  workspace_id uuid not null,
  day date not null,
  readings int not null,
  abstained int not null,
  primary key (workspace_id, day)
);
select distribute('reading_days');
